import { beforeAll, describe, expect, it } from 'vitest'
import { toSlug } from '../../src/domain/slug.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { socialCard } from '../../src/widgets/drawing/social-card.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { socialClaim } from '../../src/widgets/view/social-claim.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { readShippedSeeds } from '../seeds/shipped-seeds.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
  await open.load(await readShippedSeeds(), { author: 'test', set: 'seeds', now: new Date('2026-11-01T00:00:00Z') })
  return () => open.database.close()
})

describe.each(MESSAGES.map((messages) => [messages.tag, messages] as const))(
  'card of a claim in %s',
  (tag, messages) => {
    it('has the words of its first voice once, in the headline, and every voice in the by-line', async () => {
      const revision = await open.store.revisionAt(null)
      const claims = await open.store.claims([toSlug('x-sells-user-data')], revision)
      const details = claims[0] ?? expect.fail('x-sells-user-data is missing')
      const names = await namesOfClaims(open.store, [details], revision)
      const card = socialClaim(details, names, messages, linksIn(tag, null))
      expect(card.said).toMatch(/“.+”/)
      expect(card.headline.by).not.toMatch(/[“”]/)
      expect(card.headline.by).toContain('Engadget')
      expect(card.headline.by).toContain('Elon Musk')
    })

    it('has the status without a colon on a line of its own', async () => {
      const revision = await open.store.revisionAt(null)
      const claims = await open.store.claims([toSlug('x-sells-user-data')], revision)
      const details = claims[0] ?? expect.fail('x-sells-user-data is missing')
      const card = socialClaim(
        details,
        await namesOfClaims(open.store, [details], revision),
        messages,
        linksIn(tag, null),
      )
      const header = { messages, title: card.title, summary: '', permalink: '', notices: [], attributions: [] }
      const { markup } = socialCard(header, [card], 0)
      expect(markup).toContain(`>${card.headline.status}<`)
      expect(markup).not.toContain(`${card.headline.status}:`)
    })
  },
)
