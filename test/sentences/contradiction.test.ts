import { beforeAll, describe, expect, it } from 'vitest'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { contradictionOf } from '../../src/sentences/contradiction.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import { claimCard } from '../../src/widgets/view/claim-card.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { readShippedSeeds } from '../seeds/shipped-seeds.ts'

let open: OpenStore
let details: ClaimDetails
beforeAll(async () => {
  open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
  const now = new Date('2026-11-01T00:00:00Z')
  await open.load(await readShippedSeeds(), { author: 'test', set: 'seeds', now })
  const revision = await open.store.revisionAt(null)
  const [claim] = await open.store.claims([toSlug('x-collects-dm-contents')], revision)
  details = claim ?? expect.fail('the claim is missing')
  return () => open.database.close()
})

const DRIFT = {
  en: 'Musk wrote of training AI models, Engadget of what will be collected.',
  id: 'Musk menulis tentang melatih model AI, Engadget tentang data yang akan dikumpulkan.',
}

describe('contradiction of a party with a paraphrase of its words', () => {
  it.each(MESSAGES)('is stated together with the drift, in sentences and on cards, in $name', async (messages) => {
    const names = await namesOfClaims(open.store, [details], await open.store.revisionAt(null))
    const told = contradictionOf(details, details.status, names, messages) ?? ''
    expect(told).toContain(messages.contradictsItself('X'))
    expect(told).toContain(DRIFT[messages.tag === 'id' ? 'id' : 'en'])
    expect(sentenceOf(details, { validOn: null }, names, messages)).toContain(told)
    expect(claimCard(details, names, messages, linksIn(messages.tag, null)).contradiction).toBe(told)
  })

  it('is stated alone if no words drifted, and not at all without a contradiction', async () => {
    const names = await namesOfClaims(open.store, [details], await open.store.revisionAt(null))
    const [messages] = MESSAGES
    if (!messages) throw new Error('There are messages.')
    const alone = contradictionOf({ ...details, relations: [] }, details.status, names, messages)
    expect(alone).toBe(messages.contradictsItself('X'))
    const elsewhere = details.relations.map((relation) => ({
      ...relation,
      fromAssertionId: undefined,
      sourceId: toSlug('another-document'),
    }))
    expect(contradictionOf({ ...details, relations: elsewhere }, details.status, names, messages)).toBe(alone)
    const ofOthers = details.relations.map((relation) => ({ ...relation, fromAssertionId: toAssertionId('another') }))
    expect(contradictionOf({ ...details, relations: ofOthers }, details.status, names, messages)).toBe(alone)
    const inArticle = elsewhere.map((relation) => ({ ...relation, sourceId: toSlug('article') }))
    expect(contradictionOf({ ...details, relations: inArticle }, details.status, names, messages)).not.toBe(alone)
    const status = { ...details.status, contradictsItself: false }
    expect(contradictionOf(details, status, names, messages)).toBeNull()
  })
})
