/** Maximum number of keys that one statement reads. */
const BATCH_SIZE = 1000

/** Splits items into batches of at most `size`; no batch for no items. */
export function inBatches<T>(items: readonly T[], size = BATCH_SIZE): readonly (readonly T[])[] {
  const batches: (readonly T[])[] = []
  for (let from = 0; from < items.length; from += size) batches.push(items.slice(from, from + size))
  return batches
}
