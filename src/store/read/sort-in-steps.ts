/** Length of the parts that are sorted in one step. */
const SORTED_PART = 512
const MERGED_STEP = 2048

/** Sorts numbers in place, stably, and yields between short steps. */
export function* sortInSteps(items: Uint32Array, isBefore: (a: number, b: number) => boolean): Generator<void, void> {
  const compare = (a: number, b: number): number => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0)
  for (let from = 0; from < items.length; from += SORTED_PART) {
    items.subarray(from, from + SORTED_PART).sort(compare)
    yield
  }
  let source: Uint32Array = items
  let target: Uint32Array = new Uint32Array(items.length)
  for (let width = SORTED_PART; width < items.length; width *= 2) {
    for (let from = 0; from < items.length; from += 2 * width) yield* merge(source, target, from, width, isBefore)
    ;[source, target] = [target, source]
  }
  if (source !== items) items.set(source)
}

/** Merges two adjacent sorted parts of at most `width` items. */
function* merge(
  source: Uint32Array,
  target: Uint32Array,
  from: number,
  width: number,
  isBefore: (a: number, b: number) => boolean,
): Generator<void, void> {
  const middle = Math.min(from + width, source.length)
  const end = Math.min(from + 2 * width, source.length)
  let left = from
  let right = middle
  for (let to = from; to < end; to += 1) {
    const a = source[left] ?? 0
    const b = source[right] ?? 0
    const takesRight = left >= middle || (right < end && isBefore(b, a))
    target[to] = takesRight ? b : a
    if (takesRight) right += 1
    else left += 1
    if (to % MERGED_STEP === 0) yield
  }
}
