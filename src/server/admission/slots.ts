/** Runs at most so many calls at once; the others wait in the order they came. */
export type Slots = (call: () => unknown, isOver: () => boolean) => unknown

/**
 * @param width calls at once
 * @returns a function that answers what the call does, at once where there is a turn. A call is never made where `isOver`
 *   says that nobody needs it, at once or after its wait: its promise stays pending.
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
