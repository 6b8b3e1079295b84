import type { LocalizedWording } from '../../domain/wording.ts'
import { pickInLanguage } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'

export const ClaimWording = builder.objectRef<Objects['ClaimWording']>('ClaimWording').implement({
  description:
    'Words of an editor for a proposition in one language: clauses in the present tense, without a claimant or a hedge.',
  fields: (t) => ({
    affirmed: t.exposeString('affirmed', { description: 'Clause that the claim is so.' }),
    negated: t.exposeString('negated', { description: 'Clause that the claim is not so.' }),
    language: t.exposeString('language', { description: 'Language of the clauses (BCP 47).' }),
  }),
})

/** Returns the wording in the wanted language (BCP 47), by the fallback of `pickText`. Null without wordings. */
export const pickWording = (wordings: LocalizedWording, wanted: string): Objects['ClaimWording'] | null =>
  pickInLanguage(
    Object.entries(wordings).map(([language, wording]) => ({ ...wording, language })),
    wanted,
  )
