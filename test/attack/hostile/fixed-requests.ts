import { argumentRequests } from './argument-requests.ts'
import { bodyRequests } from './body-requests.ts'
import { documentRequests } from './document-requests.ts'
import { headerRequests } from './header-requests.ts'
import type { HostileRequest } from './request.ts'
import { serviceRequests } from './service-requests.ts'
import { urlRequests } from './url-requests.ts'

/** All hostile requests written by hand: equal in every run, each with a unique name. */
export function fixedRequests(): readonly HostileRequest[] {
  return [
    ...argumentRequests(),
    ...documentRequests(),
    ...bodyRequests(),
    ...urlRequests(),
    ...headerRequests(),
    ...serviceRequests(),
  ]
}
