import type { LocalizedText } from './name.ts'
import type { Slug } from './slug.ts'

/** An editor's titled, ordered selection of claims. */
export interface Story {
  readonly id: Slug
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly leadSourceId: Slug | null
  readonly claimIds: readonly Slug[]
}
