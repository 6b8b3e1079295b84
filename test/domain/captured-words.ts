import type { Quote } from '../../src/domain/assertion.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { SourceVersion } from '../../src/domain/source.ts'

/** A capture of the small data set's policy. The last two digits of its id are its day in August 2023. */
export const version = (id: string, rest: Partial<SourceVersion> = {}): SourceVersion => ({
  id,
  sourceId: toSlug('policy'),
  capturedAt: `2023-08-${id.slice(-2)}`,
  sha256: null,
  effectiveFrom: null,
  kind: 'CHANGE',
  incomplete: false,
  note: null,
  ...rest,
})

/** A quote with constant words and the given fields. */
export const quote = (rest: Partial<Quote>): Quote => ({
  exact: 'may collect',
  prefix: null,
  suffix: null,
  start: null,
  end: null,
  language: 'en',
  versionId: null,
  translations: [],
  ...rest,
})
