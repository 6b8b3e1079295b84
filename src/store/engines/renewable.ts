import { DomainError } from '../../domain/errors.ts'

interface Closable {
  close(): Promise<void>
}

/** Connections that can be replaced while some are in use. */
export interface Renewable<T> {
  /** @throws DomainError STORE_UNAVAILABLE where the connections were given up before the work was done */
  use<R>(work: (connections: T) => Promise<R>): Promise<R>
  /** Work that begins from now on gets new ones. The old ones are closed when nothing uses them any more. */
  renew(): void
  close(): Promise<void>
}

/** @param givenUpAfterMs how long after a renewal the old connections are kept for what still uses them */
export function createRenewable<T extends Closable>(open: () => T, givenUpAfterMs: number): Renewable<T> {
  const make = () => ({ connections: open(), refusals: new Set<(error: DomainError) => void>() })
  let current = make()
  const renewed = new Set<typeof current>()

  /** Work that waits on a closed connection would wait for ever. */
  async function abortLoad(old: typeof current): Promise<void> {
    const { connections, refusals } = old
    renewed.delete(old)
    const error = new DomainError('STORE_UNAVAILABLE', 'The connection to the database gave no answer; try again.')
    for (const refuse of [...refusals]) refuse(error)
    await connections.close()
  }

  return {
    async use(work) {
      const mine = current
      let refuse: (error: DomainError) => void = () => undefined
      const refused = new Promise<never>((_, reject) => {
        refuse = reject
      })
      mine.refusals.add(refuse)
      try {
        return await Promise.race([work(mine.connections), refused])
      } finally {
        mine.refusals.delete(refuse)
        if (mine !== current && mine.refusals.size === 0) void abortLoad(mine)
      }
    },
    renew() {
      const old = current
      current = make()
      renewed.add(old)
      if (old.refusals.size === 0) void abortLoad(old)
      else setTimeout(abortLoad, givenUpAfterMs, old).unref()
    },
    close: async () => void (await Promise.all([current, ...renewed].map(abortLoad))),
  }
}
