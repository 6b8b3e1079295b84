import { OPEN } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { draftDataset, withoutDiscarded } from './draft-dataset.ts'
import { richDataset } from './rich-dataset.ts'
import { smallDataset } from './small-dataset.ts'

const options = { author: 'test', now: new Date('2026-07-01T00:00:00Z') }
const later = { author: 'test', now: new Date('2026-08-02T00:00:00Z') }

/** The small and the rich data set; claim-0004 was removed again. @returns the published revision */
export async function publishBoth(engine: Engine): Promise<number> {
  await loadDataset(engine, smallDataset(5), { ...options, set: 'small' })
  await loadDataset(engine, richDataset(), { ...options, set: 'rich' })
  return (await loadDataset(engine, smallDataset(4), { ...options, set: 'small' })).revision
}

/**
 * Loads the drafts as if they were published, and then marks as drafts all states and revisions that this made, and continues the
 * states that it ended. Drafts thus have the form in which the store writes states.
 *
 * @param published revision that stays the newest for the public
 */
export async function plantDrafts(engine: Engine, published: number): Promise<void> {
  await loadDataset(engine, draftDataset(), { ...later, set: 'rich' })
  await loadDataset(engine, withoutDiscarded(draftDataset()), { ...later, set: 'rich' })
  // A draft of something that the public knows as removed.
  await loadDataset(engine, smallDataset(5), { ...later, set: 'small' })
  await engine.transaction(async (tx) => {
    await tx.run('MATCH (w:State) WHERE w.fromRevision > $published SET w.visibility = $draft', {
      published,
      draft: 'DRAFT',
    })
    await tx.run(
      'MATCH (w:State) WHERE w.visibility IS NULL AND w.untilRevision > $published AND w.untilRevision < $open SET w.untilRevision = $open',
      { published, open: OPEN },
    )
    // A draft assertion alone leaves the state of its claim as it is.
    await tx.run('MATCH (w:ClaimState) WHERE w.claimId = $claim AND w.visibility = $draft DETACH DELETE w', {
      claim: 'rich-owner',
      draft: 'DRAFT',
    })
    await tx.run('MATCH (n:Revision) WHERE n.number > $published SET n.visibility = $draft', {
      published,
      draft: 'DRAFT',
    })
    await tx.run('MATCH (r:StoreState) SET r.publicRevision = $published', { published })
  })
}
