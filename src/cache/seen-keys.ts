/** Number of slots: 256 KB, however many keys are seen. */
const SLOTS = 65_536

/**
 * Creates a sketch of the keys requested before: a table of hashes, in which a later key takes the slot of an earlier
 * one. It may forget a key. A new key passes for a seen one with a chance of one in four billion.
 */
export function createSeenKeys(): (key: string) => boolean {
  const slots = new Uint32Array(SLOTS)
  /** Returns whether the key was seen before, and marks it as seen. */
  return (key) => {
    const hash = hashOf(key)
    const slot = hash % SLOTS
    if (slots[slot] === hash) return true
    slots[slot] = hash
    return false
  }
}

/** FNV-1a, 32 bits. Returns 1 in place of 0, which marks an empty slot. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash >>> 0 || 1
}
