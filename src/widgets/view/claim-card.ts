import { type Assertion, tenseOf } from '../../domain/assertion.ts'
import { byAssertionDay } from '../../domain/assertion-order.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions, speakerRoleOf } from '../../domain/claim-status.ts'
import { archivedCopyOf } from '../../domain/source.ts'
import { standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, entityName, isNobody, mentionsOf } from '../../sentences/claimant-name.ts'
import { contradictionOf } from '../../sentences/contradiction.ts'
import { descentSentence } from '../../sentences/descent.ts'
import { documentedPeriod } from '../../sentences/documented-period.ts'
import { headline, headlineText, statusWithBy } from '../../sentences/headline.ts'
import { hedgedAct } from '../../sentences/hedged-act.ts'
import type { Names } from '../../sentences/names.ts'
import { sentenceOf } from '../../sentences/sentence.ts'
import { shortTitleOf } from '../../sentences/source-title.ts'
import { createWordsCache, type WordsCache } from '../../sentences/words-cache.ts'
import { formatDate, pickText } from '../../text/languages.ts'
import { assessmentOf } from './card-assessment.ts'
import { captureOf } from './card-capture.ts'
import { leadOf } from './card-lead.ts'
import { presumptionsOf } from './card-presumptions.ts'
import { translationOf } from './card-translation.ts'
import type { Links } from './links.ts'
import { byLinesBeside } from './shorter-by-lines.ts'
import type { CardUtterance, ClaimCard } from './view.ts'

const ALWAYS = { validOn: null }

/**
 * Returns the card of a claim: headline, annotations, sentence and every utterance. Sections of one page, which have the
 * same names and links, share the card.
 */
export function claimCard(details: ClaimDetails, names: Names, messages: Messages, links: Links): ClaimCard {
  const cached = cardsByLinks.get(links) ?? createWordsCache<ClaimCard>()
  cardsByLinks.set(links, cached)
  return cached(details, names, messages, () => makeCard(details, names, messages, links))
}

/** Cards of the page that has these links. They are collected with it. */
const cardsByLinks = new WeakMap<Links, WordsCache<ClaimCard>>()

function makeCard(details: ClaimDetails, names: Names, messages: Messages, links: Links): ClaimCard {
  const { claim, status } = details
  const live = liveInOrder(details)
  const words = headline(details, names, messages)
  const lead = leadOf(live, details, names, messages, links)
  return {
    id: `Claim:${claim.id}`,
    slug: claim.id,
    href: links.page({ kind: 'claim', slug: claim.id }),
    status: standingName(status),
    headline: words,
    title: headlineText(words),
    body: sentenceOf(details, ALWAYS, names, messages, { alone: false }),
    printed: live.flatMap((assertion) => assertion.claimantAsPrinted ?? []),
    contradiction: contradictionOf(details, status, names, messages),
    presumed: presumptionsOf(details, names, messages),
    descents: names.descents(claim.id).map((descent) => descentSentence(descent, names, messages)),
    assessment: assessmentOf(details.assessments, messages),
    lead,
    shorter: lead === null ? [statusWithBy(words).by] : byLinesBeside(lead, details, names, messages),
    unbroken: [...namesOn(live, details, names, messages), conditionOn(details, messages)],
    utterances: withoutRepeats(
      groupUnknowns(live).map((assertions) => utteranceOf(assertions, details, { names, messages, links })),
    ),
  }
}

/** Returns the names of the subject, the object and the claimants. */
function namesOn(
  live: readonly Assertion[],
  { claim: { subject, object } }: ClaimDetails,
  names: Names,
  messages: Messages,
): readonly string[] {
  const claimants = live.flatMap(({ claimantId }) => claimantId ?? [])
  const things = [subject, object].flatMap((one) => (one?.kind === 'Entity' ? [one.id] : []))
  return [...new Set([...things, ...claimants])].map((id) => entityName(id, names, messages))
}

