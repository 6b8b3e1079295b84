import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'

export interface GeneratedStory {
  readonly id: string
  /** Numbers of the claims that the story holds. */
  readonly claims: readonly number[]
  /** Whether the owner denies every third claim, which makes it DISPUTED. */
  readonly denied: boolean
}

/** Writes a story folder of any size: X states each claim in its policy. */
export function writeStory(dir: string, { id, claims, denied }: GeneratedStory): void {
  const name = (value: string): object[] => [{ value, language: 'en', kind: 'PREFERRED' }]
  const act = (slug: string, rest: object): object => ({
    id: slug,
    certainty: 'CERTAIN',
    source: 'policy',
    quote: { exact: `the words of ${slug}`, language: 'en' },
    ...rest,
  })
  const states = { stance: 'STATES', polarity: 'AFFIRMS', evidentiality: 'PRIMARY_DOCUMENT', claimant: 'x' }
  const denies = { stance: 'DENIES', polarity: 'NEGATES', evidentiality: 'DIRECT_QUOTE', claimant: 'owner' }
  const slugs = new Map(claims.map((n) => [n, `x-collects-${n}`]))
  const content = {
    story: {
      id,
      recordedAt: '2026-01-01T00:00:00Z',
      title: { en: id },
      summary: { en: 'Generated' },
      claims: [...slugs.values()],
    },
    entities: [
      { id: 'x', kind: 'Service', names: name('X'), externalIds: [{ scheme: 'wikidata', value: 'Q918' }] },
      { id: 'owner', kind: 'Person', names: name('Owner'), speaksFor: [{ entity: 'x', validFrom: '2022' }] },
    ],
    dataCategories: claims.map((n) => ({ id: `data-${n}`, names: name(`data ${n}`) })),
    sources: [{ id: 'policy', kind: 'POLICY', title: { en: 'Policy' }, publishedBy: 'x', derivation: 'KNOWN' }],
    claims: claims.map((n) => ({
      id: slugs.get(n),
      subject: 'x',
      predicate: 'COLLECTS',
      data: [`data-${n}`],
      assertions: [
        act(`states-${n}`, states),
        ...(denied && n % 3 === 0 ? [act(`denies-${n}`, { ...denies, assertedAt: '2023-08' })] : []),
      ],
    })),
  }
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'story.yaml'), stringify(content))
}
