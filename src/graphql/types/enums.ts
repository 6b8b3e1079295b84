import { VERDICTS } from '../../domain/assessment.ts'
import { RELATION_KINDS } from '../../domain/claim.ts'
import { EDGE_ROLES, NODE_KINDS } from '../../domain/claim-graph.ts'
import { MOST_CONTESTED_FIRST, PRESUMPTIONS, STATUSES } from '../../domain/claim-status-types.ts'
import { ENTITY_KINDS } from '../../domain/entity.ts'
import { MATCH_KINDS, NAME_KINDS } from '../../domain/name.ts'
import { PREDICATE_NAMES } from '../../domain/predicate.ts'
import { DERIVATIONS, SOURCE_KINDS, VERSION_KINDS } from '../../domain/source.ts'
import { CLAIM_ORDERS } from '../../domain/store/claim-filter.ts'
import { ENTITY_ORDERS } from '../../domain/store/entity-filter.ts'
import { SEARCH_FIELDS } from '../../domain/store/search-candidate.ts'
import { SOURCE_ORDERS } from '../../domain/store/source-filter.ts'
import { THING_KINDS } from '../../domain/thing-kind.ts'
import { CLOCKS, TIMELINE_EVENTS } from '../../domain/timeline.ts'
import { builder } from '../builder.ts'
import { values } from './enum-values.ts'

const STATUS_TABLE = `How a claim stands, derived from its assertions and explained by them; never stored by hand. The first party is whom the claim speaks of (with OWNS, SHARES_WITH and COLLABORATES_WITH its object too), and whoever spoke for them when it was said (where that is not certain, \`presumed\` says so). An assertion is live unless its claimant took it back, the newsroom took it out, or no document held it on the day asked for; it counts unless it guesses, says that it is not known, or is hearsay of nobody. The first row that fits:

| if … | status | polarity |
|---|---|---|
| there never was an assertion | \`UNKNOWN\` | – |
| none is live, because a claimant took back what it had said | \`RETRACTED\` | – |
| none is live for another reason | \`UNKNOWN\` | – |
| counting voices both affirm and negate | \`DISPUTED\` | – |
| the first party negates (states or denies that it is so) | \`DENIED\` | negates |
| the first party confirms; or it states, and an independent third voice states or confirms | \`CONFIRMED\` | affirms |
| the first party states | \`STATED\` | affirms |
| a third party states, confirms or denies | \`REPORTED\` | its own |
| a counting voice alleges; or none counts and nobody's hearsay says so | \`ALLEGED\` | its own, – if both |
| somebody speculates | \`SPECULATED\` | its own, – if both |
| there are only \`REPORTS_UNKNOWN\` | \`UNKNOWN\` | – |`

export const PresumptionEnum = builder.enumType('Presumption', {
  description: 'Why it is not known whether somebody spoke for a party when something was said.',
  values: values(PRESUMPTIONS, {
    DAY_UNKNOWN:
      'The day on which it was said is not known, so any time at which its speaker spoke for the party counts.',
    PERIOD_UNKNOWN:
      'The record does not tell whether its speaker spoke for the party on that day: a bound is unknown, or a date is not precise enough.',
  }),
})

