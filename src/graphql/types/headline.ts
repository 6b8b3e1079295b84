import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import { headlineIn } from '../../sentences/headline.ts'
import { builder, type Objects } from '../builder.ts'
import type { Context } from '../context.ts'
import { type MaybePromise, mapMaybePromise } from '../maybe-promise.ts'
import { loadClaim, loadHeadlineNames } from './load.ts'

export const HeadlineType = builder.objectRef<Objects['Headline']>('Headline').implement({
  description: 'A claim in words of one language. Show its three parts together: none of them is true alone.',
  fields: (t) => ({
    proposition: t.exposeString('proposition', {
      description:
        'Proposition with the hedges (“may”, “will”) that the assertions that decide the status share. It is negated if every live assertion states, alleges or guesses that it is not so.',
    }),
    status: t.exposeString('status', {
      description:
        'Status in a word, as it is true of `proposition`: “Disputed”. After a negated proposition it is not negated again.',
    }),
    by: t.exposeString('by', {
      description:
        'Claimants, each with a stance on `proposition`: “X states it; Elon Musk denies it”. It names three at most and counts the others.',
    }),
    language: t.exposeString('language', {
      description: 'Language of the words (BCP 47), English if Sanad has none in the wanted one.',
    }),
  }),
})

/** Returns the headline of a claim, by the status on a day; null counts all assertions. */
export const loadHeadline = (
  c: Context,
  { value, revision }: Objects['Claim'],
  language: string,
  validOn: string | null = null,
): MaybePromise<Objects['Headline']> =>
  mapMaybePromise(loadHeadlineNames(c, value, revision), (names) =>
    c.slices.run(() => headlineIn(language, value, names, { validOn })),
  )

/** Returns the headline of the claim with a slug. Null for an unknown slug. */
export const loadHeadlineOf = (
  c: Context,
  slug: Slug,
  revision: RevisionNumber,
  language: string,
): MaybePromise<Objects['Headline'] | null> =>
  mapMaybePromise(loadClaim(c, slug, revision), (claim) => claim && loadHeadline(c, claim, language))
