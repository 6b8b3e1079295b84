/** Runs a call in a slot. Calls without a slot wait in order. */
export type Slots = (call: () => unknown, isOver: () => boolean) => unknown

/**
 * Creates slots for concurrent calls.
 *
 * @param width maximum of concurrent calls
 * @returns a function that returns the result of the call, or a promise of it if the call waits for a slot. If `isOver`
 *   returns true before the call starts, it is not made and its promise stays pending.
 */
export function createSlots(width: number): Slots {
  let running = 0
  const waiting: (() => void)[] = []

  function done(): void {
    running -= 1
    while (running < width) {
      const next = waiting.shift()
      if (!next) return
      next()
    }
  }

  function start(call: () => unknown): unknown {
    running += 1
    let result: unknown
    try {
      result = call()
    } catch (error) {
      done()
      throw error
    }
    if (result instanceof Promise) result.then(done, done)
    else done()
    return result
  }

  return (call, isOver) => {
    if (isOver()) return new Promise(() => undefined)
    if (running < width) return start(call)
    return new Promise((resolve, reject) => {
      waiting.push(() => {
        if (isOver()) return
        try {
          resolve(start(call))
        } catch (error) {
          reject(error)
        }
      })
    })
  }
}
