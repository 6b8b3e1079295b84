import { DomainError } from '../../domain/errors.ts'

interface Closable {
  close(): Promise<void>
}

/** Connections that can be replaced while some are in use. */
export interface Renewable<T> {
  /** Runs work on the current connections. @throws DomainError STORE_UNAVAILABLE when they are abandoned before the work ends */
  use<R>(work: (connections: T) => Promise<R>): Promise<R>
  /** Opens new connections for later work. The old ones close when no work uses them. */
  renew(): void
  close(): Promise<void>
}

/** @param givenUpAfterMs time after a renewal at which old connections that are still in use are abandoned */
export function createRenewable<T extends Closable>(open: () => T, givenUpAfterMs: number): Renewable<T> {
  const make = () => ({ connections: open(), refusals: new Set<(error: DomainError) => void>() })
  let current = make()
  const renewed = new Set<typeof current>()

  /** Rejects at abandonment: work on a closed connection would never settle. */
  async function closeOld(old: typeof current): Promise<void> {
    const { connections, refusals } = old
    renewed.delete(old)
    const error = new DomainError('STORE_UNAVAILABLE', 'The connection to the database did not respond; try again.')
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
        if (mine !== current && mine.refusals.size === 0) void closeOld(mine)
      }
    },
    renew() {
      const old = current
      current = make()
      renewed.add(old)
      if (old.refusals.size === 0) void closeOld(old)
      else setTimeout(closeOld, givenUpAfterMs, old).unref()
    },
    close: async () => void (await Promise.all([current, ...renewed].map(closeOld))),
  }
}
