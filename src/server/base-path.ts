import { DomainError } from '../domain/errors.ts'
import { routeOf } from './admission/request-cost.ts'

/** Returns the path of PUBLIC_URL, such as `/sanad`. Empty for a server at the root of its host. */
export const basePathOf = (publicUrl: string): string => {
  const slash = publicUrl.indexOf('/', publicUrl.indexOf('://') + 3)
  return slash < 0 ? '' : publicUrl.slice(slash)
}

/**
 * Refuses a PUBLIC_URL whose path begins with the name of a route, such as `/embed`, since a request for `/embed/claim/x`
 * would be ambiguous.
 * @throws DomainError BAD_INPUT
 */
export function checkBasePath(publicUrl: string): void {
  const base = basePathOf(publicUrl)
  if (base === '' || routeOf(base) === 'other') return
  const [, first] = base.split('/')
  const message = `PUBLIC_URL has the path ${base}, but /${first} is a path of Sanad itself: choose another, such as /sanad.`
  throw new DomainError('BAD_INPUT', message)
}
