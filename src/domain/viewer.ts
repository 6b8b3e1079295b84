/** The roles of a signed-in viewer; a closed list. */
export const ROLES = ['READER', 'EDITOR'] as const
export type Role = (typeof ROLES)[number]

/** The person or program on whose behalf the database is read. */
export type Viewer =
  | { readonly kind: 'PUBLIC' }
  | {
      readonly kind: 'SIGNED_IN'
      /** The account; never shown to others. */
      readonly id: string
      readonly roles: readonly Role[]
    }

/** A reader without an account, who sees published states only. */
export const PUBLIC_VIEWER: Viewer = { kind: 'PUBLIC' }

/** Whether reads return drafts beside published states. */
export const seesDrafts = (viewer: Viewer): boolean => viewer.kind === 'SIGNED_IN' && viewer.roles.includes('EDITOR')
