import { rmSync } from 'node:fs'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Runs work that writes a file, and removes the file if SIGINT or SIGTERM arrives meanwhile. The process then ends by that
 * signal.
 */
export async function removedOnSignal<T>(path: string, work: () => Promise<T>): Promise<T> {
  const remove = (signal: NodeJS.Signals): void => {
    stop()
    rmSync(path, { force: true })
    process.kill(process.pid, signal)
  }
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, remove)
  }
  for (const signal of SIGNALS) process.on(signal, remove)
  try {
    return await work()
  } finally {
    stop()
  }
}
