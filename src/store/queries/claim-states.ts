import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Statement, statement } from './statement.ts'

/**
 * Assertions, relations and assessments of the claim `n`, without the things that they name. Sub-queries with one relationship
 * in each MATCH are correct and fast on both engines.
 */
const PARTS = `
CALL (n) { MATCH (n)<-[:ABOUT]-(a) WHERE a.fromRevision <= $revision AND a.untilRevision > $revision AND ($drafts OR a.visibility IS NULL)
  RETURN collect(a {.json, .fromRevision, .recordedIn}) AS assertions }
CALL (n) { MATCH (n)<-[:FROM_CLAIM|TO_CLAIM|ASSESSES]-(l) WHERE l.fromRevision <= $revision AND l.untilRevision > $revision AND ($drafts OR l.visibility IS NULL)
  RETURN collect(DISTINCT l {.thing, .json, .fromRevision}) AS annotations }`

/**
 * End of a statement with states `w` of claims `n`. It returns one row: the claims, and each thing that they name once. The
 * things are found by the index over states.
 * @param columns expressions of a list by the names of their columns
 */
export const returnStates = (columns: Readonly<Record<string, string>>): string =>
  [
    PARTS,
    'WITH collect({',
    ...Object.entries(columns).map(([name, expression]) => [name, ': ', expression, ','].join('')),
    `thing: w.thing, json: w.json, statusJson: w.statusJson, changedIn: w.fromRevision, named: w.named,
  assertions: assertions, annotations: annotations}) AS claims
CALL (claims) { UNWIND claims AS c UNWIND c.named AS k WITH DISTINCT k
  MATCH (x:State {thing: k}) WHERE x.fromRevision <= $revision AND x.untilRevision > $revision AND ($drafts OR x.visibility IS NULL)
  RETURN collect(x {.thing, .json, .ancestors}) AS things }
RETURN claims, things`,
  ].join('\n')

const STATES = `UNWIND $claims AS k MATCH (n:Claim {id: k})
MATCH (n)-[:HAS_STATE]->(w) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)`

export interface ClaimKeys {
  readonly claims: readonly string[]
  readonly revision: RevisionNumber
}
/** States of claims, found by their identity nodes, since the index over states may be missing after a start. */
export const claimStates: Statement<ClaimKeys> = statement(
  'claimStates',
  STATES,
  PARTS,
  'RETURN w.thing AS thing, w.json AS json, w.statusJson AS statusJson, w.fromRevision AS changedIn, w.named AS named, assertions, annotations, null AS ancestors',
)
/** One row: the states of claims, and of all things that they name. */
export const claimStatesWithNamed: Statement<ClaimKeys> = statement('claimStatesWithNamed', STATES, returnStates({}))
