import type { LocalizedText } from './name.ts'

/** An editor's titled, ordered selection of claims. */
export interface Story {
  readonly id: string
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly leadSourceId: string | null
  readonly claimIds: readonly string[]
}
