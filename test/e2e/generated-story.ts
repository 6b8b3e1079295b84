import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'

export interface GeneratedStory {
  /** Null writes a folder without a story. */
  readonly id: string | null
  /** Numbers of the claims in the story. */
  readonly claims: readonly number[]
  /** Whether the owner denies every third claim, which makes it DISPUTED. */
  readonly denied: boolean
  /** Prefix of every id, so that stories have distinct ids. */
  readonly prefix?: string
}

/** Writes a story folder of any size: X states each claim in its policy. */
export function writeStory(dir: string, { id, claims, denied, prefix = '' }: GeneratedStory): void {
  const name = (value: string): object[] => [{ value, language: 'en', kind: 'PREFERRED' }]
  const act = (slug: string, rest: object): object => ({
    id: prefix + slug,
    certainty: 'CERTAIN',
    source: `${prefix}policy`,
    quote: { exact: `the words of ${slug}`, language: 'en' },
    ...rest,
  })
  const states = { stance: 'STATES', polarity: 'AFFIRMS', evidentiality: 'PRIMARY_DOCUMENT', claimant: `${prefix}x` }
  const denies = { stance: 'DENIES', polarity: 'NEGATES', evidentiality: 'DIRECT_QUOTE', claimant: `${prefix}owner` }
  const slugs = new Map(claims.map((n) => [n, `${prefix}x-collects-${n}`]))
  const content = {
    ...(id === null
      ? {}
      : {
          story: {
            id,
            recordedAt: '2026-01-01T00:00:00Z',
            title: { en: id },
            summary: { en: 'Generated' },
            claims: [...slugs.values()],
          },
        }),
    entities: [
      { id: `${prefix}x`, kind: 'Service', names: name('X'), externalIds: [{ scheme: 'own', value: `${prefix}x` }] },
      {
        id: `${prefix}owner`,
        kind: 'Person',
        names: name('Owner'),
        speaksFor: [{ entity: `${prefix}x`, validFrom: '2022' }],
      },
    ],
    dataCategories: claims.map((n) => ({ id: `${prefix}data-${n}`, names: name(`data ${n}`) })),
    sources: [
      {
        id: `${prefix}policy`,
        kind: 'POLICY',
        title: { en: 'Policy' },
        publishedBy: `${prefix}x`,
        derivation: 'KNOWN',
      },
    ],
    claims: claims.map((n) => ({
      id: slugs.get(n),
      subject: `${prefix}x`,
      predicate: 'COLLECTS',
      data: [`${prefix}data-${n}`],
      assertions: [
        act(`states-${n}`, states),
        ...(denied && n % 3 === 0 ? [act(`denies-${n}`, { ...denies, assertedAt: '2023-08' })] : []),
      ],
    })),
  }
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'story.yaml'), stringify(content))
}
