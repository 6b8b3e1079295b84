import { DomainError } from '../../src/domain/errors.ts'
import { PUBLIC_VIEWER, type Viewer } from '../../src/domain/viewer.ts'
import type { ViewerOf } from '../../src/server/viewer-of.ts'

export const EDITOR: Viewer = { kind: 'SIGNED_IN', id: 'editor', roles: ['EDITOR'] }
export const READER: Viewer = { kind: 'SIGNED_IN', id: 'reader', roles: ['READER'] }
export const AS_EDITOR = { Authorization: 'Bearer editor' }
export const AS_READER = { Authorization: 'Bearer reader' }

/** Accepts every token that names a known viewer. */
export const viewerOfToken: ViewerOf = ({ headers: { authorization } }) => {
  if (authorization === undefined) return PUBLIC_VIEWER
  const found = [EDITOR, READER].find(
    (viewer) => viewer.kind === 'SIGNED_IN' && authorization === `Bearer ${viewer.id}`,
  )
  if (found) return found
  throw new DomainError('UNAUTHENTICATED', 'The token is not valid: sign in again.')
}
