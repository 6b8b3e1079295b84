import type { Act, ReportingVerb } from './words.ts'

/** Default verb of each act, without a verb of the document. */
const DEFAULT_VERBS = {
  STATES: 'SAYS',
  REPORTS: 'SAYS',
  CONFIRMS: 'CONFIRMS',
  DENIES: 'DENIES',
  DENIES_AS_PROBABLE: 'DENIES',
  DENIES_AS_POSSIBLE: 'DENIES',
  ALLEGES: 'ALLEGES',
  SPECULATES: 'SPECULATES',
  REPORTS_UNKNOWN: 'SAYS',
} as const satisfies Readonly<Record<Act, ReportingVerb>>

/** Reporting verbs, singular and plural. "That" follows each. None says that the words are true, as "reveals" would. */
const REPORTING_VERBS: Readonly<Record<ReportingVerb, readonly [one: string, many: string]>> = {
  SAYS: ['says', 'say'],
  WRITES: ['writes', 'write'],
  MENTIONS: ['states', 'state'],
  REPORTS: ['reports', 'report'],
  REVEALS: ['discloses', 'disclose'],
  ANNOUNCES: ['announces', 'announce'],
  EXPLAINS: ['explains', 'explain'],
  STRESSES: ['stresses', 'stress'],
  ASSURES: ['gives an assurance', 'give an assurance'],
  ARGUES: ['argues', 'argue'],
  CONFIRMS: ['confirms', 'confirm'],
  ACKNOWLEDGES: ['acknowledges', 'acknowledge'],
  DENIES: ['denies', 'deny'],
  REJECTS: ['rejects the suggestion', 'reject the suggestion'],
  ALLEGES: ['alleges', 'allege'],
  CLAIMS: ['claims', 'claim'],
  SPECULATES: ['speculates', 'speculate'],
  THINKS: ['thinks', 'think'],
  BELIEVES: ['believes', 'believe'],
  SUSPECTS: ['suspects', 'suspect'],
  SUGGESTS: ['suggests', 'suggest'],
  NOTES: ['notes', 'note'],
}

/** Returns the verb of a document, or else the default verb of the act. */
export const reportingVerbEn = (act: Act, verb: ReportingVerb | null, plural: boolean): string =>
  REPORTING_VERBS[verb ?? DEFAULT_VERBS[act]][plural ? 1 : 0]

/** Hedge of a denial, after its verb. */
export const DENIED_AS_EN: Readonly<Partial<Record<Act, string>>> = {
  DENIES_AS_PROBABLE: ', as likely rather than certain,',
  DENIES_AS_POSSIBLE: ', as possible rather than certain,',
}

/** Verbs that take a pronoun instead of a clause. Others need the clause: "stresses that it does not". */
const VERBS_OF_IT: Readonly<Partial<Record<ReportingVerb, string>>> = {
  SAYS: ' so',
  MENTIONS: ' it',
  REPORTS: ' it',
  REVEALS: ' it',
  ANNOUNCES: ' it',
  CONFIRMS: ' it',
  ACKNOWLEDGES: ' it',
  DENIES: ' it',
  REJECTS: '',
  ALLEGES: ' it',
  CLAIMS: ' it',
}

/** Returns the words of a by-line after the claimant: "states it", "denies that it will", "think it does". */
export function byLineActEn(
  act: Exclude<Act, 'REPORTS_UNKNOWN'>,
  verb: ReportingVerb | null,
  plural: boolean,
  { echo, isSame }: { readonly echo: string; readonly isSame: boolean },
): string {
  const hedge = DENIED_AS_EN[act] ?? ''
  const it = verb !== null ? VERBS_OF_IT[verb] : act === 'SPECULATES' ? undefined : ' it'
  const isShort = isSame && it !== undefined
  const says = reportingVerbEn(act, verb ?? byLineVerbOf(act, isShort), plural)
  if (isShort) return `${says}${it}${hedge.replace(/,$/u, '')}`
  return `${says}${hedge} ${/^(?:say|think|believe)/u.test(says) ? '' : 'that '}${echo}`
}

/** "States it" and "says it does" for a first party, "reports it" for others. */
function byLineVerbOf(act: Act, isShort: boolean): ReportingVerb | null {
  if (act === 'REPORTS') return 'REPORTS'
  return act === 'STATES' && isShort ? 'MENTIONS' : null
}
