import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { ClaimParent } from '../../domain/store/claim-parent.ts'
import { NEIGHBOUR_KINDS, type NeighbourKind } from '../../domain/store/neighbours.ts'
import { returnStates } from './claim-states.ts'
import { type Statement, statement } from './statement.ts'

const LIVE = 'WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)'
/** Columns of a list. The state cache has the claims and the things that they name (read/state-cache.ts). */
const LISTED = 'w.claimId AS id, sortKey, w.named AS named'

/** Contest key on the requested day: that of a status period, else that over all time. */
const CONTEST_THEN = `coalesce(head([v IN w.statusPeriods WHERE left(v, 1) = $dayForm
  AND substring(v, 2, 10) <= $dayFirst AND substring(v, 13, 10) >= $dayLast | right(v, 1)]), w.contestKey)`

const STATUS_IS = [
  'AND ($contests IS NULL OR CASE WHEN $dayFirst IS NULL THEN w.contestKey IN $contests ELSE',
  CONTEST_THEN,
  'IN $contests END)',
].join(' ')

const PROPOSITION_FILTER = `
AND ($subject IS NULL OR w.subject = $subject)
AND ($party IS NULL OR w.subject = $party OR w.object = $party)
AND ($about IS NULL OR w.subject = $about OR w.object = $about OR coalesce(w.mentions, '') CONTAINS $aboutToken)
AND ($notParty IS NULL OR (w.subject <> $notParty AND w.object <> $notParty))
AND ($object IS NULL OR w.object = $object)
AND ($predicate IS NULL OR w.predicate IN $predicate)
AND ($claimantToken IS NULL OR w.assertionIndex CONTAINS $claimantToken
  OR ($alsoWithdrawn AND coalesce(w.withdrawnAssertionIndex, '') CONTAINS $claimantToken))
AND ($sourceToken IS NULL OR w.assertionIndex CONTAINS $sourceToken
  OR ($alsoWithdrawn AND coalesce(w.withdrawnAssertionIndex, '') CONTAINS $sourceToken))
AND ($sourceTokens IS NULL OR any(m IN $sourceTokens WHERE w.assertionIndex CONTAINS m
  OR ($alsoWithdrawn AND coalesce(w.withdrawnAssertionIndex, '') CONTAINS m)))
AND ($notInSourceToken IS NULL OR CASE WHEN $sourceToken IS NULL THEN NOT w.assertionIndex CONTAINS $notInSourceToken ELSE
  any(v IN ['says AFFIRMS|', 'says NEGATES|', 'says UNKNOWN|']
    WHERE w.assertionIndex CONTAINS $sourceToken + v AND NOT w.assertionIndex CONTAINS $notInSourceToken + v) END)
AND ($dataTokens IS NULL OR any(m IN $dataTokens WHERE w.data CONTAINS m))
AND ($useTokens IS NULL OR any(m IN $useTokens WHERE w.uses CONTAINS m))
AND ($dayFirst IS NULL OR (left(w.validRange, 10) <= $dayLast AND right(w.validRange, 10) >= $dayFirst))
AND ($ids IS NULL OR w.claimId IN $ids)`

/**
 * Conditions that one line of the assertion index must meet together (encoding/assertion-index.ts). Claims whose index lacks
 * every wanted token are excluded before the index is split into lines.
 */
const ONE_ASSERTION = `
AND ($stanceTokens IS NULL OR any(m IN $stanceTokens WHERE w.assertionIndex CONTAINS m))
AND ($evidentialityTokens IS NULL OR any(m IN $evidentialityTokens WHERE w.assertionIndex CONTAINS m))
AND (NOT $byAssertion OR ($orWithoutAssertions AND w.assertionIndex = '') OR any(v IN split(w.assertionIndex, '\\n') WHERE
  ($claimantToken IS NULL OR v CONTAINS $claimantToken)
  AND ($sourceToken IS NULL OR v CONTAINS $sourceToken)
  AND ($stanceTokens IS NULL OR any(m IN $stanceTokens WHERE v CONTAINS m))
  AND ($evidentialityTokens IS NULL OR any(m IN $evidentialityTokens WHERE v CONTAINS m))
  AND ($dayFirst IS NULL OR (substring(v, 22, 10) <= $dayLast AND substring(v, 33, 10) >= $dayFirst))
  AND ($saidFirst IS NULL OR v STARTS WITH $undatedPrefix
    OR (left(v, 10) <= $saidLast AND substring(v, 11, 10) >= $saidFirst))))`