export const StatusEnum = builder.enumType('Status', {
  description: STATUS_TABLE,
  values: values(STATUSES, {
    DISPUTED: 'Some say that it is so, others that it is not: show both sides.',
    DENIED: 'The first party says that it is not so.',
    CONFIRMED: 'The first party confirms it, or states it and somebody independent says so too.',
    STATED: 'The first party says so itself.',
    REPORTED: 'Only others say so, or that it is not so: see the polarity.',
    ALLEGED: 'Somebody alleges it, or it is said and nobody is named.',
    SPECULATED: 'It is no more than a guess.',
    UNKNOWN: 'Nothing speaks for or against it.',
    RETRACTED: 'Whoever said so took it back.',
  }),
})
export const VerdictEnum = builder.enumType('Verdict', {
  description: "What the newsroom that keeps this record found of a claim. It never changes the claim's status.",
  values: values(VERDICTS, {
    UNASSESSED: 'Not judged, or an earlier judgement was taken back.',
    CORROBORATED: 'Found to be borne out.',
    CONTRADICTED: 'Found to be contradicted.',
    UNSUPPORTED: 'Nothing was found that bears it out.',
  }),
})
export const PredicateEnum = builder.enumType('Predicate', {
  description: 'What a claim says of its subject, always in positive form: who denies it says so in an assertion.',
  values: values(PREDICATE_NAMES, {
    COLLECTS: 'The subject collects the data.',
    PROCESSES: 'The subject processes the data.',
    USES_FOR: 'The subject uses the data for the uses.',
    SHARES_WITH: 'The subject shares the data with the object, for the uses if any are named.',
    SELLS: 'The subject sells the data.',
    OWNS: 'The subject owns the object.',
    LEADS: 'The subject leads the object.',
    COLLABORATES_WITH: 'The subject works together with the object.',
    COMPETES_WITH: 'The subject competes with the object.',
    PURSUES: 'The subject aims at the object: a use, or something put in words.',
    MOTIVATED_BY: 'The subject acts because of the object: a claim, or something put in words.',
    PUBLISHES: 'The subject publishes the object: a document, or something put in words.',
    REPORTS: 'The subject reports the object, which is a claim.',
    EARNS: 'The subject earns the object, put in words, from the data if any is named.',
    DESCRIBES: 'The subject holds what the object puts in words.',
  }),
})
export const ENTITY_NOTES = {
  Person: 'A human being.',
  Organization: 'A company, an agency, a newsroom.',
  Service: 'A product that people use, such as a social network.',
  Group: 'An unnamed public; how many it is said to be stands in each claimantAsPrinted.',
}
export const EntityKindEnum = builder.enumType('EntityKind', {
  description: 'What somebody or something that acts is.',
  values: values(ENTITY_KINDS, ENTITY_NOTES),
})
export const SourceKindEnum = builder.enumType('SourceKind', {
  description: 'What kind of document.',
  values: values(SOURCE_KINDS, {
    ARTICLE: 'Of a newspaper, a magazine, an agency.',
    POLICY: 'Terms of use, a privacy policy and the like; it has versions.',
    POST: 'On a social network or a blog.',
    FILING: 'Handed in to a court or an authority.',
    DATASET: 'Data that was published as such.',
    OTHER: 'None of these.',
  }),
})
export const DerivationEnum = builder.enumType('Derivation', {
  description: 'Whether it is known which documents a source rests on. Only what is known can count as independent.',
  values: values(DERIVATIONS, {
    KNOWN: 'It rests on the documents listed in derivedFrom, and on no others.',
    UNKNOWN: 'It may rest on others than those listed.',
  }),
})
export const VersionKindEnum = builder.enumType('VersionKind', {
  description: 'Whether a capture differs in content or only in form.',
  values: values(VERSION_KINDS, {
    CHANGE: 'It says something else than the capture before.',
    TECHNICAL: 'Only its form differs, or nothing does.',
  }),
})
export const NameKindEnum = builder.enumType('NameKind', {
  description: 'Whether something is to be called so.',
  values: values(NAME_KINDS, {
    PREFERRED: 'What to call it.',
    ALIAS: 'What others call it too; searches find it by this.',
    FORMER: 'What it was called once; searches find it by this.',
  }),
})
export const MatchKindEnum = builder.enumType('MatchKind', {
  description: 'How well our concept fits the outside one (SKOS).',
  values: values(MATCH_KINDS, {
    EXACT: 'The same.',
    CLOSE: 'Nearly the same.',
    BROAD: 'The outside one is broader.',
    NARROW: 'The outside one is narrower.',
    RELATED: 'Another one that has to do with it.',
  }),
})
export const RelationKindEnum = builder.enumType('RelationKind', {
  description: 'How one claim (from) bears on another (to), as somebody said (CiTO).',
  values: values(RELATION_KINDS, {
    SUPPORTS: 'from speaks for to.',
    DISAGREES_WITH: 'from says otherwise than to.',
    QUALIFIES: 'from limits to: under which condition it is so, or how far.',
    BASIS_FOR: 'to rests on from.',
    DERIVED_FROM: 'from was made out of to on the way; drift says what changed.',
  }),
})
export const EntityOrderEnum = builder.enumType('EntityOrder', {
  description: 'The order of a list of entities; equals by slug.',
  values: values(ENTITY_ORDERS, {
    SLUG: 'By slug.',
    NAME: 'By the first preferred name, case and diacritics aside.',
  }),
})
export const SourceOrderEnum = builder.enumType('SourceOrder', {
  description: 'The order of a list of documents; equals by slug.',
  values: values(SOURCE_ORDERS, {
    SLUG: 'By slug.',
    NEWEST: 'The last published first; those with no known date last.',
  }),
})
export const ClaimOrderEnum = builder.enumType('ClaimOrder', {
  description: 'The order of a list of claims; equal keys are ordered by slug.',
  values: values(CLAIM_ORDERS, {
    SLUG: 'By slug.',
    MOST_CONTESTED: `Of the statuses, with \`filter.validOn\` those of that day, in this order: ${MOST_CONTESTED_FIRST.join(', ')}.`,
    FIRST_ASSERTED: 'By the earliest known assertion, oldest first, unknown last.',
    LAST_ASSERTED: 'By the latest known assertion, newest first, unknown last.',
  }),
})
export const HoldsEnum = builder.enumType('Holds', {
  description: 'Whether something held on a day, as far as partial and unknown dates tell.',
  values: values(['CERTAIN', 'POSSIBLE', 'NO'], {
    CERTAIN: 'The day lies within its bounds, however they are read.',
    POSSIBLE: 'The day may lie within them: a bound is unknown, or known only roughly.',
    NO: 'It began later, or had ended.',
  }),
})
const THING_NOTES = {
  Entity: 'Somebody or something that acts: a person, an organization, a service or a group.',
  DataCategory: 'A kind of personal data.',
  Use: 'What data is, or is said to be, used for.',
  Claim: 'A proposition, whether anybody affirms it or not.',
  Source: 'A document.',
}
export const ThingKindEnum = builder.enumType('ThingKind', {
  description: 'Kinds of things that have an id and a page of their own.',
  values: values(THING_KINDS, { ...THING_NOTES, Story: "An editor's selection of claims." }),
})
export const NodeKindEnum = builder.enumType('NodeKind', {
  description: 'What a node of a drawing is.',
  values: values(NODE_KINDS, THING_NOTES),
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
    TITLE: 'What a document or a story is called.',
    EXTERNAL_ID: 'What it is called elsewhere, such as Q918.',
    SLUG: 'The words of its key, or of one that it had.',
    ABOUT: 'The name of something that a claim speaks of.',
    CLAIMANT: 'The name of somebody who said something on it, or how they were called there.',
    QUOTE: 'What was said on it.',
    TRANSLATION: 'Our translation of what was said on it.',
    OBJECT: 'What it says, where that is put in words.',
    CONDITION: 'Under which condition it is so.',
    SUMMARY: 'What a story is about.',
    DEFINITION: 'What counts as this kind of data, or as this use.',
  }),
})
export const ClockEnum = builder.enumType('Clock', {
  description: 'Three clocks that are never mixed.',
  values: values(CLOCKS, {
    SAID: 'When somebody said it, or a document that says it was captured.',
    HOLDS: 'When what is said holds, or a document held it.',
    RECORDED: 'When this record learnt of it.',
  }),
})
export const TimelineEventEnum = builder.enumType('TimelineEventKind', {
  description: 'What happened on a timeline.',
  values: values(TIMELINE_EVENTS, {
    CAPTURED: 'A document was captured in which words quoted here stand, or were looked for in vain.',
    ASSERTED: 'Somebody said something on it.',
    HELD_FROM: 'From here on, a document held it.',
    HELD_UNTIL: 'Until here, a document held it.',
    VALID_FROM: 'From here on, it is claimed to hold.',
    VALID_TO: 'Until here, it is claimed to hold.',
    RECORDED: 'This record learnt of it.',
    WITHDRAWN: 'An entry of our own that was taken out later was recorded.',
  }),
})
