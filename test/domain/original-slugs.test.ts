import { describe, expect, it } from 'vitest'
import { readOriginalSlugs } from '../../src/domain/original-slugs.ts'
import { renamesFrom } from '../../src/domain/renames.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'

const NOW = toRevisionNumber(9)

/** @param recorded revision in which each slug was recorded; none for a slug that only the seeds name */
async function originalOf(
  slug: string,
  renames: readonly (readonly [string, string])[],
  recorded: Readonly<Record<string, number>>,
): Promise<string> {
  const store = {
    renames: async () =>
      renamesFrom(
        renames.map(([former, now]) => ({ kind: 'Claim' as const, former: toSlug(former), slug: toSlug(now) })),
      ),
    lifetimes: async (_: unknown, slugs: readonly string[]) =>
      slugs.map((one) => {
        const number = recorded[one]
        return number === undefined ? null : { recordedIn: toRevisionNumber(number), removedIn: null }
      }),
  }
  const [original] = await readOriginalSlugs(store, 'Claim', [toSlug(slug)], NOW)
  return original ?? expect.fail()
}

describe('original slug', () => {
  it('is the slug of a thing that was never renamed', async () => {
    expect(await originalOf('a', [['x', 'y']], { a: 3 })).toBe('a')
  })
  it('is the first one after any number of renames, and after the thing took it back', async () => {
    expect(await originalOf('b', [['a', 'b']], { a: 1, b: 2 })).toBe('a')
    expect(
      await originalOf(
        'c',
        [
          ['a', 'b'],
          ['b', 'c'],
        ],
        { a: 1, b: 2, c: 3 },
      ),
    ).toBe('a')
    expect(
      await originalOf(
        'a',
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        { a: 1, b: 2 },
      ),
    ).toBe('a')
  })
  it('is one that the seeds alone name, which is older than the database', async () => {
    expect(await originalOf('b', [['a', 'b']], { b: 1 })).toBe('a')
  })
})