const FILTER = [PROPOSITION_FILTER, ONE_ASSERTION, STATUS_IS].join('\n')

/** Sort key of an order. A property chosen by a parameter takes the embedded engine fifteen times as long. */
const SORT_KEY = [
  "CASE $order WHEN 'SLUG' THEN w.claimId WHEN 'MOST_CONTESTED' THEN CASE WHEN $dayFirst IS NULL THEN w.contestKey ELSE",
  CONTEST_THEN,
  "END WHEN 'FIRST_ASSERTED' THEN w.firstKey ELSE w.lastKey END AS sortKey",
].join(' ')

const AFTER = 'WHERE $cursorKey IS NULL OR sortKey > $cursorKey OR (sortKey = $cursorKey AND claimId > $cursorId)'
const IN_ORDER = 'ORDER BY sortKey, claimId LIMIT $limit'
const FORWARDS = [AFTER, 'WITH w, claimId, sortKey', IN_ORDER].join('\n')

const BACKWARDS = `
WHERE $cursorKey IS NULL OR sortKey < $cursorKey OR (sortKey = $cursorKey AND claimId < $cursorId)
WITH w, claimId, sortKey ORDER BY sortKey DESC, claimId DESC LIMIT $limit`

/**
 * Access paths: a list starts at the most selective thing of its filter, so its cost does not grow with the graph. Each yields
 * states of all revisions. One with `repeats` may yield a state more than once.
 */
const ANCHORS = {
  story: {
    start: `MATCH (s:Story {id: $anchor}) MATCH (s)-[:HAS_STATE]->(x) WHERE x.fromRevision <= $revision AND x.untilRevision > $revision AND ($drafts OR x.visibility IS NULL)
MATCH (x)-[:SELECTS]->(c) MATCH (c)-[:HAS_STATE]->(w)`,
    repeats: false,
  },
  ids: { start: 'UNWIND $ids AS k MATCH (c:Claim {id: k}) MATCH (c)-[:HAS_STATE]->(w)', repeats: true },
  subject: { start: 'MATCH (e:Entity {id: $anchor}) MATCH (e)<-[:HAS_SUBJECT]-(w)', repeats: false },
  claimant: {
    start: 'MATCH (e:Entity {id: $anchor}) MATCH (e)<-[:BY]-(a) MATCH (a)-[:ABOUT]->(c) MATCH (c)-[:HAS_STATE]->(w)',
    repeats: true,
  },
  source: {
    start:
      'MATCH (e:Source {id: $anchor}) MATCH (e)<-[:IN_SOURCE]-(a) MATCH (a)-[:ABOUT]->(c) MATCH (c)-[:HAS_STATE]->(w)',
    repeats: true,
  },
  party: { start: 'MATCH (e:Entity {id: $anchor}) MATCH (e)<-[:HAS_SUBJECT|HAS_OBJECT]-(w)', repeats: true },
  about: { start: 'MATCH (e:Entity {id: $anchor}) MATCH (e)<-[:HAS_SUBJECT|HAS_OBJECT|MENTIONS]-(w)', repeats: true },
  sources: {
    start:
      'UNWIND $sources AS k MATCH (e:Source {id: k}) MATCH (e)<-[:IN_SOURCE]-(a) MATCH (a)-[:ABOUT]->(c) MATCH (c)-[:HAS_STATE]->(w)',
    repeats: true,
  },
  data: { start: 'UNWIND $data AS k MATCH (e:DataCategory {id: k}) MATCH (e)<-[:CONCERNS]-(w)', repeats: true },
  uses: { start: 'UNWIND $uses AS k MATCH (e:Use {id: k}) MATCH (e)<-[:FOR|HAS_OBJECT]-(w)', repeats: true },
  predicate: { start: 'UNWIND $predicate AS k MATCH (w:ClaimState {predicate: k})', repeats: false },
  standing: { start: 'UNWIND $contests AS k MATCH (w:ClaimState {contestKey: k})', repeats: false },
  all: { start: 'MATCH (w:ClaimState)', repeats: false },
} as const
export type ClaimAnchor = keyof typeof ANCHORS

