import { DomainError } from '../../domain/errors.ts'

/** Maximum of open streams of the process, and of one client. */
export const MAX_STREAMS = 500
export const MAX_STREAMS_PER_CLIENT = 20

/** Bounds the streams that are open at once. */
export interface SubscriptionPlaces {
  /**
   * Takes a place for a client.
   * @returns a function that frees it
   * @throws DomainError RATE_LIMITED if the client has too many streams, BUSY if there are too many in all
   */
  readonly enter: (client: string) => () => void
  readonly open: () => number
}

export function createSubscriptionPlaces(max = MAX_STREAMS, maxPerClient = MAX_STREAMS_PER_CLIENT): SubscriptionPlaces {
  const byClient = new Map<string, number>()
  let open = 0
  return {
    enter(client) {
      const own = byClient.get(client) ?? 0
      if (own >= maxPerClient) {
        throw new DomainError(
          'RATE_LIMITED',
          `This client has ${own} open streams, the maximum for one client: close one.`,
        )
      }
      if (open >= max) throw new DomainError('BUSY', 'The server has its maximum of open streams; try again later.')
      byClient.set(client, own + 1)
      open += 1
      let isEntered = true
      return () => {
        if (!isEntered) return
        isEntered = false
        open -= 1
        const left = (byClient.get(client) ?? 1) - 1
        if (left === 0) byClient.delete(client)
        else byClient.set(client, left)
      }
    },
    open: () => open,
  }
}
