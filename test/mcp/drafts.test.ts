import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFT_WORD } from '../contracts/draft-dataset.ts'
import { plantDrafts, publishBoth } from '../contracts/plant-drafts.ts'
import { AS_EDITOR, viewerOfToken } from '../server/viewers.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { callOf, post } from './connect.ts'

let without: StartedSite
let drafted: StartedSite
beforeAll(async () => {
  const fill = async (engine: Parameters<typeof publishBoth>[0]) => plantDrafts(engine, await publishBoth(engine))
  without = await startSite({ fill: publishBoth, viewerOf: viewerOfToken, maxWaitMs: 20_000 })
  drafted = await startSite({ fill, viewerOf: viewerOfToken, maxWaitMs: 20_000 })
}, 60_000)
afterAll(async () => {
  await without.stop()
  await drafted.stop()
})

const CALLS: readonly (readonly [string, object])[] = [
  ['search', { text: DRAFT_WORD }],
  ['search', { text: 'rich', limit: 50 }],
  ['similar_claims', { text: `the ${DRAFT_WORD} company collects health data` }],
  ['claims', { limit: 50 }],
  ['claims', { about: 'rich-company' }],
  ['claim', { slug: 'draft-claim' }],
  ['claim', { slug: 'rich-use' }],
  ['claim', { slug: 'rich-owner' }],
  ['claim', { slug: 'claim-0004' }],
  ['entity', { slug: 'draft-company' }],
  ['entity', { slug: 'rich-brand' }],
  ['entity', { slug: 'rich-company' }],
  ['paths', { from: 'rich-company', to: 'rich-brand', maxLength: 6 }],
  ['compare', { entities: ['rich-company', 'draft-company'] }],
  ['compare', { entities: ['rich-company', 'rich-brand'] }],
  ['timeline', { entity: 'rich-company', clocks: ['SAID', 'HOLDS', 'RECORDED'] }],
  ['timeline', { claim: 'draft-claim' }],
]

/** Text of the response, without the port of the server. */
async function answer({ url }: StartedSite, [name, args]: (typeof CALLS)[number], headers = {}): Promise<string> {
  const response = await post(url, callOf(name, args), headers)
  return (await response.text()).replaceAll(new URL(url).port, 'PORT')
}

describe('tools over a database with drafts', () => {
  it('give a draft to an editor', async () => {
    expect(await answer(drafted, ['claim', { slug: 'draft-claim' }], AS_EDITOR)).toContain(`the ${DRAFT_WORD} quote`)
  })

  it.each(CALLS)('give the public the same as without drafts, after an editor: %s %j', async (name, args) => {
    await answer(drafted, [name, args], AS_EDITOR)
    const found = await answer(drafted, [name, args])
    expect(found).toBe(await answer(without, [name, args]))
    expect(found).not.toContain(`${DRAFT_WORD} quote`)
    expect(found).not.toContain('BAD_INPUT')
  })
})