const atAnchor = (name: string, restOf: (each: string) => readonly string[]) => (anchor: ClaimAnchor) => {
  const { start, repeats } = ANCHORS[anchor]
  return statement<object>([name, anchor].join('.'), start, LIVE, FILTER, ...restOf(repeats ? 'DISTINCT w' : 'w'))
}
/** One statement for each access path, made of the same constant parts. */
const perAnchor = (...parts: Parameters<typeof atAnchor>): Readonly<Record<ClaimAnchor, Statement<object>>> => {
  const at = atAnchor(...parts)
  return {
    story: at('story'),
    ids: at('ids'),
    subject: at('subject'),
    claimant: at('claimant'),
    source: at('source'),
    party: at('party'),
    about: at('about'),
    sources: at('sources'),
    data: at('data'),
    uses: at('uses'),
    predicate: at('predicate'),
    standing: at('standing'),
    all: at('all'),
  }
}
const KEYS = [', w.claimId AS claimId,', SORT_KEY].join(' ')
const RETURNS = ['RETURN', LISTED].join(' ')
export const claimPagesForwards = perAnchor('claimsForwards', (each) => ['WITH', each, KEYS, FORWARDS, RETURNS])
export const claimPagesBackwards = perAnchor('claimsBackwards', (each) => ['WITH', each, KEYS, BACKWARDS, RETURNS])
export const claimCounts = perAnchor('claimCount', (each) => [
  'WITH',
  each,
  'RETURN count(DISTINCT w.claimId) AS total',
])
/**
 * Slugs of a list in order, in one row, which is transferred much faster than a row each. An export then reads the states by
 * slug, since every page by cursor scans the complete list.
 */
export const claimSlugs = perAnchor('claimSlugs', (each) => [
  'WITH',
  each,
  ', w.claimId AS claimId WHERE $cursorId IS NULL OR claimId > $cursorId',
  'WITH claimId ORDER BY claimId LIMIT $limit RETURN collect(claimId) AS ids',
])
const withStates = atAnchor('claimsWithStates', (each) => [
  ['WITH collect(', each, ') AS listed UNWIND listed AS w WITH w, size(listed) AS total'].join(''),
  KEYS,
  AFTER,
  'WITH w, claimId, sortKey, total',
  IN_ORDER,
  'MATCH (w)<-[:HAS_STATE]-(n)',
  returnStates({ id: 'claimId', sortKey: 'sortKey', total: 'total' }),
])
/**
 * A page with the states of its claims, of the things that these name, and with the length of the list. Lists of the
 * whole database have no such statement, since it would collect all of them.
 */
export const claimPagesWithStates: Readonly<Partial<Record<ClaimAnchor, Statement<object>>>> = {
  story: withStates('story'),
  ids: withStates('ids'),
  subject: withStates('subject'),
  claimant: withStates('claimant'),
  source: withStates('source'),
  party: withStates('party'),
  about: withStates('about'),
  sources: withStates('sources'),
  data: withStates('data'),
  uses: withStates('uses'),
}

/**
 * The last changed claims of a list, newest first: `latestStates` by the revision of the claim's state, `latestParts` by that of
 * a later assertion or assessment. A claim may be in both.
 */
