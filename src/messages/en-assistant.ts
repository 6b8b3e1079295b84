const STANCES = {
  STATES: 'statement',
  CONFIRMS: 'confirmation',
  DENIES: 'denial',
  ALLEGES: 'allegation',
  SPECULATES: 'guess',
  REPORTS_UNKNOWN: 'report that it is not known',
  RETRACTS: 'retraction',
}
const NEGATING: Partial<typeof STANCES> = {
  STATES: 'statement that it is not so',
  CONFIRMS: 'confirmation that it is not so',
  ALLEGES: 'allegation that it is not so',
  SPECULATES: 'guess that it is not so',
}
const CERTAINTIES = { CERTAIN: '', PROBABLE: ', as probable', POSSIBLE: ', as possible', UNDERSPECIFIED: '' }
const TENSES = { PRESENT: '', FUTURE: ', about the future' }

/** An assertion in a line of evidence. */
export interface ActOfEvidence {
  readonly name: string
  readonly stance: keyof typeof STANCES
  readonly negates: boolean
  readonly certainty: keyof typeof CERTAINTIES
  readonly tense: keyof typeof TENSES
  /** Null if unknown. */
  readonly day: string | null
}

/** Words of the texts that assistants read, in English. */
export const enAssistant = {
  stood: (instant: string, revision: number): string => `as the database stood on ${instant} (revision ${revision})`,
  stoodEmpty: (instant: string): string => `as the database stood on ${instant} (before its first revision)`,
  emptyDatabase: 'in a database without any revision',
  nothing: (stood: string): string => `Nothing found, ${stood}.`,
  found: (shown: number, all: number | null, stood: string): string =>
    `${all === null || all === shown ? shown : `${shown} of ${all}`} found, ${stood}.`,
  more: 'There are more results than shown here.',
  next: (cursor: string): string => `The next page: after = ${cursor}`,
  rule: 'Repeat each claim together with its status and with those who say it. A claim is no fact.',
  quoted: (quote: string, source: string): string => `“${quote}” – ${source}`,
  translated: (text: string): string => `Translation: “${text}”`,
  noQuote: (source: string): string => `No words are recorded, read in ${source}`,
  noEvidence: 'No statement on this claim stands.',
  furtherEvidence: (count: number): string => `${count} more ${count === 1 ? 'statement' : 'statements'} on this claim`,
  permalink: (url: string): string => `Permalink: ${url}`,
  act: ({ name, stance, negates, certainty, tense, day }: ActOfEvidence): string =>
    `${name} (${(negates ? NEGATING[stance] : undefined) ?? STANCES[stance]}${CERTAINTIES[certainty]}${TENSES[tense]}, ${day ?? 'no day is known'})`,
  noDay: 'No day is known',
  unknownPerson: 'nobody named',
  aboutIt: 'Claims that name it:',
  saidByIt: 'Claims on which it made a statement:',
  path: (length: number): string => `Connection with ${length} steps:`,
  cell: (entity: string, data: string, use: string): string => `${entity} · data: ${data} · use: ${use}`,
  none: 'none named',
  similarity: (score: number, words: string): string => `Words in common (weight ${score}): ${words}`,
  captured: (source: string, found: number, absent: number): string =>
    `${source} was captured: ${found} quotes are in it, ${absent} are not.`,
  verdict: (verdict: string, author: string, day: string, note: string): string =>
    `Assessment by the newsroom: ${verdict}, by ${author}, ${day}${note === '' ? '' : `. ${note}`}`,
  attribution: (credit: string): string => `Credit: ${credit}`,
}
