import type { Changes } from '../../src/domain/changes.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { smallDataset } from './small-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')

/** Appends a draft, then an entity, a document and claims on both, and ends all of them. */
export async function appendAndEnd(engine: Engine): Promise<void> {
  const { database, writer } = toOpenStore(engine)
  const editor = database.visibleTo({ kind: 'SIGNED_IN', id: 'editor', roles: ['EDITOR'] })
  const append = async (changes: Changes): Promise<number> =>
    writer.append(changes, {
      author: 'test',
      reason: 'test',
      now: NOW,
      expectedRevision: await editor.revisionAt(null),
    })
  const { entities, sources, claims } = smallDataset(1)
  const onEntity = claims.map(({ item }) => ({ ...item, id: toSlug('on-entity'), condition: { en: 'appended' } }))
  const onDocument = onEntity.map((claim) => ({
    ...claim,
    id: toSlug('on-document'),
    subject: { kind: 'Source' as const, id: toSlug('appended') },
  }))
  const put = {
    entities: entities.slice(0, 1).map(({ item }) => ({
      item: { ...item, id: toSlug('appended'), externalIds: [{ scheme: 'a', value: 'b', match: null }] },
    })),
    sources: sources.map(({ item }) => ({ item: { ...item, id: toSlug('appended') } })),
    claims: [...onEntity, ...onDocument].map((item) => ({ item })),
  }
  await append({
    put: {
      entities: entities
        .slice(0, 1)
        .map(({ item }) => ({ item: { ...item, id: toSlug('draft'), externalIds: [] }, visibility: 'DRAFT' })),
    },
  })
  await append({ put })
  await append({
    end: [
      { kind: 'Claim', id: 'on-document' },
      { kind: 'Claim', id: toSlug('on-entity') },
      { kind: 'Entity', id: 'appended' },
      { kind: 'Entity', id: 'draft' },
      { kind: 'Source', id: 'appended' },
    ],
  })
}
