import { type Assertion, tenseOf } from '../../domain/assertion.ts'
import { bySaid } from '../../domain/assertion-order.ts'
import { liveAssertions, voiceOf } from '../../domain/claim-status.ts'
import type { WholeClaim } from '../../domain/graph-store.ts'
import { archivedCopyOf } from '../../domain/source.ts'
import { isHedge } from '../../domain/stance.ts'
import type { Messages } from '../../messages/en.ts'
import { claimTitle } from '../../sentences/claim-title.ts'
import { claimantName, isNobody, mentionsOf } from '../../sentences/claimant-name.ts'
import { headingOf, type SharedHedges, sharedHedges } from '../../sentences/heading.ts'
import type { Labels } from '../../sentences/names.ts'
import { subjectName } from '../../sentences/proposition.ts'
import { sentenceOf, statusWord } from '../../sentences/sentence.ts'
import { titleOf } from '../../sentences/source-title.ts'
import { actWords, hedgeWords } from '../../sentences/stance-phrases.ts'
import { formatDate, formatList } from '../../text/languages.ts'
import { judgementOf } from '../html/assessment.ts'
import { captureOf } from '../html/captures.ts'
import { presumptionsOf } from '../html/presumption.ts'
import { translationOf } from '../html/quotation.ts'
import { pagePath } from './paths.ts'
import type { CardUtterance, ClaimCard } from './view.ts'

const ALWAYS = { validOn: null }
/** More names than these on a card are counted, not listed; the list below names them all. */
const NAMES_ON_CARD = 4

/** A claim as a card: status, proposition, who says so and who says otherwise, and every utterance for the detail. */
export function claimCard(whole: WholeClaim, labels: Labels, messages: Messages): ClaimCard {
  const { claim, status } = whole
  const live = liveInOrder(whole)
  const caveats = live.filter((a) => status.caveats.includes(a.id))
  return {
    id: `Claim:${claim.id}`,
    slug: claim.id,
    href: pagePath({ kind: 'claim', slug: claim.id }, messages.tag),
    status: status.status,
    statusWord: statusWord(status, messages),
    title: claimTitle(whole, labels, messages),
    proposition: headingOf(whole, labels, messages),
    sentence: sentenceOf(whole, ALWAYS, labels, messages),
    body: sentenceOf(whole, ALWAYS, labels, messages, { alone: false }),
    printed: live.flatMap((assertion) => assertion.claimantAsPrinted ?? []),
    claimants: claimantsLine(whole, labels, messages),
    caveat: caveats.length === 0 ? null : caveatWords(caveats, sharedHedges(whole), labels, messages),
    contradiction: status.contradictsItself ? messages.ui.contradiction(subjectName(claim, labels, messages)) : null,
    presumed: presumptionsOf(whole, labels, messages),
    judgement: judgementOf(whole.assessments, messages),
    utterances: sayOnce(inOneBreath(live).map((assertions) => utteranceOf(assertions, whole, labels, messages))),
  }
}

/** The first party's word first, then others', each in the order of time: what a card has no room for is the least. */
function liveInOrder(whole: WholeClaim): readonly Assertion[] {
  const isFirst = (assertion: Assertion): boolean => voiceOf(assertion, whole) === 'first'
  return [...liveAssertions(whole.assertions, ALWAYS)].sort(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || bySaid(a, b),
  )
}

/** What must stand wherever the claim does: what is not known of it, who contradicts itself, and how it was judged. */
export const remarksOn = ({ caveat, contradiction, judgement }: ClaimCard): readonly string[] =>
  [caveat, contradiction, judgement?.text ?? null].flatMap((words) => words ?? [])

/** All that one sentence says is missing ("not confirmed by X nor Musk") belongs together; all else stands alone. */
function inOneBreath(assertions: readonly Assertion[]): readonly Breath[] {
  const breaths = new Map<string, Breath>()
  for (const one of assertions) {
    const { claimantId, claimantAsPrinted, sourceId, quote, assertedAt, heldFrom, heldUntil, evidentiality } = one
    const source = [sourceId, quote, assertedAt, heldFrom, heldUntil]
    const said = [claimantId, claimantAsPrinted, tenseOf(one), evidentiality, ...source]
    const key = one.stance === 'REPORTS_UNKNOWN' ? JSON.stringify(said) : one.id
    const known = breaths.get(key)
    breaths.set(key, known ? [...known, one] : [one])
  }
  return [...breaths.values()]
}

type Breath = readonly [Assertion, ...Assertion[]]

