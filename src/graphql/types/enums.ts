import { VERDICTS } from '../../domain/assessment.ts'
import { RELATION_KINDS } from '../../domain/claim.ts'
import { EDGE_ROLES, NODE_KINDS } from '../../domain/claim-graph.ts'
import { PRESUMPTIONS, STATUSES } from '../../domain/claim-status-types.ts'
import { ENTITY_KINDS } from '../../domain/entity.ts'
import { MATCH_KINDS, NAME_KINDS } from '../../domain/name.ts'
import { PREDICATE_NAMES } from '../../domain/predicate.ts'
import { DERIVATIONS, SOURCE_KINDS, VERSION_KINDS } from '../../domain/source.ts'
import { STANDINGS } from '../../domain/standing.ts'
import { CLAIM_ORDERS } from '../../domain/store/claim-filter.ts'
import { ENTITY_ORDERS } from '../../domain/store/entity-filter.ts'
import { SEARCH_FIELDS } from '../../domain/store/search-candidate.ts'
import { SOURCE_ORDERS } from '../../domain/store/source-filter.ts'
import { THING_KINDS } from '../../domain/thing-kind.ts'
import { CLOCKS, TIMELINE_EVENTS } from '../../domain/timeline.ts'
import { builder } from '../builder.ts'
import { values } from './enum-values.ts'

/** Statuses from the most contested, with their side where a status has two. */
const CONTEST_ORDER = STANDINGS.map(({ status, polarity }) => {
  const hasSides = STANDINGS.filter((one) => one.status === status).length > 1
  return hasSides ? `${status} (${polarity ?? 'both sides'})` : status
}).join(', ')

const STATUS_TABLE = `Status of a claim, derived from its assertions; nobody sets it by hand. The first party is the subject of the claim, for OWNS, SHARES_WITH and COLLABORATES_WITH also the object, and every entity that spoke for one of them on the day of the assertion (\`representatives\` with a \`reason\` are uncertain cases). A document speaks through its publisher. An assertion is live unless its claimant retracted it, the newsroom withdrew it or, with \`validOn\`, no document contained it on that day. A live assertion counts if it states, confirms, denies or alleges, and is not hearsay without a claimant. A third party is independent if its assertion is first-hand and its source, whose derivation is KNOWN, shares no document with the first party. The first row that applies decides:

| condition | status | polarity |
|---|---|---|
| the claim has no assertions | \`UNKNOWN\` | – |
| no assertion is live, and a claimant retracted one | \`RETRACTED\` | – |
| no assertion is live, for other reasons | \`UNKNOWN\` | – |
| assertions that count affirm and negate | \`DISPUTED\` | – |
| the first party denies | \`DENIED\` | negates |
| the first party states or confirms that it is not so | \`STATED\` | negates |
| the first party confirms; or it states, and an independent third party states or confirms | \`CONFIRMED\` | affirms |
| the first party states that it is so | \`STATED\` | affirms |
| a third party states, confirms or denies | \`REPORTED\` | its own |
| an assertion that counts alleges; or none counts, and hearsay without a claimant says so | \`ALLEGED\` | its own, – if both |
| somebody speculates | \`SPECULATED\` | its own, – if both |
| all live assertions are \`REPORTS_UNKNOWN\` | \`UNKNOWN\` | – |`

export const PresumptionEnum = builder.enumType('Presumption', {
  description: 'Reason why it is uncertain that a speaker spoke for a party on the day of an assertion.',
  values: values(PRESUMPTIONS, {
    DAY_UNKNOWN: 'Day of the assertion unknown: any period in which the speaker spoke for the party counts.',
    PERIOD_UNKNOWN:
      'Period not known exactly: a bound of `speaksFor` is unknown, or a date is not precise enough for that day.',
  }),
})

