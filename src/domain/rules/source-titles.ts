import type { ModelObjects } from '../model-objects.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/** A source with titles in several languages has a `language`, which tells the printed title from translations. */
export const checkSourceTitles = ({ sources }: Pick<ModelObjects, 'sources'>): readonly RuleProblem[] =>
  sources.flatMap(({ item: { title, language, titleIsDescription } }, i) =>
    Object.keys(title).length > 1 && language === null && !titleIsDescription
      ? [
          brokenRule(
            ['sources', i, 'title'],
            'which of these was printed is not known: write the language of the document',
          ),
        ]
      : [],
  )
