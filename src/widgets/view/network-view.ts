import { type Assertion, type PrintedName, tenseOf } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions, speakerOf } from '../../domain/claim-status.ts'
import type { Slug } from '../../domain/slug.ts'
import { STANDINGS, type StandingName, standingName } from '../../domain/standing.ts'
import { standingOfAct } from '../../domain/standing-of-act.ts'
import { commonPossibility } from '../../sentences/possibility.ts'
import { propositionOf } from '../../sentences/proposition.ts'
import { stancePhrases } from '../../sentences/stance-phrases.ts'
import { isolateText } from '../../text/isolate-text.ts'
import { baseOf } from '../../text/languages.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { assertionEvent } from './timeline-event.ts'
import type { NetworkEdge, NetworkView } from './view.ts'
import { entityNode, type ViewContext } from './view-context.ts'

/** One assertion as part of an edge: its speaker, and a party that the claim is about. */
interface Said {
  readonly details: ClaimDetails
  readonly assertion: Assertion
  readonly from: Slug
  readonly to: Slug
  readonly act: StandingName
}

/** Returns the parties that a claim is about: its subject, and the entity that is its object. */
const partiesOf = ({ claim: { subject, object } }: ClaimDetails): readonly Slug[] => [
  ...(subject.kind === 'Entity' ? [subject.id] : []),
  ...(object?.kind === 'Entity' && object.id !== subject.id ? [object.id] : []),
]

/** Returns whether a named speaker speaks of a party in the claim, so that the network has an edge for it. */
export const hasEdge = (details: ClaimDetails): boolean => saidIn(details).length > 0

function saidIn(details: ClaimDetails): readonly Said[] {
  return liveAssertions(details.assertions, { validOn: null }).flatMap((assertion) => {
    const from = speakerOf(assertion, details)
    if (from === null) return []
    const act = standingOfAct(assertion, details)
    return partiesOf(details).map((to) => ({ details, assertion, from, to, act }))
  })
}

/**
 * Returns who says what of whom: an edge for each speaker, party and act. A group has an edge for each of the words that
 * sources have for it, so that "some" and "most" stay.
 */
export async function networkView(claims: readonly ClaimDetails[], context: ViewContext): Promise<NetworkView> {
  const groups = new Map<string, [Said, ...Said[]]>()
  for (const one of claims.flatMap(saidIn)) {
    const { from, to, act, assertion } = one
    const isGroup = context.names.entity(from)?.kind === 'Group'
    const key = JSON.stringify([from, to, act, isGroup ? assertion.claimantAsPrinted?.value : null])
    const known = groups.get(key)
    if (known) known.push(one)
    else groups.set(key, [one])
  }
  const sorted = [...groups.values()].sort((a, b) => rank(a[0].act) - rank(b[0].act) || b.length - a.length)
  const edges = await mapInSlices([...sorted.entries()], ([i, said]) => edgeOf(said, `edge-${i + 1}`, context))
  const counts = new Map(sorted.flatMap(([{ from, to }]) => [to, from]).map((id) => [id, 0]))
  for (const id of claims.filter(hasEdge).flatMap(partiesOf)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const { ui } = context.header.messages
  return {
    kind: 'network',
    header: context.header,
    nodes: [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([id, count]) => ({
        ...entityNode(id, context),
        note: count === 0 ? '' : ui.networkParts.spokenOf(count),
      })),
    edges,
  }
}

/** Place of an act in the order of STANDINGS: denials first, the party's own statements and confirmations last. */
const rank = (act: StandingName): number => ORDER.indexOf(act)
const ORDER: readonly StandingName[] = [...new Set(STANDINGS.map(standingName))]

async function edgeOf(said: readonly [Said, ...Said[]], id: string, context: ViewContext): Promise<NetworkEdge> {
  const [first] = said
  const { messages } = context.header
  const { networkParts } = messages.ui
  const claims = new Set(said.map(({ details }) => details.claim.id))
  const speaker = context.names.entity(first.from)
  const printed = first.assertion.claimantAsPrinted
  const isGroup = speaker?.kind === 'Group'
  const verb = verbOf(first, isGroup, context)
  // Statements on one claim may differ in their hedges and tenses.
  const propositions = new Set(claims.size === 1 ? said.map((one) => proposition(one, context)) : [])
  const words =
    propositions.size === 1 ? [...propositions].join() : networkParts.claims(claims.size, first.act.endsWith('_NOT'))
  const isQuoted = isGroup && printed !== null
  const statements = await mapInSlices(said, (one) =>
    assertionEvent({ claim: one.details, assertion: one.assertion }, context),
  )
  return {
    id,
    from: `Entity:${first.from}`,
    to: `Entity:${first.to}`,
    act: first.act,
    verb: isQuoted ? (inLanguage(printed, messages.tag) ?? messages.quoted(isolateText(printed.value))) : verb,
    isOfOne: claims.size === 1,
    words: isQuoted ? `${verb} ${words}` : words,
    statements: once(statements),
  }
}

/** Returns the words of the source for a speaker in the language of the view; null without a translation. */
const inLanguage = ({ translations = [] }: PrintedName, language: string): string | null =>
  translations.find((one) => baseOf(one.language) === language)?.value ?? null

function verbOf({ assertion, act }: Said, plural: boolean, { names, header: { messages } }: ViewContext): string {
  if (assertion.stance === 'REPORTS_UNKNOWN') return stancePhrases([assertion], plural, names, messages)
  const { acts, actsOfMany, networkParts } = messages.ui
  if (act === 'REPORTED' || act === 'REPORTED_NOT') return networkParts.reports(plural)
  return (plural ? actsOfMany : acts)[assertion.stance]
}

/** Returns the proposition as the speaker says it, with its hedges; a denied one is positive beside "denies". */
function proposition({ details, assertion, to }: Said, { names, header: { messages } }: ViewContext): string {
  const { claim } = details
  const { stance, polarity, certainty } = assertion
  const isPlain = stance === 'DENIES' || stance === 'REPORTS_UNKNOWN'
  const kind = claim.subject.id === to ? names.entity(to)?.kind : undefined
  return propositionOf(claim, names, messages, {
    negated: polarity === 'NEGATES' && stance !== 'DENIES',
    certainty: isPlain ? 'CERTAIN' : certainty,
    possibility: commonPossibility([assertion]),
    tense: tenseOf(assertion),
    interrogative: isPlain,
    pronoun: kind === undefined ? '' : messages.byLine.pronouns[kind],
  })
}

const once = (statements: NetworkEdge['statements']): NetworkEdge['statements'] => [
  ...new Map(statements.map((one) => [`${one.href} ${one.text}`, one])).values(),
]
