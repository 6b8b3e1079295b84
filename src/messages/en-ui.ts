import { enActs } from './en-acts.ts'
import { enAssistant } from './en-assistant.ts'
import { enBuilder } from './en-builder.ts'
import { enCharts } from './en-charts.ts'
import { enDocuments } from './en-documents.ts'
import { enExports } from './en-exports.ts'
import { enFeeds } from './en-feeds.ts'
import { enFront } from './en-front.ts'
import { enGraph } from './en-graph.ts'
import { enPages } from './en-pages.ts'
import { enReconciliation } from './en-reconciliation.ts'
import { enTables } from './en-tables.ts'
import { enThings } from './en-things.ts'
import { enWorkbook } from './en-workbook.ts'
import type { RetractionWords } from './words.ts'

/** Words of pages and widgets in English. Every other language has the same shape, which the compiler checks. */
export const enUi = {
  site: 'Sanad',
  tagline: 'Who said what, about which data, for which use, and how sure they are.',
  home: 'Home',
  search: 'Search',
  results: (count: number): string => (count === 1 ? '1 result' : `${count} results`),
  nothingFound: (text: string): string =>
    `Nothing contains all these words: ${text}. Try fewer words, or the beginnings of words.`,
  stories: 'Stories',
  claims: 'Claims',
  claim: 'Claim',
  entity: 'Entity',
  source: 'Source',
  story: 'Story',
  data: 'Data',
  use: 'Use',
  comparison: 'Comparison',
  skipToList: 'Skip the drawing: read it as a list',
  skipToContent: 'Skip to the content',
  header: {
    menu: 'Menu',
    navigation: 'Sections',
    breadcrumb: 'You are here',
    searchAll: 'Search the record',
    api: 'API',
    /** Short name of the language, in the choice of languages. */
    language: 'EN',
    /** Name of the side column. */
    about: 'About this page',
    sections: {
      stories: 'Stories',
      entities: 'People & companies',
      data: 'Data',
      sources: 'Sources',
      compare: 'Compare',
      embed: 'Embed',
    },
  },
  front: enFront,
  feeds: enFeeds,
  assistant: enAssistant,
  strip: {
    label: 'Claims by status',
    claims: (count: number): string => (count === 1 ? '1 claim' : `${count} claims`),
    oneMarkEach: (count: number): string => (count === 1 ? '1 claim' : `${count} claims, one mark each`),
    choose: 'Choose a status to filter',
  },
  diagram: 'diagram',
  asTable: 'The same as a table',
  saidBy: 'Who says so',
  /** Headings of those who speak on a claim, where their assents differ. */
  assents: { YES: 'Who says that it is so', NO: 'Who says that it is not', OPEN: 'Who leaves it open' },
  status: 'Status',
  quote: 'Words',
  noQuote: 'no words quoted',
  when: 'When',
  ourTranslation: 'our translation',
  archived: 'Archived copy',
  archivedBy: 'Archived by',
  captured: (date: string): string => `captured ${date}`,
  capturedUnknown: 'day of capture unknown',
  statesFrom: (date: string): string => `states that it is in force from ${date}`,
  versionKinds: { CHANGE: 'the text changed', TECHNICAL: 'a technical change only' },
  fingerprint: 'Fingerprint of the text',
  url: 'Address',
  dateUnknown: 'date unknown',
  /** Validity of the quoted words. The captured document may name another day for itself. */
  documentedSince: (from: string): string => `these words are in force since ${from}`,
  documentedBetween: (from: string, until: string): string => `these words were in force from ${from} to ${until}`,
  heldUntil: (until: string): string => `these words were in force until ${until}`,
  decides: 'decides the status',
  statusMeans: {
    DISPUTED: 'Some say that it is the case, others that it is not.',
    DENIED: 'The party concerned, or somebody who speaks for it, denies it.',
    CONFIRMED: 'The party concerned confirms it.',
    STATED: 'The party concerned says so itself. Nobody independent has confirmed it.',
    STATED_NOT: 'The party concerned itself says that it is not the case. This is not a denial of somebody’s words.',
    REPORTED: 'Somebody else reports it. The party concerned has not said so.',
    REPORTED_NOT: 'Somebody else reports that it is not the case. The party concerned has not spoken of it.',
    ALLEGED: 'It is alleged, or said with no source named.',
    ALLEGED_NOT: 'It is alleged not to be the case, or said so with no source named.',
    SPECULATED: 'It is a guess. Nobody claims to know.',
    SPECULATED_NOT: 'It is a guess that it is not the case. Nobody claims to know.',
    UNKNOWN: 'Nobody says whether it is the case.',
    RETRACTED: 'The speaker took it back.',
  },
  /** Reason for CONFIRMED if the first party states the claim itself instead of confirming it. */
  saidByOthersToo: 'The party concerned states it, and an independent speaker says the same.',
  /** Notice that a deciding speaker may not have spoken for a party on that day. */
  presumed: {
    DAY_UNKNOWN: (who: string, parties: string): string =>
      `What ${who} said counts as the word of ${parties}. The day is not known, so it is unclear whether ${who} spoke for ${parties} then.`,
    PERIOD_UNKNOWN: (who: string, parties: string): string =>
      `What ${who} said counts as the word of ${parties}. It is not known whether ${who} spoke for ${parties} then.`,
  },
  /** Fact that makes the word of a speaker count as that of a party, with its origin. */
  spokeFor: (who: string, parties: string, origin: string): string => `${who} spoke for ${parties} then (${origin}).`,
  /** The same where it is uncertain for that day. */
  speaksFor: (who: string, parties: string, origin: string): string =>
    `This record has ${who} as a speaker for ${parties} (${origin}).`,
  ...enActs,
  unnamed: 'a source not named',
  /** Heading of the assessments, which are the newsroom's own and no assertions. */
  assessment: 'Assessment by the newsroom',
  assessmentMeans: 'Our own view. It does not affect the status.',
  assessmentEarlier: 'earlier',
  judged: (author: string, date: string, verdict: string): string => `Assessment by ${author}, ${date}: ${verdict}`,
  verdicts: {
    UNASSESSED: 'assessment taken back',
    CORROBORATED: 'borne out',
    CONTRADICTED: 'contradicted',
    UNSUPPORTED: 'nothing found to bear it out',
  },
  more: (count: number): string => (count === 1 ? 'one more claim' : `${count} more claims`),
  moreRelations: (count: number): string => (count === 1 ? 'one more relation' : `${count} more relations`),
  moreClaims: (count: number): string =>
    count === 1 ? 'One more claim: see the whole list' : `${count} more claims: see the whole list`,
  onlyStatuses: (statuses: string, others: number, contested: string): string =>
    `Only claims that are ${statuses} are shown. ${others === 1 ? 'One other is' : `${others} others are`} not${contested === '' ? '' : `, among them ${contested}`}: see all.`,
  moreThan: (count: number): string => `More than ${count} claims: the most contested of them are here.`,
  noClaims: 'No such claim is recorded.',
  /** Headings of claims about others on the page of their claimant (SAID) or publisher (PUBLISHED). */
  further: { SAID: 'Said of others', PUBLISHED: 'Words of others in documents published here' },
  noneWithStatus: (statuses: string): string => `None of the claims here is ${statuses}.`,
  onlyJoins: (others: number, contested: string): string =>
    `Only what people and companies say of each other is shown. ${others === 1 ? 'One other claim is' : `${others} other claims are`} not${contested === '' ? '' : `, among them ${contested}`}: see all.`,
  onlyCells: (others: number, contested: string): string =>
    `${others === 1 ? 'One claim has' : `${others} claims have`} no place in this table${contested === '' ? '' : `, among them ${contested}`}, because ${others === 1 ? 'it names no data and no use, or is' : 'they name no data and no use, or are'} about a document: see the whole list.`,
  withoutCell: 'Claims without a place in the table',
  noJoins: (statuses: string): string =>
    `No claim here ${statuses === '' ? '' : `that is ${statuses} `}has a named speaker.`,
  noCells: (statuses: string): string =>
    `No claim here ${statuses === '' ? '' : `that is ${statuses} `}names data or a use.`,
  noUse: 'no use stated',
  noData: 'no data named',
  countOf: (count: number, word: string): string => `${count} ${word}`,
  pinnedAt: (date: string): string => `As the record stood on ${date}.`,
  changedSince: (count: number): string =>
    count === 1
      ? 'One claim has changed since this was published: see the current record.'
      : `${count} claims have changed since this was published: see the current record.`,
  seeCurrent: 'See the current record',
  corrections: {
    RETRACTED: ({ who, on, recorded, said }: RetractionWords): string =>
      `Taken back by ${who}${on === null ? ', day unknown' : ` ${on.isDay ? 'on' : 'in'} ${on.date}`} (recorded ${recorded}): ${said}`,
    WITHDRAWN: (date: string, said: string): string => `${date}: our mistake, taken out of this record: that ${said}`,
    REMOVED: (date: string, claim: string): string => `${date}: removed from this record: ${claim}`,
  },
  /** Line of a retraction on the page of the retracted assertion. */
  tookBack: (who: string, said: string): string => `${who} took this back: ${said}`,
  /** Replaces the retracted words if the database lacks the retracted assertion. */
  absentHere: (clause: string): string => `what was said on whether ${clause}`,
  moreCorrections: 'There are more corrections: see the complete list',
  noticesOfPart: 'Changes and corrections of claims on other pages or tabs are not among these notices.',
  lastChanged: (date: string): string => `Last changed ${date}.`,
  history: 'History',
  entries: (count: number): string => (count === 1 ? '1 entry' : `${count} entries`),
  recordedThen: (statements: number, claims: number): string =>
    `${statements === 1 ? '1 statement' : `${statements} statements`} on ${claims === 1 ? '1 claim' : `${claims} claims`}`,
  correctionsThen: (statements: number): string =>
    statements === 1 ? '1 statement taken back or out' : `${statements} statements taken back or out`,
  seeThen: 'see the record as it stood',
  noneStands: 'No statement on it stands in this record any more.',
  neverSaid: 'No statement on it is recorded.',
  recorded: (date: string): string => `recorded ${date}`,
  relations: 'Related claims',
  relationsOfMany: 'Related claims',
  relationKinds: {
    SUPPORTS: 'supports',
    DISAGREES_WITH: 'disagrees with',
    QUALIFIES: 'qualifies',
    BASIS_FOR: 'is a basis for',
    DERIVED_FROM: 'goes back to',
  },
  descent: 'Where these words come from',

  onOtherClaim: 'Said of another claim',
  soSays: (who: string): string => `According to ${who}.`,
  claimsReadIn: (document: string): string => `What ${document} says on whether`,
  drift: 'What changed on the way, in our comparison',
  notKnown: 'What is not known',
  cite: 'How to cite',
  citation: (title: string, asOf: string, url: string, read: string): string =>
    `Sanad, “${title}”, as recorded on ${asOf}, ${url} (read ${read}).`,
  embed: 'Embed',
  export: 'Export',
  exports: enExports,
  documents: enDocuments,
  ...enPages,
  ...enCharts,
  ...enGraph,
  names: 'Also called',
  former: (name: string, period: string | null, origin: string): string =>
    `formerly ${name} (${[...(period === null ? [] : [period]), origin].join('; ')})`,
  elsewhere: 'Elsewhere',
  broader: 'Broader',
  narrower: 'Narrower',
  versions: 'Captured versions',
  incomplete: 'incomplete: what is absent from it is not known',
  publishedBy: 'Published by',
  publishedAt: 'Published',
  titleTranslated: 'title translated',
  titlePrinted: 'Title as printed',
  titleIsTranslated: 'Its title is translated.',
  titleIsDescription: 'Its title is our description.',
  speaksForWhom: 'Speaks for',
  restsOn: 'Based on',
  restsUnknown: 'Its own sources are not known.',
  sources: 'Sources',
  attribution: 'Attribution',
  timeline: 'Timeline',
  matrix: 'Data by use',
  graph: 'Drawing',
  network: 'Network',
  statusNow: 'The status beside a line is that of its claim today, with all that is known now.',
  statements: (count: number): string => (count === 1 ? 'one statement' : `${count} statements`),
  captureOf: (title: string, from: string | null): string =>
    from === null ? `${title} was captured.` : `${title} was captured; it states that it is in force from ${from}.`,
  wordsFound: (count: number): string =>
    count === 1
      ? 'The words quoted for one statement stand in it'
      : `The words quoted for ${count} statements stand in it`,
  wordsAbsent: (count: number): string =>
    count === 1
      ? 'The words quoted for one statement do not stand in it'
      : `The words quoted for ${count} statements do not stand in it`,
  events: {
    CAPTURED: 'document captured',
    ASSERTED: 'said',
    HELD_FROM: 'in force from then',
    HELD_UNTIL: 'in force until then',
    VALID_FROM: 'holds from then',
    VALID_TO: 'holds until then',
    RECORDED: 'recorded here',
    WITHDRAWN: 'taken out of this record: our mistake',
  },
  close: 'Close',
  language: 'Language',
  page: 'Page',
  playground: 'For developers: the API and its playground',
  notFound: 'There is nothing here',
  notFoundHelp: (slug: string): string => `Nothing in this record is called “${slug}”.`,
  compareWhom: 'Choose whom to compare:',
  compareAtMost: (max: number): string => `At most ${max} can be compared. Choose them here:`,
  compareTwice: (slug: string): string => `“${slug}” stands more than once in this comparison. Name each entity once.`,
  near: 'Perhaps one of these',
  searchFor: (text: string): string => `Search for “${text}”`,
  notYet: 'Not yet recorded at that date',
  notYetSince: (slug: string, day: string, first: string): string =>
    `On ${day} this record had nothing called “${slug}”. It was first recorded on ${first}.`,
  gone: 'No longer in this record',
  goneWhen: (date: string): string => `Taken out of this record on ${date}.`,
  goneSaid: 'What it said, as it stood last',
  goneNoReason: 'The record gives no reason for it.',
  goneNote: (note: string): string => `Note of the change that took it out: “${note}”.`,
  goneLast: (date: string): string => `See it as it stood last, as recorded on ${date}`,
  unavailable: 'The record cannot be read just now. Try again in a few seconds.',
  tooManyRequests: 'Too many requests came from your address. Try again in a minute.',
  signInNeeded: 'Sign in to see this page.',
  notAllowed: 'Your account may not see this page.',
  asOfUnreadable: (given: string, example: string): string =>
    `asOf was not understood: “${given}”. Write an instant such as ${example}, or a day such as ${example.slice(0, 10)}. Nothing is shown, because the current record is not what was asked for.`,
  asOfInFuture: (instant: string): string =>
    `asOf is in the future: ${instant}. Write an instant that has passed, or leave it out for the current record. Nothing is shown, because nobody knows yet what the record will say.`,
  /** @param known names to choose from; empty if the message lists none */
  parameterUnknown: (given: string, near: string | null, known: readonly string[]): string =>
    [
      `The URL has a parameter that is not known: “${given}”.`,
      ...(near === null ? [] : [`Did you mean ${near}?`]),
      ...(known.length === 0 ? [] : [`Known parameters: ${known.join(', ')}.`]),
    ].join(' '),
  parameterRepeated: (name: string): string => `The URL has the parameter ${name} more than once. Give it once.`,
  parameterUndecodable: (name: string): string =>
    `The parameter ${name} has bytes that are not UTF-8. Write it again, or escape it as UTF-8.`,
  urlUnreadable: 'This URL has an escape that cannot be read. Check each % in it, or start from the home page.',
  urlTooLong: (max: number): string => `This URL is too long: at most ${max} characters are read.`,
  readOn: (site: string): string => `Read in full at ${site}`,
  things: enThings,
  reconciliation: enReconciliation,
  builder: enBuilder,
  tables: enTables,
  workbook: enWorkbook,
}

export type UiMessages = typeof enUi
