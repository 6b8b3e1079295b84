import { OPEN } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'

/** All nodes that readers can reach, and the number of edges. */
export async function everything(engine: Engine): Promise<unknown> {
  const nodes = await engine.run(
    'MATCH (n) WHERE n:State OR n:Revision OR n.fromRevision IS NOT NULL RETURN n {.*} AS n',
  )
  const edges = await engine.run('MATCH ()-[r]->() RETURN count(r) AS n')
  return { nodes: nodes.map((row) => JSON.stringify(row.n)).sort(), edges }
}

/** Key of a current state → visibility, of drafts alone. */
export async function visibilities(engine: Engine): Promise<Readonly<Record<string, unknown>>> {
  const text =
    'MATCH (w:State) WHERE w.untilRevision = $open AND w.visibility IS NOT NULL RETURN w.thing AS thing, w.visibility AS visibility'
  const rows = await engine.run(text, { open: OPEN })
  return Object.fromEntries(rows.map(({ thing, visibility }) => [String(thing), visibility]).sort())
}

/** Claim id → stored status at a revision. */
export async function statusesIn(engine: Engine, revision: number): Promise<Readonly<Record<string, unknown>>> {
  const text =
    'MATCH (w:ClaimState) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision RETURN w.claimId AS claim, w.status AS status'
  const rows = await engine.run(text, { revision })
  return Object.fromEntries(rows.map(({ claim: id, status }) => [String(id), status]).sort())
}
