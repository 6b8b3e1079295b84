import type { IncomingMessage, ServerResponse } from 'node:http'
import { DomainError } from '../../domain/errors.ts'
import type { ClientAddresses } from '../connections/client-address.ts'
import type { Lazy } from '../lazy.ts'
import type { Admission, Departure, Place } from './admission.ts'
import type { Account, RateLimit } from './rate-limit.ts'
import type { PaceRefusal, RefusalWork } from './refusal-pace.ts'

/** Rate limit and admission of one request. */
export interface Gate {
  /**
   * Charges points before the body is read, and refuses a request that `run` would refuse. `run` charges only the rest.
   * @throws DomainError RATE_LIMITED or BUSY
   */
  readonly check: (points: number) => Promise<void>
  /**
   * Charges the client's account and runs work in the lane of its cost. Work that does not start is refunded. The
   * response has the account in its headers.
   * @throws DomainError RATE_LIMITED or BUSY
   * @throws ClientLeft if the client left before the start
   */
  readonly run: <T>(points: number, work: (place: WorkPlace) => Promise<T>) => Promise<T>
}

/** Place as work sees it. The gate frees it. */
export type WorkPlace = Pick<Place, 'raiseTo' | 'read' | 'isOver'>

export interface GateOptions {
  readonly admission: Admission
  /** Null for no limit. */
  readonly rateLimit: Lazy<RateLimit> | null
  readonly clients: ClientAddresses
  /** Delays a refusal, to spread refusals over time. */
  readonly paceRefusal: PaceRefusal
}

/** Headers of the client's account: limit and remaining points per minute, seconds until all points are back. */
export const RATE_LIMIT_HEADERS = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'] as const

/** Creates the gate of each request: the account of its client, then the lane of its cost. */
export function createGates({ admission, rateLimit, clients, paceRefusal }: GateOptions) {
  return (request: IncomingMessage, response: ServerResponse): Gate => {
    /** Charges points, then enters. Refunds the points if that fails. */
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
      sendRateLimitHeaders(response, account, points)
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
        const due = points - paidPoints
        if (due <= 0) return
        // The check of admission comes first, since it is faster than a charge.
        await admission.check(points)
        await paid(due, 'UNREAD', nothing)
        paidPoints = points
      },
      async run(points, work) {
        const left = departureOf(response)
        const enter = (): Promise<Place> => admission.enter(points, left)
        const due = points - paidPoints
        // Points that `check` charged count for the first work only; an open stream runs work repeatedly.
        paidPoints = Math.max(0, -due)
        const place = due > 0 ? await paid(due, 'UNREAD', enter) : await enter()
        try {
          // A refused request frees its place before the delay of its refusal.
          const raiseTo = (more: number): Promise<void> => paid(more, 'READ', () => place.raiseTo(more), place.leave)
          return await work({ read: place.read, isOver: place.isOver, raiseTo })
        } finally {
          place.leave()
        }
      },
    }
  }
}

const nothing = (): Promise<void> => Promise.resolve()

/** Reports the departure of the client. It is several times as fast as an AbortController. */
const departureOf = (response: ServerResponse): Departure => ({
  get aborted() {
    return response.destroyed
  },
  addEventListener: (_, leave) => void response.once('close', leave),
  removeEventListener: (_, leave) => void response.off('close', leave),
})

/** Sets the headers of the account. A request that costs more than the points of a minute gets no Retry-After. */
function sendRateLimitHeaders(response: ServerResponse, account: Account, points: number): void {
  if (response.headersSent) return
  const { limit, remaining, resetSeconds, isAllowed } = account
  const figures = [limit, remaining, resetSeconds]
  for (const [index, name] of RATE_LIMIT_HEADERS.entries()) response.setHeader(name, String(figures[index]))
  if (!isAllowed && points <= limit) response.setHeader('Retry-After', String(resetSeconds))
}

const limited = (points: number, { remaining, limit }: Account): DomainError =>
  new DomainError(
    'RATE_LIMITED',
    points > limit
      ? `This costs ${points} points, more than the ${limit} that a client has per minute: request less.`
      : `This costs ${points} points, and ${remaining} of ${limit} per minute are left: try again later, or request less.`,
  )
