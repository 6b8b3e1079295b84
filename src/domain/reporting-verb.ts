import type { Stance } from './stance.ts'

/**
 * Reporting verbs by stance: the verb with which the source reports an assertion. Closed: a verb refines its stance and never
 * changes it, so none of them judges, as "admits" or "boasts" do. An assertion without one has the default verb of its stance.
 */
export const VERBS_OF_STANCES = {
  STATES: [
    'SAYS',
    'WRITES',
    'MENTIONS',
    'REPORTS',
    'REVEALS',
    'ANNOUNCES',
    'EXPLAINS',
    'STRESSES',
    'ASSURES',
    'ARGUES',
  ],
  CONFIRMS: ['CONFIRMS', 'ACKNOWLEDGES'],
  DENIES: ['DENIES', 'REJECTS', 'ASSURES'],
  ALLEGES: ['ALLEGES', 'CLAIMS'],
  SPECULATES: ['SPECULATES', 'THINKS', 'BELIEVES', 'SUSPECTS', 'SUGGESTS'],
  REPORTS_UNKNOWN: ['SAYS', 'WRITES', 'NOTES', 'STRESSES'],
  RETRACTS: [],
} as const satisfies Readonly<Record<Stance, readonly string[]>>

export type ReportingVerb = (typeof VERBS_OF_STANCES)[Stance][number]

const verbsOf = (stance: Stance): readonly ReportingVerb[] => VERBS_OF_STANCES[stance]

export const REPORTING_VERBS: readonly ReportingVerb[] = [...new Set(Object.values(VERBS_OF_STANCES).flat())]

export const isVerbOf = (verb: ReportingVerb, stance: Stance): boolean => verbsOf(stance).includes(verb)
