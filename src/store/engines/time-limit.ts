import { DomainError } from '../../domain/errors.ts'

export interface TimeLimitOptions {
  /** Number of running tasks past their limit at which new ones are refused. */
  readonly heavySlots: number
  /** Called when a task passes its limit. The task goes on: it settles later, or never. */
  readonly onOverdue?: (work: Promise<unknown>) => void
}

/**
 * Ends the wait for a task at a limit in milliseconds. The task goes on and occupies a slot until it settles.
 *
 * @throws DomainError TIMEOUT at the limit; BUSY, before the work starts, while all slots are occupied
 */
export type TimeLimit = <T>(limitMs: number, start: () => Promise<T>) => Promise<T>

export function createTimeLimit({ heavySlots, onOverdue }: TimeLimitOptions): TimeLimit {
  let overdue = 0
  return async (limitMs, start) => {
    if (overdue >= heavySlots) throw new DomainError('BUSY', 'Expensive statements are still running; try again later.')
    const work = start()
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        overdue += 1
        const release = () => (overdue -= 1)
        work.then(release, release)
        onOverdue?.(work)
        reject(new DomainError('TIMEOUT', `The statement took longer than ${limitMs} ms; request less.`))
      }, limitMs)
    })
    try {
      return await Promise.race([work, timeout])
    } finally {
      clearTimeout(timer)
    }
  }
}
