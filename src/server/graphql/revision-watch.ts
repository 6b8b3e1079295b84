import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { RevisionWatch } from '../../domain/revision-watch.ts'

/** Interval of the reads of the newest revision, in milliseconds. */
const EVERY_MS = 500

interface Waiter {
  readonly after: RevisionNumber
  readonly notify: (newest: RevisionNumber) => void
}

/**
 * Polls the newest revision while a caller waits for a later one, since another process may publish. All callers share one
 * poll. After an error, the next poll reads it again.
 */
export function createRevisionWatch(
  newestRevision: () => RevisionNumber | Promise<RevisionNumber>,
  everyMs = EVERY_MS,
): RevisionWatch {
  const waiters = new Set<Waiter>()
  let timer: NodeJS.Timeout | null = null

  async function readNewest(): Promise<RevisionNumber | null> {
    try {
      return await newestRevision()
    } catch {
      return null
    }
  }

  async function look(): Promise<void> {
    const newest = await readNewest()
    for (const waiter of waiters) {
      if (newest === null || newest <= waiter.after) continue
      waiters.delete(waiter)
      waiter.notify(newest)
    }
    timer = null
    schedule(everyMs)
  }

  function schedule(afterMs: number): void {
    if (timer === null && waiters.size > 0) timer = setTimeout(look, afterMs).unref()
  }

  return {
    later: (after, left) =>
      new Promise((resolve) => {
        if (left.aborted) return resolve(null)
        const leave = (): void => {
          waiters.delete(waiter)
          resolve(null)
        }
        const waiter: Waiter = {
          after,
          notify(newest) {
            left.removeEventListener('abort', leave)
            resolve(newest)
          },
        }
        left.addEventListener('abort', leave, { once: true })
        waiters.add(waiter)
        schedule(0)
      }),
  }
}
