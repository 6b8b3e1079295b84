import { DomainError } from '../domain/errors.ts'

/** Waits for the work for at most `timeoutMs`. @throws DomainError TIMEOUT, with a call of `stop` */
export async function withinTime<T>(work: Promise<T>, timeoutMs: number, stop?: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DomainError('TIMEOUT', `The response took longer than ${timeoutMs} ms; request less at once.`))
      stop?.()
    }, timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
