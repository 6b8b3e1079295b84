import { type Assertion, tenseOf } from '../../domain/assertion.ts'
import { byAssertionDay } from '../../domain/assertion-order.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions, speakerRoleOf } from '../../domain/claim-status.ts'
import { archivedCopyOf } from '../../domain/source.ts'
import { isHedge } from '../../domain/stance.ts'
import { standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, isNobody, mentionsOf } from '../../sentences/claimant-name.ts'
import { headingOf, type SharedHedges, sharedHedges } from '../../sentences/heading.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { subjectName } from '../../sentences/proposition.ts'
import { sentenceOf, statusWord } from '../../sentences/sentence.ts'
import { titleOf } from '../../sentences/source-title.ts'
import { hedgeWords, stancePhrases } from '../../sentences/stance-phrases.ts'
import { formatDate, formatList } from '../../text/languages.ts'
import { assessmentOf } from './card-assessment.ts'
import { captureOf } from './card-capture.ts'
import { presumptionsOf } from './card-presumptions.ts'
import { translationOf } from './card-translation.ts'
import type { Links } from './links.ts'
import type { CardUtterance, ClaimCard } from './view.ts'

const ALWAYS = { validOn: null }
/** Maximum of names on a card; further ones are counted. The list below the drawing has them all. */
const NAMES_ON_CARD = 4

/** Returns the card of a claim: status, proposition, claimants of both sides, annotations, and every utterance. */
export function claimCard(details: ClaimDetails, names: Names, messages: Messages, links: Links): ClaimCard {
  const { claim, status } = details
  const live = liveInOrder(details)
  const caveats = live.filter((a) => status.caveats.includes(a.id))
  return {
    id: `Claim:${claim.id}`,
    slug: claim.id,
    href: links.page({ kind: 'claim', slug: claim.id }),
    status: standingName(status),
    statusWord: statusWord(status, messages),
    title: headlineText(headline(details, names, messages)),
    proposition: headingOf(details, names, messages),
    sentence: sentenceOf(details, ALWAYS, names, messages),
    body: sentenceOf(details, ALWAYS, names, messages, { alone: false }),
    printed: live.flatMap((assertion) => assertion.claimantAsPrinted ?? []),
    claimants: claimantsLine(details, names, messages),
    caveat: caveats.length === 0 ? null : caveatWords(caveats, sharedHedges(details), names, messages),
    contradiction: status.contradictsItself ? messages.ui.contradiction(subjectName(claim, names, messages)) : null,
    presumed: presumptionsOf(details, names, messages),
    assessment: assessmentOf(details.assessments, messages),
    utterances: withoutRepeats(
      groupUnknowns(live).map((assertions) => utteranceOf(assertions, details, { names, messages, links })),
    ),
  }
}

/** Returns live assertions, first parties before others, each by day. A card without room cuts the last ones. */
function liveInOrder(details: ClaimDetails): readonly Assertion[] {
  const isFirst = (assertion: Assertion): boolean => speakerRoleOf(assertion, details) === 'first'
  return [...liveAssertions(details.assertions, ALWAYS)].sort(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || byAssertionDay(a, b),
  )
}

/** Returns the annotations that accompany a claim everywhere: caveat, contradiction and assessment. */
export const annotationsOn = ({ caveat, contradiction, assessment }: ClaimCard): readonly string[] =>
  [caveat, contradiction, assessment?.text ?? null].flatMap((words) => words ?? [])

/** Groups the REPORTS_UNKNOWN assertions of one sentence ("not confirmed by X nor Musk"). Others are groups of one. */
function groupUnknowns(assertions: readonly Assertion[]): readonly AssertionGroup[] {
  const groups = new Map<string, AssertionGroup>()
  for (const one of assertions) {
    const { claimantId, claimantAsPrinted, sourceId, quote, assertedAt, heldFrom, heldUntil, evidentiality } = one
    const source = [sourceId, quote, assertedAt, heldFrom, heldUntil]
    const said = [claimantId, claimantAsPrinted, tenseOf(one), evidentiality, ...source]
    const key = one.stance === 'REPORTS_UNKNOWN' ? JSON.stringify(said) : one.id
    const known = groups.get(key)
    groups.set(key, known ? [...known, one] : [one])
  }
  return [...groups.values()]
}

type AssertionGroup = readonly [Assertion, ...Assertion[]]

/** Removes utterances that look the same as an earlier one. */
function withoutRepeats(utterances: readonly CardUtterance[]): readonly CardUtterance[] {
  const keyOf = ({ id: _, ...shown }: CardUtterance): string => JSON.stringify(shown)
  const seen = new Set<string>()
  return utterances.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
}

