import { expect, it } from 'vitest'
import { createCache } from '../../../src/cache/create-cache.ts'
import { toRevisionNumber } from '../../../src/domain/revision-number.ts'
import { toSlug } from '../../../src/domain/slug.ts'
import type { Row } from '../../../src/store/engines/engine.ts'
import { createRevisionChanges } from '../../../src/store/read/revision-changes.ts'
import { createStateCache } from '../../../src/store/read/state-cache.ts'
import { smallDataset } from '../../contracts/small-dataset.ts'

/** Kinds within kinds of things that have some. */
const KINDS: Readonly<Record<string, string>> = { Entity: 'Person', Source: 'ARTICLE' }

const AT = toRevisionNumber(1)
const COUNT = 100
const ENTRIES = { claims: COUNT, others: 400 }
/** Length of a document that all claims name, and of each of many others. */
const LONG = 20_000

const dataset = smallDataset(COUNT)
const ids = dataset.claims.map(({ item }) => item.id)
const SHARED = 'Source:policy'

/** Rows of states as the statement gives them, and the keys that were requested. */
function shelf() {
  const requested: string[] = []
  const rowOf = (key: string): Row => {
    const [kind = '', id = ''] = key.split(':')
    const claim = dataset.claims.find(({ item }) => item.id === id)?.item
    if (kind === 'Claim') {
      const said = dataset.assertions.filter(({ item }) => item.claimId === id)
      const assertions = said.map(({ item }) => ({ json: JSON.stringify(item), fromRevision: 1 }))
      const status = { status: 'STATED', polarity: 'AFFIRMS', because: [], caveats: [], contradictsItself: false }
      const row = { json: JSON.stringify(claim), statusJson: JSON.stringify(status), changedIn: 1, assertions }
      return { thing: key, annotations: [], named: [], ...row }
    }
    const thing = {
      id,
      kind: KINDS[kind] ?? kind,
      names: [],
      speaksFor: [],
      publishedBy: null,
      derivation: 'KNOWN',
      broader: [],
    }
    const isLong = kind === 'Source'
    return { thing: key, ancestors: [], json: JSON.stringify({ ...thing, note: isLong ? 'x'.repeat(LONG) : '' }) }
  }
  const fetch = async (keys: readonly string[]): Promise<readonly Row[]> => {
    requested.push(...keys)
    return keys.map(rowOf)
  }
  return { requested, fetch }
}

it('state cache counts a document once, however many claims name it', async () => {
  const { requested, fetch } = shelf()
  const cache = createCache({ maxBytes: (COUNT * LONG) / 2 })
  const states = createStateCache(cache, createRevisionChanges(), fetch)
  await states.claims(ids, AT)
  requested.length = 0
  const again = await states.claims(ids, AT)
  expect(requested).toEqual([])
  expect(new Set(again.map((claim) => claim?.namedSources[0])).size).toBe(1)
  expect(cache.stats().namespaces.claims?.entries).toBe(ENTRIES.claims)
})

it('state cache evicts a document after the claims that refer to it', async () => {
  const { requested, fetch } = shelf()
  let now = 0
  const cache = createCache({ maxBytes: 40 * LONG })
  const states = createStateCache(cache, createRevisionChanges(), fetch, () => now)
  const [id = toSlug('none')] = ids
  await states.claims([id], AT)
  for (let other = 0; other < ENTRIES.others; other += 1) {
    now += 1001
    await states.things([`Source:other-${other}`], AT)
    await states.claims([id], AT)
  }
  requested.length = 0
  await states.things([SHARED], AT)
  expect(requested).toEqual([])
  for (let other = 0; other < ENTRIES.others; other += 1) await states.things([`Source:more-${other}`], AT)
  await states.things([SHARED], AT)
  expect(requested).toContain(SHARED)
})
