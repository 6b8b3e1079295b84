import { RELATION_KINDS } from '../../domain/claim.ts'
import { EDGE_ROLES, NODE_KINDS } from '../../domain/claim-graph.ts'
import { STATUSES } from '../../domain/claim-status-types.ts'
import { ENTITY_KINDS } from '../../domain/entity.ts'
import { CLAIM_ORDERS, SEARCH_FIELDS, THING_KINDS } from '../../domain/graph-store.ts'
import { MATCH_KINDS, NAME_KINDS } from '../../domain/name.ts'
import { PREDICATE_NAMES } from '../../domain/predicate.ts'
import { DERIVATIONS, SOURCE_KINDS, VERSION_KINDS } from '../../domain/source.ts'
import { CERTAINTIES, EVIDENTIALITIES, POLARITIES, STANCES } from '../../domain/stance.ts'
import { CLOCKS, TIMELINE_EVENTS } from '../../domain/timeline.ts'
import { builder } from '../builder.ts'

const words = (value: string): string => value.toLowerCase().replaceAll('_', ' ')
/** Every value is described; what the words do not say by themselves is in `notes`. */
const values = <T extends string>(
  list: readonly T[],
  notes: Partial<Record<T, string>> = {},
): Record<T, { description: string }> =>
  Object.fromEntries(list.map((value) => [value, { description: notes[value] ?? `${words(value)}.` }])) as Record<
    T,
    { description: string }
  >

const STATUS_TABLE = `How a claim stands, derived from its assertions and explained by them; never stored by hand. The first row that fits:

| if … | status | polarity |
|---|---|---|
| there never was an assertion | \`UNKNOWN\` | – |
| there were some, none is live | \`RETRACTED\` | – |
| counting voices both affirm and negate | \`DISPUTED\` | – |
| the first party negates (states or denies that it is so) | \`DENIED\` | negates |
| the first party confirms; or it states, and an independent third voice states or confirms | \`CONFIRMED\` | affirms |
| the first party states | \`STATED\` | affirms |
| a third party states, confirms or denies | \`REPORTED\` | its own |
| a counting voice alleges; or none counts and nobody's hearsay says so | \`ALLEGED\` | its own, – if both |
| somebody speculates | \`SPECULATED\` | its own, – if both |
| there are only \`REPORTS_UNKNOWN\` | \`UNKNOWN\` | – |`

export const StatusEnum = builder.enumType('Status', { description: STATUS_TABLE, values: values(STATUSES) })
export const StanceEnum = builder.enumType('Stance', {
  description: 'The speech act of an assertion.',
  values: values(STANCES, {
    REPORTS_UNKNOWN: 'Says that it is not known, not confirmed, or without evidence.',
    RETRACTS: 'The claimant takes back an earlier assertion of its own.',
  }),
})
export const PolarityEnum = builder.enumType('Polarity', {
  description: 'Whether an assertion says that the claim is so, that it is not so, or neither.',
  values: values(POLARITIES),
})
export const CertaintyEnum = builder.enumType('Certainty', {
  description: 'How sure the claimant is, as the claimant puts it ("may" is POSSIBLE). It never changes the status.',
  values: values(CERTAINTIES),
})
export const EvidentialityEnum = builder.enumType('Evidentiality', {
  description: 'How the assertion reached us.',
  values: values(EVIDENTIALITIES),
})
export const PredicateEnum = builder.enumType('Predicate', {
  description: 'What a claim says of its subject, always in positive form.',
  values: values(PREDICATE_NAMES),
})
export const EntityKindEnum = builder.enumType('EntityKind', {
  description: 'Someone or something that acts. A Service is a product people use; a Group is an unnamed public.',
  values: values(ENTITY_KINDS),
})
export const SourceKindEnum = builder.enumType('SourceKind', {
  description: 'What kind of document.',
  values: values(SOURCE_KINDS),
})
export const DerivationEnum = builder.enumType('Derivation', {
  description: 'Whether it is known which documents a source rests on.',
  values: values(DERIVATIONS),
})
export const VersionKindEnum = builder.enumType('VersionKind', {
  description: 'Whether a capture differs in content or only in form.',
  values: values(VERSION_KINDS),
})
export const NameKindEnum = builder.enumType('NameKind', {
  description: 'What kind of name.',
  values: values(NAME_KINDS),
})
export const MatchKindEnum = builder.enumType('MatchKind', {
  description: 'How well our concept fits the outside one (SKOS).',
  values: values(MATCH_KINDS),
})
export const RelationKindEnum = builder.enumType('RelationKind', {
  description: 'How one claim bears on another (CiTO), as somebody said.',
  values: values(RELATION_KINDS),
})
export const ClaimOrderEnum = builder.enumType('ClaimOrder', {
  description: 'The order of a list of claims; equal keys are ordered by slug.',
  values: values(CLAIM_ORDERS, {
    MOST_CONTESTED: 'Disputed first, then denied, confirmed, stated, reported, alleged, speculated, unknown.',
    FIRST_ASSERTED: 'By the earliest known assertion, oldest first, unknown last.',
    LAST_ASSERTED: 'By the latest known assertion, newest first, unknown last.',
  }),
})
export const HoldsEnum = builder.enumType('Holds', {
  description: 'Whether something held on a day, as far as partial and unknown dates tell.',
  values: values(['CERTAIN', 'POSSIBLE', 'NO'] as const),
})
export const ThingKindEnum = builder.enumType('ThingKind', {
  description: 'Kinds of things that have a page of their own.',
  values: values(THING_KINDS),
})
export const NodeKindEnum = builder.enumType('NodeKind', {
  description: 'What a node of a drawing is.',
  values: values(NODE_KINDS),
})
export const EdgeRoleEnum = builder.enumType('EdgeRole', {
  description: 'What a thing is to a claim.',
  values: values(EDGE_ROLES, {
    SUBJECT: 'The claim speaks of it.',
    OBJECT: "It is the claim's object.",
    DATA: 'The claim concerns this kind of data.',
    USE: 'The claim names this use.',
    CLAIMANT: 'It said something on the claim.',
    RELATION: 'Another claim, on which this one bears.',
  }),
})
export const SearchFieldEnum = builder.enumType('SearchField', {
  description: 'By which text something was found; the heaviest first.',
  values: values(SEARCH_FIELDS, {
    PREFERRED: 'Its name.',
    ALIAS: 'Another name.',
    FORMER: 'A name that it had once.',
    EXTERNAL_ID: 'What it is elsewhere.',
    SLUG: 'The words of its key.',
    ABOUT: 'The name of something that a claim speaks of.',
    QUOTE: 'What was said on it.',
    TRANSLATION: 'Our translation of what was said on it.',
  }),
})
export const ClockEnum = builder.enumType('Clock', {
  description: 'Three clocks that are never mixed.',
  values: values(CLOCKS, {
    SAID: 'When somebody said it.',
    HOLDS: 'When what is said holds, or a document held it.',
    RECORDED: 'When this record learnt of it.',
  }),
})
export const TimelineEventEnum = builder.enumType('TimelineEventKind', {
  description: 'What happened.',
  values: values(TIMELINE_EVENTS, {
    ASSERTED: 'Somebody said something on it.',
    HELD_FROM: 'From here on, a document held it.',
    HELD_UNTIL: 'Until here, a document held it.',
    VALID_FROM: 'From here on, it is claimed to hold.',
    VALID_TO: 'Until here, it is claimed to hold.',
    RECORDED: 'This record learnt of it.',
    WITHDRAWN: 'An entry of our own that was taken out later was recorded.',
  }),
})
