import { expect } from 'vitest'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { Changes } from '../../src/domain/changes.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { withSlugs } from '../domain/plain-slugs.ts'
import { richDataset } from './rich-dataset.ts'
import { assertion, LATE } from './small-dataset.ts'
import { writableDataset } from './writable-dataset.ts'

const FIRST = '2026-03-01T00:00:00Z'
const MIDDLE = '2026-04-01T00:00:00Z'

/** Objects of a first load that are recorded at three instants, some claims before the things that they name. */
export function recordedOverTime(): Dataset {
  const small = writableDataset()
  const recorded = <T extends { readonly id: string }>(
    list: readonly { readonly item: T }[],
    late: readonly string[],
  ) => list.map(({ item }) => ({ item, recordedAt: late.includes(item.id) ? LATE : MIDDLE }))
  return {
    ...small,
    entities: recorded(small.entities, ['press']),
    sources: recorded(small.sources, ['report']),
    claims: small.claims.map(({ item }) => ({ item, recordedAt: item.id === 'claim-0002' ? FIRST : MIDDLE })),
    assertions: recorded(small.assertions, ['denies', 'reprinted']),
    renames: [{ item: { kind: 'Claim', former: toSlug('claim-first'), slug: toSlug('claim-0001') }, recordedAt: LATE }],
  }
}

/** Loads two sets of seeds, and makes a change of every kind, the last one a draft. */
export async function editDatabase(engine: Engine): Promise<RevisionNumber> {
  const { store, writer } = toOpenStore(engine)
  let time = Date.parse('2026-11-01T00:00:00Z')
  const now = (): Date => {
    time += 86_400_000
    return new Date(time)
  }
  const load = async (dataset: Dataset, set: string): Promise<void> =>
    void (await loadDataset(engine, dataset, { author: 'test', set, now: now() }))
  let revision = toRevisionNumber(0)
  const append = async (changes: Changes, reason: string): Promise<void> => {
    revision = await writer.append(changes, { author: 'test', reason, expectedRevision: revision, now: now() })
  }

  const dataset = recordedOverTime()
  await load(dataset, 'test')
  await load(richDataset(), 'rich')
  revision = await store.revisionAt(null)
  const denial = assertion('press-denies', 'claim-0002', { stance: 'DENIES', polarity: 'NEGATES', sourceId: 'wire' })
  await append({ put: { assertions: [{ item: denial }] } }, 'A denial was found')
  const [first] = dataset.claims.map(({ item }) => item)
  const draft = withSlugs<Claim>({ ...(first ?? expect.fail()), id: 'drafted', condition: { en: 'in a draft' } })
  const onDraft = assertion('on-draft', 'drafted', {})
  await append(
    {
      put: {
        claims: [{ item: draft, visibility: 'DRAFT' }],
        assertions: [{ item: onDraft, visibility: 'DRAFT' }],
      },
    },
    'A first draft',
  )
  await append({ put: { claims: [{ item: draft }], assertions: [{ item: onDraft }] } }, 'The draft is published')
  await append({ put: { assertions: [{ item: { ...denial, withdrawn: 'Our mistake' } }] } }, 'A withdrawal')
  const retraction = assertion('takes-back', 'drafted', {
    stance: 'RETRACTS',
    polarity: 'UNKNOWN',
    retracts: toAssertionId('on-draft'),
    assertedAt: '2024',
  })
  await append({ put: { assertions: [{ item: retraction }] } }, 'A retraction')
  await append({ end: [{ kind: 'Assertion', id: 'denies' }] }, 'A removal of an assertion')
  await append(renameOfX(dataset, [draft], [denial, onDraft, retraction]), 'A rename')
  const assessment = { id: 'assessed', claimId: toSlug('claim-0000'), verdict: 'UNSUPPORTED', author: 'test' } as const
  await append(
    { put: { assessments: [{ item: { ...assessment, assessedAt: '2026-11', note: { en: 'a note' } } }] } },
    'An assessment',
  )
  await append(
    {
      end: [
        { kind: 'Claim', id: 'claim-0001' },
        { kind: 'Assertion', id: 'unsigned' },
        { kind: 'Assertion', id: 'states-claim-0001' },
      ],
    },
    'A removal of a claim',
  )
  const again = withSlugs<Claim>({ ...draft, id: 'again', subject: { kind: 'Entity', id: 'x-corp' } })
  await append(
    { put: { claims: [{ item: { ...again, condition: { en: 'again' } }, visibility: 'DRAFT' }] } },
    'A last draft',
  )
  return revision
}

/** Changes that give X another slug, in all objects that name it. */
function renameOfX(
  { entities, claims, assertions, sources, stories }: Dataset,
  moreClaims: readonly Dataset['claims'][number]['item'][],
  moreAssertions: readonly Dataset['assertions'][number]['item'][],
): Changes {
  const rename = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('"x"', '"x-corp"')) as T
  const items = <T>(list: readonly { readonly item: T }[], more: readonly T[] = []) =>
    [...list.map(({ item }) => item), ...more].map((item) => ({ item: rename(item) }))
  return {
    put: {
      entities: items(entities),
      claims: items(claims, moreClaims),
      assertions: items(
        assertions.filter(({ item }) => item.id !== 'denies'),
        moreAssertions.map((item) => (item.id === 'press-denies' ? { ...item, withdrawn: 'Our mistake' } : item)),
      ),
      sources: items(sources),
      stories: items(stories),
      renames: [{ item: { kind: 'Entity', former: toSlug('x'), slug: toSlug('x-corp') } }],
    },
    end: [{ kind: 'Entity', id: 'x' }],
  }
}
