/**
 * An editor's words for a proposition in one language: a clause with its subject, in the present tense, without a speaker and without
 * a hedge. Sentences add those from each assertion.
 */
export interface Wording {
  /** "X sells its users' data" */
  readonly affirmed: string
  /** "X does not sell its users' data" */
  readonly negated: string
}

/** BCP 47 tag → wording. A language without one has the words that the grammar makes. */
export type LocalizedWording = Readonly<Record<string, Wording>>