export const latestStates = perAnchor('latestStates', (each) => [
  'WITH',
  each,
  'WITH w.claimId AS id, w.fromRevision AS changedIn',
  'ORDER BY changedIn DESC, id LIMIT $limit RETURN id, changedIn',
])
export const latestParts = perAnchor('latestParts', (each) => [
  'WITH',
  each,
  'MATCH (w)<-[:HAS_STATE]-(n) MATCH (n)<-[:ABOUT|ASSESSES]-(a)',
  'WHERE a.fromRevision <= $revision AND a.untilRevision > $revision AND ($drafts OR a.visibility IS NULL)',
  'WITH w, coalesce(a.recordedIn, a.fromRevision) AS part WHERE part > w.fromRevision',
  'WITH w.claimId AS id, max(part) AS changedIn',
  'ORDER BY changedIn DESC, id LIMIT $limit RETURN id, changedIn',
])

/** Paths from each parent to its claims. Withdrawn assertions are ignored. */
const PARENTS = {
  Story: `MATCH (e:Story {id: k}) MATCH (e)-[:HAS_STATE]->(x) WHERE x.fromRevision <= $revision AND x.untilRevision > $revision AND ($drafts OR x.visibility IS NULL)
CALL (x) { MATCH (x)-[s:SELECTS]->(c) MATCH (c)-[:HAS_STATE]->(w)`,
  Subject: 'MATCH (e:Entity {id: k}) CALL (e) { MATCH (e)<-[:HAS_SUBJECT]-(w)',
  About: 'MATCH (e:Entity {id: k}) CALL (e) { MATCH (e)<-[:HAS_SUBJECT|HAS_OBJECT|MENTIONS]-(w)',
  Claimant: `MATCH (e:Entity {id: k})
CALL (e) { MATCH (e)<-[:BY]-(x) WHERE x.fromRevision <= $revision AND x.untilRevision > $revision AND ($drafts OR x.visibility IS NULL) AND x.withdrawn IS NULL
MATCH (x)-[:ABOUT]->(c) MATCH (c)-[:HAS_STATE]->(w)`,
  Source: `MATCH (e:Source {id: k})
CALL (e) { MATCH (e)<-[:IN_SOURCE]-(x) WHERE x.fromRevision <= $revision AND x.untilRevision > $revision AND ($drafts OR x.visibility IS NULL) AND x.withdrawn IS NULL
MATCH (x)-[:ABOUT]->(c) MATCH (c)-[:HAS_STATE]->(w)`,
  DataCategory: 'MATCH (e:DataCategory {id: k}) CALL (e) { MATCH (e)<-[:CONCERNS]-(w)',
  Use: 'MATCH (e:Use {id: k}) CALL (e) { MATCH (e)<-[:FOR|HAS_OBJECT]-(w)',
} as const

/** Order of the claims: a story has its own, all others are by slug. */
const PLACES: Readonly<Record<ClaimParent, string>> = {
  Story: 'coalesce(s.place, w.claimId)',
  Subject: 'w.claimId',
  About: 'w.claimId',
  Claimant: 'w.claimId',
  Source: 'w.claimId',
  DataCategory: 'w.claimId',
  Use: 'w.claimId',
}

const perParent = (
  name: string,
  restOf: (parent: ClaimParent) => readonly string[],
): Readonly<Record<ClaimParent, Statement<object>>> => {
  const of = (parent: ClaimParent): Statement<object> =>
    statement([name, parent].join('.'), 'UNWIND $keys AS k', PARENTS[parent], LIVE, ...restOf(parent))
  return {
    Story: of('Story'),
    Subject: of('Subject'),
    About: of('About'),
    Claimant: of('Claimant'),
    Source: of('Source'),
    DataCategory: of('DataCategory'),
    Use: of('Use'),
  }
}
const pagesOf = (name: string, page: string): Readonly<Record<ClaimParent, Statement<object>>> =>
  perParent(name, (parent) => ['WITH DISTINCT w,', PLACES[parent], 'AS sortKey', page, RETURNS, ', k AS parent'])
