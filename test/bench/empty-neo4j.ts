import type { Engine } from '../../src/store/engines/engine.ts'
import { SET } from './fill-store.ts'

/** Empties a database that is empty or was filled by the benchmark. @throws Error for any other */
export async function emptyNeo4j(engine: Engine): Promise<void> {
  const [row] = await engine.run(
    'MATCH (n) WHERE NOT n:StoreState RETURN count(n) AS others, count(CASE WHEN n:LoadedSet AND n.id = $set THEN 1 END) AS ours',
    { set: SET },
  )
  if (Number(row?.others) > 0 && Number(row?.ours) === 0) {
    throw new Error('This Neo4j has other data: give the benchmark an empty one (npm run neo4j -- npm run bench).')
  }
  for (let deleted = 1; deleted > 0; ) {
    await engine.transaction(async (tx) => {
      const [done] = await tx.run('MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS deleted')
      deleted = Number(done?.deleted)
    })
  }
}
