import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { ask } from '../graphql/seeded-store.ts'
import { type OpenStore, openStore } from '../open-store.ts'

const NOW = new Date('2026-11-01T00:00:00Z')

interface Told {
  readonly claim: {
    readonly descents: readonly {
      readonly en: { readonly value: string }
      readonly id: { readonly value: string }
      readonly steps: readonly {
        readonly derived: string
        readonly assertion: { readonly slug: string; readonly claimant: { readonly slug: string } | null }
        readonly claim: { readonly slug: string }
        readonly provenance: { readonly kind: string; readonly newsroom: string | null; readonly on: string | null }
      }[]
    }[]
  }
}

describe('descent of the words of the article', () => {
  let open: OpenStore
  beforeAll(async () => {
    open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
    const read = await readSeeds(join(import.meta.dirname, '../../seeds'), { now: NOW })
    if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
    await open.load(read.dataset, { author: 'test', set: 'seeds', now: NOW })
  })
  afterAll(() => open.database.close())
  const told = async (slug: string): Promise<Told['claim']['descents'][number]> => {
    const { claim } = await ask<Told>(
      open.store,
      `{ claim(slug: "${slug}") { descents { en: sentence { value } id: sentence(language: "id") { value }
        steps { derived assertion { slug claimant { slug } } claim { slug } provenance { kind newsroom on } } } } }`,
    )
    return claim.descents[0] ?? expect.fail(`${slug} has no descent`)
  }

  it('leads from "most people" to one writer, and is a signed judgement', async () => {
    const { en, id, steps } = await told('x-sells-user-data')
    expect(en.value).toMatch(
      /^Most people, .* says; the earliest wording found, in our judgement, is one writer’s guess in Engadget, known from a retelling only\.$/,
    )
    expect(id.value).toMatch(
      /, kata .*; rumusan paling awal yang ditemukan, menurut penilaian kami, adalah dugaan seorang penulis di Engadget, yang hanya diketahui dari penceritaan ulang\.$/,
    )
    expect(steps).toEqual([
      {
        derived: 'article-public-x-sells-user-data',
        assertion: { slug: 'engadget-guesses-selling', claimant: { slug: 'engadget' } },
        claim: { slug: 'x-sells-user-data' },
        provenance: { kind: 'JUDGED', newsroom: 'Sanad', on: '2026-08-01' },
      },
    ])
  })

  it('leads from "many people" over two claims to the theory that TechCrunch retells', async () => {
    const { en, steps } = await told('x-uses-data-for-xai-mission')
    expect(en.value).toMatch(
      /^Many people, .* is a guess by Alex Ivanovs, as TechCrunch retells it, about a related claim\.$/,
    )
    expect(steps.map(({ claim, assertion }) => [claim.slug, assertion.claimant?.slug])).toEqual([
      ['x-uses-biometric-and-related-data-for-xai-mission', 'engadget'],
      ['musk-uses-x-data-to-supply-xai', 'alex-ivanovs'],
    ])
  })

  it('says that a guess is known from a retelling only where its words were not read', async () => {
    const { en, id } = await told('musk-uses-data-to-compete-with-linkedin')
    expect(en.value).toMatch(/ is one writer’s guess in Engadget\.$/)
    expect(id.value).toMatch(/ adalah dugaan seorang penulis di Engadget\.$/)
  })

  it('leads from collecting to the post about training', async () => {
    const { en, id, steps } = await told('x-collects-non-public-data')
    expect(en.value).toBe(
      "The words that the Indonesian article attributes to Elon Musk go back, as far as we could find and in our judgement, to Musk's post of 31 August 2023, about a related claim.",
    )
    expect(id.value).toBe(
      'Kata-kata yang menurut artikel berbahasa Indonesia itu berasal dari Elon Musk berpangkal, sejauh yang kami temukan dan menurut penilaian kami, pada kiriman Musk tanggal 31 Agustus 2023, tentang klaim lain yang terkait.',
    )
    expect(steps.map(({ assertion }) => assertion.slug)).toEqual([
      'engadget-musk-only-public',
      'musk-post-private-data',
    ])
  })

  it('begins with the origin where the document speaks for itself', async () => {
    const { en } = await told('x-uses-biometric-and-related-data-for-xai-mission')
    expect(en.value).toBe(
      'The earliest wording found, in our judgement, is a guess by Alex Ivanovs, as TechCrunch retells it, about a related claim.',
    )
    const remark = await told('x-uses-data-for-unspecified-purposes')
    expect(remark.en.value).toBe('The earliest wording found, in our judgement, is one writer’s remark in Engadget.')
  })

  it('gives the theory of Ivanovs to the guess on xAI alone', async () => {
    for (const slug of ['x-sells-user-data', 'musk-uses-data-to-compete-with-linkedin']) {
      const { steps } = await told(slug)
      expect(steps.map(({ assertion }) => assertion.claimant?.slug)).toEqual(['engadget'])
    }
  })

  it('says that the part on selling is known from a retelling only', async () => {
    const query =
      '{ claim(slug: "x-sells-user-data") { descents { steps { provenance { note { value } } assertion { evidentiality source { versions { incomplete } } } } } } }'
    expect(JSON.stringify(await ask(open.store, query))).toMatch(
      /known from a retelling only.*INDIRECT_SPEECH.*"incomplete":true/,
    )
  })
})