const PAGE_AFTER = `WHERE $cursorKey IS NULL OR sortKey > $cursorKey
WITH w, sortKey ORDER BY sortKey LIMIT $limit RETURN w, sortKey }`
export const claimsOfForwards = pagesOf('claimsOfForwards', PAGE_AFTER)
export const claimsOfBackwards = pagesOf(
  'claimsOfBackwards',
  `WHERE $cursorKey IS NULL OR sortKey < $cursorKey
WITH w, sortKey ORDER BY sortKey DESC LIMIT $limit RETURN w, sortKey }`,
)
/** A page with the states of its claims, and of the things that these name. */
export const claimsOfWithStates = perParent('claimsOfWithStates', (parent) => [
  'WITH DISTINCT w,',
  PLACES[parent],
  'AS sortKey',
  PAGE_AFTER,
  'MATCH (w)<-[:HAS_STATE]-(n)',
  returnStates({ id: 'w.claimId', sortKey: 'sortKey', parent: 'k' }),
])
export const claimCountsOf = perParent('claimCountsOf', () => [
  'RETURN count(DISTINCT w.claimId) AS total }',
  'RETURN k AS parent, total',
])

const TOUCHED = `WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)
AND ($status IS NULL OR w.status IN $status) AND ($predicate IS NULL OR w.predicate IN $predicate)`
const BY_CLAIMANT = `MATCH (e)<-[:BY]-(a) WHERE a.fromRevision <= $revision AND a.untilRevision > $revision AND ($drafts OR a.visibility IS NULL) AND a.withdrawn IS NULL
MATCH (a)-[:ABOUT]->(c) MATCH (c)-[:HAS_STATE]->(w)`

/**
 * Neighbours of things: the number of their claims (`degree`), and the most contested of these up to the limit. `kind` in a row
 * is an index of NEIGHBOUR_KINDS.
 */
const neighboursBy = (kind: NeighbourKind, identity: string, pattern: string): Statement<object> =>
  statement(
    ['neighbours', kind].join('.'),
    ['UNWIND $', kind, ' AS k'].join(''),
    identity,
    ['CALL (e) {', pattern, TOUCHED, 'RETURN count(DISTINCT w.claimId) AS degree }'].join('\n'),
    ['CALL (e) {', pattern, TOUCHED].join('\n'),
    `WITH DISTINCT w.claimId AS claimId, w.contestKey AS contest, w.named AS named ORDER BY contest, claimId LIMIT $limit
RETURN collect(claimId) AS claimIds, collect(named) AS named }`,
    ['RETURN', NEIGHBOUR_KINDS.indexOf(kind), 'AS kind, k AS parent, degree, claimIds, named'].join(' '),
  )
export const neighbours: Readonly<Record<NeighbourKind, Statement<object>>> = {
  Party: neighboursBy('Party', 'MATCH (e:Entity {id: k})', 'MATCH (e)<-[:HAS_SUBJECT|HAS_OBJECT]-(w)'),
  Claimant: neighboursBy('Claimant', 'MATCH (e:Entity {id: k})', BY_CLAIMANT),
  Document: neighboursBy('Document', 'MATCH (e:Source {id: k})', 'MATCH (e)<-[:HAS_SUBJECT|HAS_OBJECT]-(w)'),
  SpeakingDocument: neighboursBy('SpeakingDocument', 'MATCH (e:Source {id: k})', BY_CLAIMANT),
  DataCategory: neighboursBy('DataCategory', 'MATCH (e:DataCategory {id: k})', 'MATCH (e)<-[:CONCERNS]-(w)'),
  Use: neighboursBy('Use', 'MATCH (e:Use {id: k})', 'MATCH (e)<-[:FOR|HAS_OBJECT]-(w)'),
  Claim: neighboursBy('Claim', 'MATCH (e:Claim {id: k})', 'MATCH (e)<-[:HAS_OBJECT]-(w)'),
}
/** One statement for all kinds of things. The ids of each kind are a parameter with its name. */
export const neighboursOf = (kinds: readonly NeighbourKind[]): Statement<object> =>
  statement(['neighbours', ...kinds].join('.'), kinds.map((kind) => neighbours[kind].text).join('\nUNION ALL\n'))

export const countByStanding: Statement<{ revision: RevisionNumber }> = statement(
  'countByStanding',
  'MATCH (w:ClaimState) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.contestKey AS contestKey, count(*) AS total',
)