/** Returns the condition under which the claim holds: "based on the user's consent". Empty without one. */
const conditionOn = ({ claim: { condition } }: ClaimDetails, { tag }: Messages): string =>
  condition === null ? '' : (pickText(condition, tag)?.value ?? '')

/** Returns live assertions, first parties before others, each by day. A card without room cuts the last ones. */
function liveInOrder(details: ClaimDetails): readonly Assertion[] {
  const isFirst = (assertion: Assertion): boolean => speakerRoleOf(assertion, details) === 'first'
  return [...liveAssertions(details.assertions, ALWAYS)].sort(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || byAssertionDay(a, b),
  )
}

/** Returns the annotations that accompany a claim everywhere and that its by-line lacks: contradiction and assessment. */
export const annotationsOn = ({ contradiction, assessment }: ClaimCard): readonly string[] =>
  [contradiction, assessment?.text ?? null].flatMap((words) => words ?? [])

/** Groups the REPORTS_UNKNOWN assertions of one sentence ("not yet confirmed by X or Elon Musk"). Others are groups of one. */
function groupUnknowns(assertions: readonly Assertion[]): readonly AssertionGroup[] {
  const groups = new Map<string, AssertionGroup>()
  for (const one of assertions) {
    const key = one.stance === 'REPORTS_UNKNOWN' ? unknownKey(one) : one.id
    const known = groups.get(key)
    groups.set(key, known ? [...known, one] : [one])
  }
  return [...groups.values()]
}

function unknownKey(one: Assertion): string {
  const { claimantId, claimantAsPrinted, sourceId, quote, assertedAt, heldFrom, heldUntil, evidentiality } = one
  const source = [sourceId, quote, assertedAt, heldFrom, heldUntil]
  return JSON.stringify([claimantId, claimantAsPrinted, tenseOf(one), evidentiality, ...source])
}

type AssertionGroup = readonly [Assertion, ...Assertion[]]

/** Removes utterances that look the same as an earlier one. */
function withoutRepeats(utterances: readonly CardUtterance[]): readonly CardUtterance[] {
  if (utterances.length < 2) return utterances
  const first = new Map<string, CardUtterance>()
  for (const { id, ...shown } of utterances) {
    const key = JSON.stringify(shown)
    if (!first.has(key)) first.set(key, { id, ...shown })
  }
  return [...first.values()]
}

function nameOnCard(assertion: Assertion, names: Names, messages: Messages): string {
  if (isNobody(assertion)) return messages.ui.unnamed
  return claimantName(assertion, names, messages, mentionsOf(names, messages)).name
}

function utteranceOf(
  assertions: AssertionGroup,
  details: ClaimDetails,
  { names, messages, links }: { readonly names: Names; readonly messages: Messages; readonly links: Links },
): CardUtterance {
  const { ui } = messages
  const [assertion] = assertions
  const { quote, stance, polarity, certainty, assertedAt } = assertion
  const source = names.source(assertion.sourceId)
  return {
    id: assertion.id,
    act: hedgedAct(assertions, names, messages),
    who: isNobody(assertion) ? messages.nameless : nameOnCard(assertion, names, messages),
    printed: assertion.claimantAsPrinted,
    stance,
    polarity,
    certainty,
    quote: quote === null ? null : { value: quote.exact, language: quote.language },
    translation: quote === null ? null : translationOf(quote, messages.tag),
    when: assertedAt === null ? ui.dateUnknown : formatDate(assertedAt, messages.tag),
    date: assertedAt,
    source: {
      title: source
        ? shortTitleOf(source, messages)
        : { value: assertion.sourceId, language: messages.tag, kind: 'PRINTED' },
      href: links.page({ kind: 'source', slug: assertion.sourceId }),
      url: source?.url ?? null,
    },
    capture: captureOf(source, quote?.versionId ?? null, messages, links),
    archive: source?.archive ? { name: source.archive.name, url: archivedCopyOf(source) } : null,
    documentedPeriod: documentedPeriod(assertion, messages),
    decides: assertions.some(({ id }) => details.status.because.includes(id)),
  }
}
