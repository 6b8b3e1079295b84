import type { LocalizedText } from './name.ts'
import type { Slug } from './slug.ts'

/** Claims in one picture: more are not legible. */
export const MAX_PICTURED = 12

/** An editor's titled, ordered selection of claims. */
export interface Story {
  readonly id: Slug
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly leadSourceId: Slug | null
  readonly claimIds: readonly Slug[]
  /** Claims of the picture, in its order: at most MAX_PICTURED of claimIds. Empty if the rule of balance chooses them. */
  readonly pictureIds: readonly Slug[]
}
