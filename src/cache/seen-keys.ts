/** 256 KB, whatever is asked for. */
const SLOTS = 65_536

/**
 * A sketch of keys that were asked for before: a table of hashes, in which a later key takes the slot of an earlier one.
 * It may forget a key, and mistakes one in four billion.
 */
export function createSeenKeys(): (key: string) => boolean {
  const slots = new Uint32Array(SLOTS)
  /** Whether the key was seen before; from now on it was. */
  return (key) => {
    const hash = hashOf(key)
    const slot = hash % SLOTS
    if (slots[slot] === hash) return true
    slots[slot] = hash
    return false
  }
}

/** FNV-1a, 32 bits; never zero, which is an empty slot. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash >>> 0 || 1
}
