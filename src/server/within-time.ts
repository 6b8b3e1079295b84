import { DomainError } from '../domain/errors.ts'

/** Waits for work for at most `timeoutMs`. The work itself continues. @throws DomainError TIMEOUT */
export async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DomainError('TIMEOUT', `The response took longer than ${timeoutMs} ms; request less at once.`))
    }, timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
