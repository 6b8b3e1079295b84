import { setFlagsFromString } from 'node:v8'

/**
 * By how much the old generation may outgrow what is alive in it before the next full collection. Left alone, V8 lets a
 * heap of this size double or more, and memory that caches evicted is held that long. 20 cost no CPU time in
 * test/attack/memory.ts, and a third of the growth went.
 */
const GROWTH_PERCENT = 20

/** For a process that serves: called once, before anything is loaded. */
export function boundHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`)
}
