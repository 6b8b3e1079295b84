import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFT_WORD } from '../contracts/draft-dataset.ts'
import { plantDrafts, publishBoth } from '../contracts/plant-drafts.ts'
import { AS_EDITOR, viewerOfToken } from '../server/viewers.ts'
import { clientOf, type StartedService, startService } from './started-service.ts'

let without: StartedService
let drafted: StartedService
beforeAll(async () => {
  without = await startService({ fill: publishBoth, viewerOf: viewerOfToken, maxWaitMs: 20_000 })
  drafted = await startService({
    fill: async (engine) => plantDrafts(engine, await publishBoth(engine)),
    viewerOf: viewerOfToken,
    maxWaitMs: 20_000,
  })
}, 60_000)
afterAll(async () => {
  await without.site.stop()
  await drafted.site.stop()
})

const IDS = [
  ...['entity/draft-company', 'entity/rich-brand', 'entity/rich-company', 'data/draft-data', 'data/rich-body'],
  ...['use/draft-use', 'source/draft-paper', 'source/rich-article', 'claim/draft-claim', 'claim/rich-use'],
  ...['claim/rich-owner', 'claim/claim-0004', 'claim/draft-gone'],
]
const TEXTS = [
  ...[DRAFT_WORD, `${DRAFT_WORD} company`, 'zebrawod brand', 'Rich brand', 'draft-company', 'own:draft', ...IDS],
  `the ${DRAFT_WORD} company collects health data`,
]
const PROPERTIES = ['names', 'claims-about', 'claims-about.status', 'claims-about.quote', 'says', 'claims-in']

type Call = (service: Pick<StartedService, 'get' | 'form' | 'post'>) => Promise<unknown>
const CALLS: readonly (readonly [string, Call])[] = [
  [
    'queries',
    (service) => service.form({ queries: JSON.stringify(Object.fromEntries(TEXTS.map((query, i) => [i, { query }]))) }),
  ],
  [
    'queries for claims',
    (service) =>
      service.form({
        queries: JSON.stringify(Object.fromEntries(TEXTS.map((query, i) => [i, { query, type: 'claim' }]))),
      }),
  ],
  [
    'match',
    (service) =>
      service.post('/reconcile/v1/match', {
        queries: IDS.map((id) => ({ conditions: [{ matchType: 'id', propertyValue: id }] })),
      }),
  ],
  [
    'extend',
    (service) => service.form({ extend: JSON.stringify({ ids: IDS, properties: PROPERTIES.map((id) => ({ id })) }) }),
  ],
  ...TEXTS.map((text): readonly [string, Call] => [
    `suggest ${text}`,
    (service) => service.get(`/reconcile/suggest/entity?prefix=${encodeURIComponent(text)}`),
  ]),
  ...IDS.map((id): readonly [string, Call] => [
    `flyout ${id}`,
    (service) => service.get(`/reconcile/flyout/entity?id=${encodeURIComponent(id)}`),
  ]),
]

describe('reconciliation with a database of drafts', () => {
  it('finds a draft for an editor', async () => {
    const path = '/reconcile/flyout/entity?id=entity/draft-company'
    expect((await drafted.get(path, AS_EDITOR)).status).toBe(200)
    expect((await drafted.get(path)).status).toBe(404)
  })

  it.each(CALLS)('responds to the public as without drafts, after an editor: %s', async (_, call) => {
    const asEditor = clientOf(drafted.site.url, AS_EDITOR)
    await call(asEditor)
    const answers = await Promise.all([drafted, without].map(call))
    const [found, expected] = answers.map((answer) => JSON.stringify(Object(answer).json))
    expect(found).toBe(expected)
    expect(found?.replaceAll(/"message":"(?:[^"\\]|\\.)*"/g, '')).not.toContain(DRAFT_WORD)
  })
})