/** Several entries may say the same in the same words: a reader meets it once. */
function sayOnce(utterances: readonly CardUtterance[]): readonly CardUtterance[] {
  const keyOf = ({ id: _, ...shown }: CardUtterance): string => JSON.stringify(shown)
  const seen = new Set<string>()
  return utterances.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
}

/** Who belongs to it, and how they are introduced. */
type Group = readonly [(assertion: Assertion) => boolean, (who: string) => string]

/** "— X (possibly); guessed by “many”; denied by Elon Musk": a guess is never shown as a statement. */
export function claimantsLine(
  whole: WholeClaim,
  labels: Labels,
  messages: Messages,
  mostNames: number = NAMES_ON_CARD,
): string {
  const { ui } = messages
  const live = liveInOrder(whole)
  const said = sharedHedges(whole)
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
  // Who decides comes first: a narrow card cuts at the end.
  const groups = whole.status.status === 'DENIED' ? [...negating, ...affirming] : [...affirming, ...negating]
  const parts = groups.flatMap(([belongs, words]) => {
    const group = live.filter(belongs)
    return group.length === 0 ? [] : [words(shortNames(group, said, labels, messages, mostNames))]
  })
  return parts.length === 0 ? '' : `— ${parts.join('; ')}`
}

/** "not confirmed, no evidence: the article …". */
function caveatWords(caveats: readonly Assertion[], said: SharedHedges, labels: Labels, messages: Messages): string {
  const { ui } = messages
  const missing = [...new Set(caveats.map(({ lacks }) => ui.missing[lacks ?? 'NOTHING_NAMED']))].sort()
  return ui.caveat(missing.join(', '), shortNames(caveats, said, labels, messages))
}

function shortNames(
  assertions: readonly Assertion[],
  said: SharedHedges,
  labels: Labels,
  messages: Messages,
  most: number = NAMES_ON_CARD,
): string {
  const names = [...new Set(assertions.map((assertion) => hedgedName(assertion, said, labels, messages)))]
  const shown = names.slice(0, most)
  const rest = names.length - shown.length
  return formatList(rest === 0 ? shown : [...shown, `+${rest}`], messages.tag)
}

/** A hedge stands by the name of who hedged, unless the heading above says it of all. */
function hedgedName(assertion: Assertion, said: SharedHedges, labels: Labels, messages: Messages): string {
  const { certainty, stance } = assertion
  const { certainties, tenses, unhedged } = messages.ui
  const isPlain = stance === 'REPORTS_UNKNOWN' || certainty === said.certainty
  const differs = isHedge(certainty) || isHedge(said.certainty)
  const tense = tenseOf(assertion)
  const hedges = [
    isPlain || !differs ? '' : certainty === 'CERTAIN' ? unhedged : certainties[certainty],
    tense === said.tense ? '' : tenses[tense],
  ].filter(Boolean)
  const name = nameOnCard(assertion, labels, messages)
  return hedges.length === 0 ? name : `${name} (${hedges.join(', ')})`
}

function nameOnCard(assertion: Assertion, labels: Labels, messages: Messages): string {
  if (isNobody(assertion)) return messages.ui.unnamed
  return claimantName(assertion, labels, messages, mentionsOf(labels, messages)).name
}

function utteranceOf(assertions: Breath, whole: WholeClaim, labels: Labels, messages: Messages): CardUtterance {
  const { ui } = messages
  const [assertion] = assertions
  const { quote, stance, polarity, certainty, assertedAt } = assertion
  const source = labels.source(assertion.sourceId)
  const { plural } = claimantName(assertion, labels, messages, mentionsOf(labels, messages))
  const act = actWords(assertions, plural, labels, messages)
  const hedges = hedgeWords(assertion, messages)
  return {
    id: assertion.id,
    act: hedges.length === 0 ? act : `${act} (${hedges.join('; ')})`,
    who: isNobody(assertion) ? messages.nameless : nameOnCard(assertion, labels, messages),
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
      href: pagePath({ kind: 'source', slug: assertion.sourceId }, messages.tag),
      url: source?.url ?? null,
    },
    capture: captureOf(source, quote?.versionId ?? null, messages),
    archive: source?.archive ? { name: source.archive.name, url: archivedCopyOf(source) } : null,
    held: heldWords(assertion, messages),
    decides: assertions.some(({ id }) => whole.status.because.includes(id)),
  }
}

function heldWords({ heldFrom, heldUntil }: Assertion, { ui, tag }: Messages): string | null {
  if (heldFrom && heldUntil) return ui.heldBetween(formatDate(heldFrom, tag), formatDate(heldUntil, tag))
  if (heldFrom) return ui.heldSince(formatDate(heldFrom, tag))
  return heldUntil ? ui.heldUntil(formatDate(heldUntil, tag)) : null
}