export const StatusEnum = builder.enumType('Status', {
  description: STATUS_TABLE,
  values: values(STATUSES, {
    DISPUTED: 'Contested: some assertions that count affirm the claim, others negate it. Show both sides.',
    DENIED: 'Denied by the first party, which rejects what others said, asked or feared; nobody who counts affirms it.',
    CONFIRMED: 'Confirmed by the first party, or stated by it and by an independent third party too.',
    STATED:
      'Stated by the first party about itself, and not confirmed independently. With the polarity NEGATES, it states that it is not so, without denying anything.',
    REPORTED: 'Stated by third parties only, or negated by them: see the polarity.',
    ALLEGED: 'Alleged by somebody, or passed on as hearsay without a name.',
    SPECULATED: 'Guessed only; nobody states or alleges it.',
    UNKNOWN: 'Neither affirmed nor negated by any assertion.',
    RETRACTED: 'Taken back by its claimant; no other assertion is left.',
  }),
})
export const VerdictEnum = builder.enumType('Verdict', {
  description:
    "The newsroom's own finding on a claim. It never changes the status, which follows from assertions alone.",
  values: values(VERDICTS, {
    UNASSESSED: 'Not examined, or an earlier verdict was taken back.',
    CORROBORATED: 'Found to be supported by evidence.',
    CONTRADICTED: 'Found to be contradicted by evidence.',
    UNSUPPORTED: 'Examined, and no evidence was found that supports it.',
  }),
})
export const PredicateEnum = builder.enumType('Predicate', {
  description:
    'Verb of a claim, always in positive form. A denial is an assertion with the polarity NEGATES, not a claim of its own.',
  values: values(PREDICATE_NAMES, {
    COLLECTS: 'The subject collects the data that `data` names.',
    PROCESSES: 'The subject processes the data that `data` names.',
    USES_FOR: 'The subject uses the data that `data` names for the purposes in `uses`.',
    SHARES_WITH: 'The subject shares the data with the object, for the purposes in `uses` if it names any.',
    SELLS: 'The subject sells the data that `data` names. The buyer is not part of the claim.',
    OWNS: 'The subject owns the object, which is an entity.',
    LEADS: 'The subject leads the object, which is an entity.',
    COLLABORATES_WITH: 'The subject works together with the object, which is an entity.',
    COMPETES_WITH: 'The subject competes with the object, which is an entity.',
    PURSUES: 'The subject aims at the object: a use, or a goal in words.',
    MOTIVATED_BY: 'The subject acts because of the object: another claim, or a reason in words.',
    PUBLISHES: 'The subject publishes the object: a document, or something described in words.',
    REPORTS: 'The subject reports the object, which is another claim.',
    EARNS: 'The subject earns the object, such as a sum in words, from the data that `data` names, if any.',
    DESCRIBES: 'The subject describes something as the object puts it in words, such as “LinkedIn is a ‘cringe’ site”.',
  }),
})
/** Descriptions of the kinds of entity, as enum values and as object types. */
export const ENTITY_NOTES = {
  Person: 'A named human being.',
  Organization: 'A company, an authority, a newsroom or the like.',
  Service: 'A product that people use, such as a social network. Its operator is an Organization.',
  Group: 'An unnamed public, such as members of the public. `claimantAsPrinted` of each assertion says how many.',
}
export const EntityKindEnum = builder.enumType('EntityKind', {
  description: 'Kind of an entity, and the name of its GraphQL type.',
  values: values(ENTITY_KINDS, ENTITY_NOTES),
})
export const SourceKindEnum = builder.enumType('SourceKind', {
  description: 'Form of a document. It says nothing about reliability.',
  values: values(SOURCE_KINDS, {
    ARTICLE: 'Article of a newspaper, a magazine or a news agency.',
    POLICY: 'Terms of use, a privacy policy or the like, captured in versions.',
    POST: 'Post on a social network or a blog.',
    FILING: 'Document filed with a court or an authority.',
    DATASET: 'Data that was published as such.',
    OTHER: 'Document of any other form.',
  }),
})
export const DerivationEnum = builder.enumType('Derivation', {
  description:
    'Knowledge of the documents that a source rests on. Only a source with KNOWN can confirm a claim independently.',
  values: values(DERIVATIONS, {
    KNOWN: 'Complete: the source rests on the documents in `derivedFrom` and on no others.',
    UNKNOWN: 'Incomplete: the source may rest on documents that `derivedFrom` does not list.',
  }),
})
export const VersionKindEnum = builder.enumType('VersionKind', {
  description: 'Difference between a capture and the one before it; without meaning for the first.',
  values: values(VERSION_KINDS, {
    CHANGE: 'Content differs.',
    TECHNICAL: 'Form differs, or nothing does.',
  }),
})
export const NameKindEnum = builder.enumType('NameKind', {
  description: 'Use of a name: to be shown, or only to be found by.',
  values: values(NAME_KINDS, {
    PREFERRED: 'Name to show; sentences use it.',
    ALIAS: 'Another name in use; searches find it.',
    FORMER: 'Name that is no longer in use; searches find it.',
  }),
})
export const ConceptMatchEnum = builder.enumType('ConceptMatch', {
  description: 'Nearness of meaning between a concept here and one in another vocabulary (SKOS mapping properties).',
  values: values(MATCH_KINDS, {
    EXACT: 'Same meaning (skos:exactMatch).',
    CLOSE: 'Nearly the same meaning (skos:closeMatch).',
    BROAD: 'Broader meaning there (skos:broadMatch).',
    NARROW: 'Narrower meaning there (skos:narrowMatch).',
    RELATED: 'Associated meaning, neither broader nor narrower (skos:relatedMatch).',
  }),
})
export const RelationKindEnum = builder.enumType('RelationKind', {
  description: 'Kind of a relation, read from `from` to `to`, as a claimant or a source draws it (CiTO).',
  values: values(RELATION_KINDS, {
    SUPPORTS: 'Support: `from` is a reason to believe `to`.',
    DISAGREES_WITH: 'Disagreement: `from` says otherwise than `to`.',
    QUALIFIES: 'Limitation: `from` says under which condition, or how far, `to` is so.',
    BASIS_FOR: 'Basis: `to` rests on `from`.',
    DERIVED_FROM: 'Derivation: `from` was made out of `to` while it was passed on; `drift` says what changed.',
  }),
})
export const EntityOrderEnum = builder.enumType('EntityOrder', {
  description: 'Order of a list of entities; slugs break ties.',
  values: values(ENTITY_ORDERS, {
    SLUG: 'Slug, ascending.',
    NAME: 'First preferred name in the database, folded as for `search`, whatever language is requested: so a list has one order, and its cursors serve all languages. Scripts follow each other in the order of Unicode.',
  }),
})
export const SourceOrderEnum = builder.enumType('SourceOrder', {
  description: 'Order of a list of documents; slugs break ties.',
  values: values(SOURCE_ORDERS, {
    SLUG: 'Slug, ascending.',
    NEWEST: 'Day of publication, newest first, unknown last.',
  }),
})
export const ClaimOrderEnum = builder.enumType('ClaimOrder', {
  description: 'Order of a list of claims; slugs break ties.',
  values: values(CLAIM_ORDERS, {
    SLUG: 'Slug, ascending.',
    MOST_CONTESTED: `Status, with \`filter.validOn\` that of the day, in this order: ${CONTEST_ORDER}.`,
    FIRST_ASSERTED: 'Day of the earliest assertion of known day, oldest first, unknown last.',
    LAST_ASSERTED: 'Day of the latest assertion of known day, newest first, unknown last.',
  }),
})
export const ValidityEnum = builder.enumType('Validity', {
  description: 'Match between a day and a period of validity, as far as partial and unknown dates tell.',
  values: values(['CERTAIN', 'POSSIBLE', 'NO'], {
    CERTAIN: 'Day within the period, however partial dates are read. An unknown end means that the period goes on.',
    POSSIBLE: 'Day perhaps within the period: its beginning is unknown, or a date is not precise enough.',
    NO: 'Day before the beginning or after the end.',
  }),
})
const THING_NOTES = {
  Entity: 'Somebody or something that acts: a person, an organization, a service or a group.',
  DataCategory: 'A kind of personal data.',
  Use: 'A purpose that data is used for, or is said to be.',
  Claim: 'A proposition, whether anybody affirms it or not.',
  Source: 'A document: an article, a policy, a post, a filing, a data set.',
}
export const ThingKindEnum = builder.enumType('ThingKind', {
  description: 'Kind of an object with a global id and a page of its own.',
  values: values(THING_KINDS, { ...THING_NOTES, Story: "An editor's titled, ordered selection of claims." }),
})
export const NodeKindEnum = builder.enumType('NodeKind', {
  description: 'Kind of a node in a drawing. Stories are never drawn.',
  values: values(NODE_KINDS, THING_NOTES),
})
export const EdgeRoleEnum = builder.enumType('EdgeRole', {
  description: 'Role of the node at the end of an edge, in the claim at its beginning.',
  values: values(EDGE_ROLES, {
    SUBJECT: 'Subject of the claim.',
    OBJECT: 'Object of the claim.',
    DATA: 'Data category that the claim names.',
    USE: 'Use that the claim names.',
    CLAIMANT:
      'Claimant of an assertion on the claim, or the unsigned document that speaks for itself. The edge has its stance, polarity, certainty and tense.',
    RELATION: 'Another claim, to which a relation leads from this one.',
  }),
})
export const SearchFieldEnum = builder.enumType('SearchField', {
  description: `Text in which a search found the words. Among equal matches the order is ${SEARCH_FIELDS.join(', ')}.`,
  values: values(SEARCH_FIELDS, {
    PREFERRED: 'Preferred name of the object.',
    ALIAS: 'Another name in use.',
    FORMER: 'Name that is no longer in use.',
    TITLE: 'Title of a document or a story.',
    EXTERNAL_ID: 'Id in another register, such as Q918.',
    SLUG: 'Words of the slug, current or former.',
    WORDING: 'Words of an editor for the proposition of a claim.',
    ABOUT: 'Name of something that the claim names.',
    CLAIMANT: 'Name of a claimant, or the words of the source for one.',
    QUOTE: 'Quote of an assertion on the claim.',
    TRANSLATION: "The newsroom's translation of such a quote.",
    OBJECT: 'Object of the claim, if it is put in words.',
    CONDITION: 'Condition that is part of the claim.',
    SUMMARY: 'Summary of a story.',
    DEFINITION: 'Definition of a data category or a use.',
  }),
})
export const ClockEnum = builder.enumType('Clock', {
  description: 'Kind of time by which an event is dated: one of three that are independent of each other.',
  values: values(CLOCKS, {
    SAID: 'Day of an assertion, or of the capture of its document.',
    HOLDS: 'Day from or until which the claimed thing is true, or a document contained the words.',
    RECORDED: 'Instant at which the database recorded it.',
  }),
})
export const TimelineEventEnum = builder.enumType('TimelineEventKind', {
  description: 'Kind of an event. Each kind belongs to one clock.',
  values: values(TIMELINE_EVENTS, {
    CAPTURED: 'Capture of a document in which words quoted here stand, or were searched for in vain (clock SAID).',
    ASSERTED: 'Assertion on the claim (clock SAID).',
    HELD_FROM: 'First day on which the document contained the words (clock HOLDS).',
    HELD_UNTIL: 'Last day on which the document contained the words (clock HOLDS).',
    VALID_FROM: 'First day on which the claimed thing is true, according to the claim (clock HOLDS).',
    VALID_TO: 'Last day on which the claimed thing is true, according to the claim (clock HOLDS).',
    RECORDED: 'Recording of an assertion in the database (clock RECORDED).',
    WITHDRAWN: 'Recording of an assertion as withdrawn, since it was a mistake of the newsroom (clock RECORDED).',
  }),
})