/** Filter of the assertions in a group, and the words around their claimants. */
type Group = readonly [(assertion: Assertion) => boolean, (who: string) => string]

/**
 * Returns the claimants by kind of stance: "— X (possibly); guessed by “many”; denied by Elon Musk". Empty without live
 * assertions that affirm or negate.
 */
export function claimantsLine(
  details: ClaimDetails,
  names: Names,
  messages: Messages,
  maxNames: number = NAMES_ON_CARD,
): string {
  const { ui } = messages
  const live = liveInOrder(details)
  const said = sharedHedges(details)
  const affirms = (a: Assertion): boolean => a.polarity === 'AFFIRMS'
  const plain = (who: string): string => who
  const affirming: readonly Group[] = [
    [(a) => affirms(a) && a.stance !== 'SPECULATES' && a.stance !== 'ALLEGES', plain],
    [(a) => affirms(a) && a.stance === 'ALLEGES', ui.allegedBy],
    [(a) => affirms(a) && a.stance === 'SPECULATES', ui.guessedBy],
  ]
  const negating: readonly Group[] = [
    [(a) => a.stance === 'DENIES', ui.deniedBy],
    [(a) => a.polarity === 'NEGATES' && a.stance !== 'DENIES', ui.notSoSays],
  ]
  // The deciding side comes first, since a narrow card cuts the end.
  const groups = details.status.status === 'DENIED' ? [...negating, ...affirming] : [...affirming, ...negating]
  const parts = groups.flatMap(([belongs, words]) => {
    const group = live.filter(belongs)
    return group.length === 0 ? [] : [words(shortNames(group, said, names, messages, maxNames))]
  })
  return parts.length === 0 ? '' : `— ${parts.join('; ')}`
}

/** Returns "not confirmed, no evidence: the article …". */
function caveatWords(caveats: readonly Assertion[], said: SharedHedges, names: Names, messages: Messages): string {
  const { ui } = messages
  const missing = [...new Set(caveats.map(({ lacks }) => ui.missing[lacks ?? 'NOTHING_NAMED']))].sort()
  return ui.caveat(missing.join(', '), shortNames(caveats, said, names, messages))
}

function shortNames(
  assertions: readonly Assertion[],
  said: SharedHedges,
  names: Names,
  messages: Messages,
  max: number = NAMES_ON_CARD,
): string {
  const claimantNames = [...new Set(assertions.map((assertion) => hedgedName(assertion, said, names, messages)))]
  const shown = claimantNames.slice(0, max)
  const rest = claimantNames.length - shown.length
  return formatList(rest === 0 ? shown : [...shown, `+${rest}`], messages.tag)
}

/** Adds hedges to a name if they differ from those in the heading above. */
function hedgedName(assertion: Assertion, said: SharedHedges, names: Names, messages: Messages): string {
  const { certainty, stance } = assertion
  const { certainties, tenses, unhedged } = messages.ui
  const isPlain = stance === 'REPORTS_UNKNOWN' || certainty === said.certainty
  const differs = isHedge(certainty) || isHedge(said.certainty)
  const tense = tenseOf(assertion)
  const hedges = [
    isPlain || !differs ? '' : certainty === 'CERTAIN' ? unhedged : certainties[certainty],
    tense === said.tense ? '' : tenses[tense],
  ].filter(Boolean)
  const name = nameOnCard(assertion, names, messages)
  return hedges.length === 0 ? name : `${name} (${hedges.join(', ')})`
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
  const { plural } = claimantName(assertion, names, messages, mentionsOf(names, messages))
  const act = stancePhrases(assertions, plural, names, messages)
  const hedges = hedgeWords(assertion, messages)
  return {
    id: assertion.id,
    act: hedges.length === 0 ? act : `${act} (${hedges.join('; ')})`,
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
        ? titleOf(source, messages.tag)
        : { value: assertion.sourceId, language: messages.tag, kind: 'PRINTED' },
      href: links.page({ kind: 'source', slug: assertion.sourceId }),
      url: source?.url ?? null,
    },
    capture: captureOf(source, quote?.versionId ?? null, messages, links),
    archive: source?.archive ? { name: source.archive.name, url: archivedCopyOf(source) } : null,
    documentedPeriod: validityWords(assertion, messages),
    decides: assertions.some(({ id }) => details.status.because.includes(id)),
  }
}

function validityWords({ heldFrom, heldUntil }: Assertion, { ui, tag }: Messages): string | null {
  if (heldFrom && heldUntil) return ui.documentedBetween(formatDate(heldFrom, tag), formatDate(heldUntil, tag))
  if (heldFrom) return ui.documentedSince(formatDate(heldFrom, tag))
  return heldUntil ? ui.heldUntil(formatDate(heldUntil, tag)) : null
}
