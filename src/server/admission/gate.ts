import type { IncomingMessage, ServerResponse } from 'node:http'
import { DomainError } from '../../domain/errors.ts'
import type { ClientAddresses } from '../connections/client-address.ts'
import type { Lazy } from '../lazy.ts'
import type { Admission, Place } from './admission.ts'
import type { Account, RateLimit } from './rate-limit.ts'
import type { PaceRefusal, RefusalWork } from './refusal-pace.ts'

/** Lets one request into work that takes time. */
export interface Gate {
  /**
   * Takes points of those of `run` before anything of the request is read, and refuses what would be refused later.
   * @throws DomainError RATE_LIMITED or BUSY
   */
  readonly check: (points: number) => Promise<void>
  /**
   * Takes points from the client's account, and does work in the lane of its cost. What does not start costs nothing.
   * The headers of the response tell the account.
   * @throws DomainError RATE_LIMITED or BUSY
   * @throws ClientLeft where the client left before the work started
   */
  readonly run: <T>(points: number, work: (place: WorkPlace) => Promise<T>) => Promise<T>
}

/** A place as work sees it: the gate frees it. */
export type WorkPlace = Pick<Place, 'raiseTo' | 'read'>

export interface GateOptions {
  readonly admission: Admission
  /** Null where clients are not limited. */
  readonly rateLimit: Lazy<RateLimit> | null
  readonly clients: ClientAddresses
  /** Waits before a refusal, so that they are spread out. */
  readonly paceRefusal: PaceRefusal
}

export const RATE_LIMIT_HEADERS = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'] as const

/** The way of every request into work: the account of its client, then the lane of its cost. */
export function createGates({ admission, rateLimit, clients, paceRefusal }: GateOptions) {
  return (request: IncomingMessage, response: ServerResponse): Gate => {
    /** Enters after the points were taken, and gives them back where it cannot. */
    async function paid<T>(
      points: number,
      work: RefusalWork,
      enter: () => Promise<T>,
      beforeRefusal = (): void => undefined,
    ): Promise<T> {
      if (rateLimit === null) return enter()
      const client = clients.ofRequest(request)
      const limit = rateLimit.loaded() ?? (await rateLimit.load())
      const account = await limit.charge(client, points)
      sendRateLimitHeaders(response, account)
      if (!account.isAllowed) {
        beforeRefusal()
        await paceRefusal(work)
        throw limited(points, account)
      }
      try {
        return await enter()
      } catch (error) {
        await limit.refund(client, points)
        throw error
      }
    }
    let paidPoints = 0
    return {
      async check(points) {
        await paid(points, 'UNREAD', () => admission.check(points))
        paidPoints = points
      },
      async run(points, work) {
        const enter = (): Promise<Place> => admission.enter(points, leftSignal(response))
        const due = points - paidPoints
        const place = due > 0 ? await paid(due, 'UNREAD', enter) : await enter()
        try {
          // A place is no use to whoever waits to be refused.
          const raiseTo = (more: number): Promise<void> => paid(more, 'READ', () => place.raiseTo(more), place.leave)
          return await work({ read: place.read, raiseTo })
        } finally {
          place.leave()
        }
      },
    }
  }
}

/** Aborts when the connection of the response closes, whether it was sent or not. */
function leftSignal(response: ServerResponse): AbortSignal {
  const left = new AbortController()
  if (response.destroyed) left.abort()
  else response.once('close', () => left.abort())
  return left.signal
}

function sendRateLimitHeaders(response: ServerResponse, { limit, remaining, resetSeconds, isAllowed }: Account): void {
  if (response.headersSent) return
  const figures = [limit, remaining, resetSeconds]
  for (const [index, name] of RATE_LIMIT_HEADERS.entries()) response.setHeader(name, String(figures[index]))
  if (!isAllowed) response.setHeader('Retry-After', String(resetSeconds))
}

const limited = (points: number, { remaining, limit }: Account): DomainError =>
  new DomainError(
    'RATE_LIMITED',
    `This costs ${points} points, and ${remaining} of ${limit} per minute are left: try again later, or ask for less.`,
  )
