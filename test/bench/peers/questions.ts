import type { NaturalData } from './natural-data.ts'
import {
  cardSets,
  categorySets,
  listSets,
  neighbourhoodSets,
  rareSets,
  recordSets,
  searchSets,
  type Variables,
} from './variable-sets.ts'

export const QUESTIONS = ['card', 'list', 'record-list', 'neighbourhood', 'search', 'rare-search', 'category'] as const
export type QuestionName = (typeof QUESTIONS)[number]

export interface Question {
  /** Column of the table. */
  readonly about: string
  /** Document for Sanad, and for all peers with the same shape. */
  readonly text: string
  /** Document for the schema that @neo4j/graphql makes. */
  readonly crud: string
  /** Variables of `crud`, from those of `text`. */
  readonly toCrud: (variables: Variables) => Variables
  /** Sets of variables, heaviest first, each once. */
  readonly sets: (data: NaturalData) => readonly Variables[]
}

const NAMED = 'slug name { value }'
const LISTED = `slug predicate status { value } sentence { value } data { ${NAMED} } uses { ${NAMED} }`
const CRUD_LISTED = 'slug predicate status sentence data { slug name } uses { slug name }'
const CRUD_NEAR = `slug label status polarity subject { slug name } subjectSource { slug name } objectEntity { slug name }
  objectUse { slug name } objectClaim { slug label status } objectSource { slug name } aboutIt { slug label status polarity }
  data { slug name } uses { slug name } assertions { stance polarity claimant { slug name } claimantSource { slug name } }`
const CONNECTED = (fields: string): string =>
  `first: $first, sort: [{ slug: ASC }]) { aggregate { count { nodes } } edges { node { ${fields} } } }`
const SEARCH =
  'query Search($text: String!, $first: Int!) { search(text: $text, kinds: [Claim], first: $first) { nodes { slug } } }'
const CRUD_SEARCH =
  'query Search($text: String!, $first: Int!) { searchClaims(phrase: $text, first: $first) { edges { node { slug } } } }'
const unchanged = (variables: Variables): Variables => variables
const toLucene = ({ text, first }: Variables): Variables => ({ text: toPhrase(String(text)), first })

/** Words of a search as a query of Lucene: all of them, each a beginning, but a single letter alone. */
export const toPhrase = (text: string): string =>
  text
    .split(' ')
    .map((word) => (word.length === 1 ? `+${word}` : `+${word}*`))
    .join(' ')

export const QUESTION: Readonly<Record<QuestionName, Question>> = {
  card: {
    about: 'entity card, up to 10 claims in full',
    text: `query Card($slug: String!, $first: Int!) { entity(slug: $slug) { ${NAMED} claims(first: $first) { nodes {
      slug status { value } data { ${NAMED} } uses { ${NAMED} }
      assertions { slug stance claimant { name { value } } source { title { value } } quote { exact } } } } } }`,
    crud: `query Card($slug: String!, $first: Int!) { entities(where: { slug: { eq: $slug } }) { slug name
      claimsAsSubject(limit: $first, sort: [{ slug: ASC }]) { slug status data { slug name } uses { slug name }
        assertions { slug stance quote claimant { name } source { name } } } } }`,
    toCrud: unchanged,
    sets: cardSets,
  },
  list: {
    about: 'filtered list of a subject',
    text: `query List($slug: String!, $statuses: [Status!]!, $first: Int!) {
      claims(filter: { subject: $slug, statuses: $statuses }, first: $first) { totalCount nodes { ${LISTED} } } }`,
    crud: `query List($slug: String!, $statuses: [String!]!, $first: Int!) {
      claimsConnection(where: { AND: [{ subject: { some: { slug: { eq: $slug } } } }, { status: { in: $statuses } }] },
        ${CONNECTED(CRUD_LISTED)} }`,
    toCrud: unchanged,
    sets: listSets,
  },
  'record-list': {
    about: 'filtered list of the whole record',
    text: `query RecordList($statuses: [Status!]!, $first: Int!) {
      claims(filter: { statuses: $statuses }, first: $first) { totalCount nodes { ${LISTED} } } }`,
    crud: `query RecordList($statuses: [String!]!, $first: Int!) {
      claimsConnection(where: { status: { in: $statuses } }, ${CONNECTED(CRUD_LISTED)} }`,
    toCrud: unchanged,
    sets: recordSets,
  },
  neighbourhood: {
    about: 'two-level neighbourhood of an entity',
    text: `query Neighbourhood($root: ID!, $limit: Int!) {
      graph(roots: [$root], depth: 2, limit: $limit, filter: { roles: [SUBJECT, OBJECT, DATA, USE, CLAIMANT] }) {
        complete nodes { id kind label { value } status } edges { from to role stance polarity } } }`,
    crud: `query Neighbourhood($slug: String!) { entities(where: { slug: { eq: $slug } }) { slug name
      claimsAsSubject { ${CRUD_NEAR} } claimsAsObject { ${CRUD_NEAR} } assertions { claim { ${CRUD_NEAR} } } } }`,
    toCrud: ({ root }) => ({ slug: String(root).slice('Entity:'.length) }),
    sets: neighbourhoodSets,
  },
  search: { about: 'search, many hits', text: SEARCH, crud: CRUD_SEARCH, toCrud: toLucene, sets: searchSets },
  'rare-search': { about: 'search, one hit', text: SEARCH, crud: CRUD_SEARCH, toCrud: toLucene, sets: rareSets },
  category: {
    about: 'claims by category, with all narrower ones',
    text: `query Category($slug: String!, $first: Int!) { claims(filter: { dataCategory: $slug }, first: $first) {
      totalCount nodes { slug status { value } sentence { value } data { ${NAMED} } } } }`,
    // Its filters have no path of variable length. The categories of the stories have at most three levels below.
    crud: `query Category($slug: String!, $first: Int!) { claimsConnection(where: { data: { some: { OR: [
      { slug: { eq: $slug } }, { broader: { some: { slug: { eq: $slug } } } },
      { broader: { some: { broader: { some: { slug: { eq: $slug } } } } } },
      { broader: { some: { broader: { some: { broader: { some: { slug: { eq: $slug } } } } } } } }] } } },
      ${CONNECTED('slug status sentence data { slug name }')} }`,
    toCrud: unchanged,
    sets: categorySets,
  },
}

/** The category question by a field with hand-written Cypher, as the manual of @neo4j/graphql advises for such paths. */
export const CATEGORY_BY_CYPHER = `query Category($slug: String!, $first: Int!) {
  dataCategories(where: { slug: { eq: $slug } }) { countWithNarrower claimsWithNarrower(first: $first) {
    slug status sentence data { slug name } } } }`
