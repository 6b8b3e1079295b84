import { beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import { headline } from '../../src/sentences/headline.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { readShippedSeeds } from '../seeds/shipped-seeds.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
  await open.load(await readShippedSeeds(), { author: 'test', set: 'seeds', now: new Date('2026-11-01T00:00:00Z') })
  return () => open.database.close()
})

async function told(slug: string, language: string, change = (details: ClaimDetails): ClaimDetails => details) {
  const revision = await open.store.revisionAt(null)
  const [found] = await open.store.claims([toSlug(slug)], revision)
  const details = change(found ?? expect.fail(`${slug} is missing`))
  const [names, messages] = [await namesOfClaims(open.store, [details], revision), messagesIn(language)]
  return {
    sentence: sentenceOf(details, { validOn: null }, names, messages),
    by: headline(details, names, messages).by,
  }
}

describe('own words of a party that states that something is not so', () => {
  it('stand in the sentence and the by-line, the present ones first', async () => {
    for (const words of Object.values(await told('x-sells-user-data', 'en')))
      expect(words).toContain(
        '(“And no, we don’t sell your personal information.”; until 9 June 2022: “Twitter does not sell your personal data as defined under the California Consumer Privacy Act.”)',
      )
  })
  it('are marked as translated in another language', async () => {
    const { sentence } = await told('x-sells-user-data', 'id')
    expect(sentence).toContain('“Dan tidak, kami tidak menjual informasi pribadi Anda.” – terjemahan')
    expect(sentence).toContain('sampai 9 Juni 2022: ')
  })
  it.each(MESSAGES)('are left out of affirmations, and where a document retells them, in $name', async ({ tag }) => {
    expect((await told('x-collects-dm-contents', tag)).sentence).not.toContain('contents of the messages')
    expect((await told('x-collects-non-public-data', tag)).by).not.toContain('“')
  })
  it('do not add the end of earlier words to the document that still states it', async () => {
    const { sentence } = await told('x-collects-user-data', 'en')
    expect(sentence).toContain('in its privacy policy (in force since 10 June 2022) that')
    const ended = (details: ClaimDetails): ClaimDetails => ({
      ...details,
      assertions: details.assertions.filter(({ heldUntil }) => heldUntil !== null),
    })
    expect((await told('x-collects-user-data', 'en', ended)).sentence).toContain('no longer stated after 9 June 2022')
  })
})
