import type { Assertion } from '../domain/assertion.ts'
import { liveAssertions, voiceOf } from '../domain/claim-status.ts'
import { claimantName, isNobody, mentionsOf } from '../domain/claimant-name.ts'
import type { WholeClaim } from '../domain/graph-store.ts'
import { type Labels, titleOf } from '../domain/labels.ts'
import { propositionOf, subjectName } from '../domain/proposition.ts'
import { sentenceOf, statusWord } from '../domain/sentence.ts'
import { archivedCopyOf } from '../domain/source.ts'
import type { Messages } from '../messages/en.ts'
import { formatDate, formatList, type TextInLanguage } from '../text/languages.ts'
import { judgementOf } from './judgement.ts'
import { pagePath } from './paths.ts'
import { presumptionsOf } from './presumption.ts'
import type { CardUtterance, ClaimCard } from './view.ts'

const ALWAYS = { validOn: null }
/** More names than these on a card are counted, not listed; the list below names them all. */
const NAMES_ON_CARD = 4

/** A claim as a card: status, proposition, who says so and who says otherwise, and every utterance for the detail. */
export function claimCard(whole: WholeClaim, labels: Labels, messages: Messages): ClaimCard {
  const { claim, status, assertions } = whole
  // The first party's word first, then others': what a card has no room for is the least.
  const isFirst = (assertion: Assertion): boolean => voiceOf(assertion, whole) === 'first'
  const live = [...liveAssertions(assertions, ALWAYS)].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
  const caveats = live.filter((a) => status.caveats.includes(a.id))
  return {
    id: `Claim:${claim.id}`,
    slug: claim.id,
    href: pagePath({ kind: 'claim', slug: claim.id }, messages.tag),
    status: status.status,
    statusWord: statusWord(status, messages),
    proposition: propositionOf(claim, labels, messages),
    sentence: sentenceOf(whole, ALWAYS, labels, messages),
    printed: live.flatMap((assertion) => assertion.claimantAsPrinted ?? []),
    claimants: claimantsLine(live, status.status === 'DENIED', labels, messages),
    caveat: caveats.length === 0 ? null : caveatWords(caveats, labels, messages),
    contradiction: status.contradictsItself ? messages.ui.contradiction(subjectName(claim, labels, messages)) : null,
    presumed: presumptionsOf(whole, labels, messages),
    judgement: judgementOf(whole.assessments, messages),
    utterances: sayOnce(live.map((assertion) => utteranceOf(assertion, whole, labels, messages))),
  }
}

/** What must stand wherever the claim does: what is not known of it, who contradicts itself, and how it was judged. */
export const remarksOn = ({ caveat, contradiction, judgement }: ClaimCard): readonly string[] =>
  [caveat, contradiction, judgement?.text ?? null].flatMap((words) => words ?? [])

/** Several entries may rest on one sentence ("not confirmed by X nor Musk"): a reader meets it once. */
function sayOnce(utterances: readonly CardUtterance[]): readonly CardUtterance[] {
  const keyOf = ({ id: _, ...shown }: CardUtterance): string => JSON.stringify(shown)
  const seen = new Set<string>()
  return utterances.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
}

/** Who belongs to it, and how they are introduced. */
type Group = readonly [(assertion: Assertion) => boolean, (who: string) => string]

/** "— X (possibly); guessed by “many”; denied by Elon Musk": a guess is never shown as a statement. */
function claimantsLine(live: readonly Assertion[], isDenied: boolean, labels: Labels, messages: Messages): string {
  const { ui } = messages
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
  const groups = isDenied ? [...negating, ...affirming] : [...affirming, ...negating]
  const parts = groups.flatMap(([belongs, words]) => {
    const group = live.filter(belongs)
    return group.length === 0 ? [] : [words(shortNames(group, labels, messages))]
  })
  return parts.length === 0 ? '' : `— ${parts.join('; ')}`
}

/** "not confirmed, no evidence: the article …". */
function caveatWords(caveats: readonly Assertion[], labels: Labels, messages: Messages): string {
  const { ui } = messages
  const missing = [...new Set(caveats.map(({ lacks }) => ui.missing[lacks ?? 'NOTHING_NAMED']))].sort()
  return ui.caveat(missing.join(', '), shortNames(caveats, labels, messages))
}

function shortNames(assertions: readonly Assertion[], labels: Labels, messages: Messages): string {
  const names = [...new Set(assertions.map((assertion) => hedgedName(assertion, labels, messages)))]
  const shown = names.slice(0, NAMES_ON_CARD)
  const rest = names.length - shown.length
  return formatList(rest === 0 ? shown : [...shown, `+${rest}`], messages.tag)
}

/** A hedge stands by the name of who hedged. */
function hedgedName(assertion: Assertion, labels: Labels, messages: Messages): string {
  const name = nameOnCard(assertion, labels, messages)
  const isHedged = assertion.certainty === 'POSSIBLE' || assertion.certainty === 'PROBABLE'
  return isHedged ? `${name} (${messages.ui.certainties[assertion.certainty]})` : name
}

function nameOnCard(assertion: Assertion, labels: Labels, messages: Messages): string {
  if (isNobody(assertion)) return messages.ui.unnamed
  return claimantName(assertion, labels, messages, mentionsOf(labels, messages)).name
}

function utteranceOf(assertion: Assertion, whole: WholeClaim, labels: Labels, messages: Messages): CardUtterance {
  const { ui } = messages
  const { quote, stance, polarity, certainty, evidentiality, assertedAt } = assertion
  const source = labels.source(assertion.sourceId)
  const act = polarity === 'NEGATES' && stance !== 'DENIES' ? ui.actNegated(ui.acts[stance]) : ui.acts[stance]
  const hedges = [ui.certainties[certainty], ui.evidentialities[evidentiality]].filter((word) => word !== '')
  return {
    id: assertion.id,
    act: `${act} (${hedges.join(', ')})`,
    who: nameOnCard(assertion, labels, messages),
    printed: assertion.claimantAsPrinted,
    stance,
    polarity,
    certainty,
    quote: quote === null ? null : { value: quote.exact, language: quote.language },
    translation: quote === null ? null : translationOf(quote, messages.tag),
    when: assertedAt === null ? ui.dateUnknown : formatDate(assertedAt, messages.tag),
    date: assertedAt,
    source: {
      title: source ? titleOf(source, messages.tag).value : assertion.sourceId,
      language: source ? titleOf(source, messages.tag).language : null,
      href: pagePath({ kind: 'source', slug: assertion.sourceId }, messages.tag),
      url: source?.url ?? null,
    },
    archive: source?.archive ? { name: source.archive.name, url: archivedCopyOf(source) } : null,
    held: heldWords(assertion, messages),
    decides: whole.status.because.includes(assertion.id),
  }
}

/** Ours, and only where the reader's language is not the quote's own. */
function translationOf(
  quote: { readonly language: string; readonly translations: readonly TextInLanguage[] },
  language: string,
): TextInLanguage | null {
  if (quote.language.split('-')[0] === language) return null
  return quote.translations.find((t) => t.language.split('-')[0] === language) ?? quote.translations[0] ?? null
}

function heldWords({ heldFrom, heldUntil }: Assertion, { ui, tag }: Messages): string | null {
  if (heldFrom && heldUntil) return ui.heldBetween(formatDate(heldFrom, tag), formatDate(heldUntil, tag))
  if (heldFrom) return ui.heldSince(formatDate(heldFrom, tag))
  return heldUntil ? ui.heldUntil(formatDate(heldUntil, tag)) : null
}
