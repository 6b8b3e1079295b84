import { baseOf } from '../../text/languages.ts'
import { quoted } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

interface JudgingWords {
  /** Words of a stance or a status. */
  readonly stance: RegExp
  /** Words of certainty and tense. A month "May" has a capital. */
  readonly hedge: RegExp
}

/** Words, by language, that belong to an assertion and not to its proposition. Wordings in other languages are not searched. */
const JUDGING_WORDS: Readonly<Record<string, JudgingWords>> = {
  en: {
    stance:
      /\b(?:den(?:y|ies|ied)|sa(?:ys?|id)|alleg(?:es?|ed|edly)|claim(?:s that|ed)|confirm(?:s|ed)?|speculat(?:es?|ed)|report(?:s that|ed|edly)|disputed|suspect(?:s that|ed)|state(?:s that|d)|according to|rumou?red|supposedly|retract(?:s|ed)|took back|unconfirmed|unknown)\b/iu,
    hedge: /\b(?:may|might|could|perhaps|maybe|possibly|probably|likely|will|would|shall)\b/u,
  },
  id: {
    stance:
      /\b(?:(?:mem|di)bantah|(?:me|di)nyatakan|mengatakan|dikatakan|katanya|(?:men|di)duga|berspekulasi|dispekulasikan|mengk?onfirmasi|dikonfirmasi|(?:me|di)laporkan|(?:meng|di)klaim|disebut-sebut|konon|kabarnya|menurut|diperselisihkan|ditarik kembali)(?:nya)?\b/iu,
    hedge: /\b(?:mungkin|barangkali|bisa jadi|kemungkinan(?: besar)?|akan (?:me|di|ber|ter)\p{L}+|bakal)\b/iu,
  },
}

const FORMS = ['affirmed', 'negated'] as const

/**
 * A wording says the proposition alone. A stance, a status or a hedge in it would be attributed to every claimant.
 * Predicates about utterances (REPORTS, DESCRIBES) may have words of a stance.
 */
export const checkWordings = ({ claims }: Pick<ModelObjects, 'claims'>): readonly RuleProblem[] =>
  claims.flatMap(({ item: { wording = {}, predicate } }, i) =>
    Object.entries(wording).flatMap(([language, texts]) => {
      const isOfUtterance = predicate === 'REPORTS' || predicate === 'DESCRIBES'
      const problems = FORMS.flatMap((form) => {
        const message = problemOf(texts[form], language, isOfUtterance)
        return message === null ? [] : [brokenRule(['claims', i, 'wording', language, form], message)]
      })
      return texts.affirmed === texts.negated
        ? [
            ...problems,
            brokenRule(
              ['claims', i, 'wording', language, 'negated'],
              'says the same as affirmed: say that it is not so',
            ),
          ]
        : problems
    }),
  )

function problemOf(text: string, language: string, isOfUtterance: boolean): string | null {
  const words = JUDGING_WORDS[baseOf(language).toLowerCase()]
  const stance = isOfUtterance ? undefined : words?.stance.exec(text)?.[0]
  if (stance !== undefined)
    return `has the word ${quoted(stance)} of a stance or a status: leave it out, each assertion has its own stance and verb`
  const hedge = words?.hedge.exec(text)?.[0]
  if (hedge === undefined) return null
  return `has the word ${quoted(hedge)} of a hedge or a tense: write the present tense, each assertion has its own certainty and tense`
}
