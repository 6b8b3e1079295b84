import { firstDay, lastDay } from '../../text/partial-date.ts'
import { quoting } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import type { Name } from '../name.ts'
import { type Overlap, overlapping } from './overlapping.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/**
 * An entity or a concept has a PREFERRED name, which sentences use, and never two in one language on one day. No name is
 * listed twice.
 */
export const checkNames = (objects: Pick<ModelObjects, 'entities' | 'concepts'>): readonly RuleProblem[] =>
  (['entities', 'concepts'] as const).flatMap((list) =>
    objects[list].flatMap(({ item: { id, names } }, i): readonly RuleProblem[] => {
      if (!names.some(isPreferred)) {
        const message = quoting`${id} has no PREFERRED name: make one of these the name that sentences use`
        return [brokenRule([list, i, 'names'], message)]
      }
      const repeated = overlapping(names, REPEATED).map(({ item: name, index }) => {
        const message = quoting`${name.value} is there twice as ${name.kind} in ${name.language}: keep one`
        return brokenRule([list, i, 'names', index], message)
      })
      const preferred = overlapping(names, PREFERRED).map(({ item: name, index, other }) => {
        const message = quoting`is preferred in ${name.language} beside ${other.value}: make one of the two an ALIAS or FORMER, or end it before the other begins`
        return brokenRule([list, i, 'names', index], message)
      })
      return [...repeated, ...preferred]
    }),
  )

const isPreferred = ({ kind }: Name): boolean => kind === 'PREFERRED'

/** Two names certainly overlap on one day. One may end in the month, or on the day, in which the other begins. */
const PREFERRED: Overlap<Name> = {
  groupOf: (name) => (isPreferred(name) ? name.language : null),
  beginOf: ({ validFrom }) => (validFrom ? lastDay(validFrom) : ''),
  endOf: ({ validTo }) => (validTo ? firstDay(validTo) : '~'),
  isWithin: (begin, end) => begin < end,
}

/** The same name of the same kind in one language. It may return after a period in which another was used. */
const REPEATED: Overlap<Name> = {
  ...PREFERRED,
  groupOf: (name) => (isPreferred(name) ? null : JSON.stringify([name.kind, name.language, name.value])),
}
