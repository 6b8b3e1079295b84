import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenStore } from '../open-store.ts'
import { ask, counting, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

const PRESUMED =
  'representatives { reason speaker { slug } parties { slug } assertion { slug assertedAt claimant { slug } } }'
interface Presumed {
  readonly reason: string
  readonly assertion: { readonly slug: string; readonly assertedAt: string | null }
}
interface Result {
  readonly slug: string
  readonly status: {
    readonly decidedBy: readonly { readonly slug: string }[]
    readonly representatives: readonly Presumed[]
  }
}

describe('explanation of a status', () => {
  it('names claimants presumed to speak for a party at the time', async () => {
    const of = (slug: string) => ask(open.store, `{ claim(slug: "${slug}") { status { value ${PRESUMED} } } }`)
    const result = (value: string, reason: string, assertedAt: string | null, ...slugs: readonly string[]) => ({
      claim: {
        status: {
          value,
          representatives: slugs.map((slug) => ({
            reason,
            speaker: { slug: 'elon-musk' },
            parties: [{ slug: 'x' }],
            assertion: { slug, assertedAt, claimant: { slug: 'elon-musk' } },
          })),
        },
      },
    })
    expect(await of('x-collects-dm-contents')).toEqual(
      result('DISPUTED', 'DAY_UNKNOWN', null, 'article-musk-denies-collecting-dms', 'engadget-musk-no-dms'),
    )
    expect(await of('x-uses-dm-contents-to-train-ai-models')).toEqual(
      result('STATED', 'PERIOD_UNKNOWN', '2023-08-31', 'musk-post-dms'),
    )
    expect(await of('x-sells-user-data')).toEqual({ claim: { status: { value: 'STATED', representatives: [] } } })
  })

  it('includes presumptions of deciding assertions only, without an extra statement', async () => {
    const read = async (more: string) => {
      const { store, statements } = counting(open.engine)
      const query = `{ claims(first: 100) { nodes { slug status { decidedBy { slug } ${more} } } } }`
      const { claims } = await ask<{ claims: { nodes: readonly Result[] } }>(store, query)
      return { nodes: claims.nodes, statements: statements() }
    }
    const [without, result] = [await read(''), await read(PRESUMED)]
    expect(result.statements).toBe(without.statements)
    const found = result.nodes.flatMap(({ status }) =>
      status.representatives.map((one) => ({ ...one, decidedBy: status.decidedBy })),
    )
    expect(found.length).toBeGreaterThan(5)
    for (const { reason, assertion, decidedBy } of found) {
      expect(decidedBy.map(({ slug }) => slug)).toContain(assertion.slug)
      expect(reason).toBe(assertion.assertedAt === null ? 'DAY_UNKNOWN' : 'PERIOD_UNKNOWN')
    }
  })
})
