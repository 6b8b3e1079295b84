import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SANAD_TERMS } from '../../src/exports/jsonld-terms.ts'
import { tableUnder } from '../documentation/markdown.ts'
import { hostileDataset } from '../site/hostile-dataset.ts'
import { NOW, type StartedSite, startSite } from '../site/start-site.ts'
import { canonicalForm, quadsOfJsonLd, readQuads } from './rdf-statements.ts'

const [SCHEMA, SANAD, SKOS] = ['http://schema.org/', 'urn:sanad:', 'http://www.w3.org/2004/02/skos/core#']
const [PROV, OA] = ['http://www.w3.org/ns/prov#', 'http://www.w3.org/ns/oa#']

const open: StartedSite[] = []
beforeAll(async () => {
  site = await start()
})
afterAll(async () => {
  for (const site of open) await site.stop()
})

async function start(options: Parameters<typeof startSite>[0] = {}): Promise<StartedSite> {
  // Files are read one after the other, on a machine that may be busy.
  const site = await startSite({ maxWaitMs: 20_000, ...options })
  open.push(site)
  return site
}

const text = async (url: string): Promise<string> => {
  // A reader takes longer than the server waits on an open connection, where the machine is busy.
  const response = await fetch(url, { headers: { Connection: 'close' } })
  expect([url, response.status]).toEqual([url, 200])
  return response.text()
}

/** Loads documents of the server of a test alone. */
const loaderOf =
  ({ url }: StartedSite) =>
  async (wanted: string) => {
    if (wanted !== `${url}/context.jsonld`) throw new Error(`${wanted} is not on the server.`)
    return { documentUrl: wanted, document: JSON.parse(await text(wanted)) }
  }

const readFile = async (site: StartedSite, file: string, query: string) => {
  const body = await text(`${site.url}/export/${file}?${query}`)
  return readQuads(file.endsWith('jsonld') ? await quadsOfJsonLd(body, loaderOf(site)) : body)
}

/** Returns the canonical form of a file without the node of the file itself, which has its name. */
const formOf = async (site: StartedSite, file: string, query: string): Promise<string> =>
  canonicalForm((await readFile(site, file, query)).filter(({ subject }) => !subject.value.includes('/export/')))

let site: StartedSite
let hostile: StartedSite

describe('claims.jsonld, claims.nq and claims.trig', () => {
  beforeAll(async () => {
    hostile = await start({ dataset: hostileDataset(12), now: NOW })
  })

  const forms = new Map<string, Promise<string>>()
  const formOfJsonLd = (query: string): Promise<string> => {
    const form = forms.get(query) ?? formOf(site, 'claims.jsonld', query)
    forms.set(query, form)
    return form
  }

  it.each([
    ['lang=en', 400],
    ['lang=id&story=roll20-personal-data', 100],
    ['lang=en&claimant=elon-musk', 100],
  ])('have a canonical form for %s', async (query, lines) => {
    expect((await formOfJsonLd(query)).split('\n').length).toBeGreaterThan(lines)
  })

  it.each(
    ['lang=en', 'lang=id&story=roll20-personal-data', 'lang=en&claimant=elon-musk'].flatMap((query) =>
      ['claims.nq', 'claims.trig'].map((file) => [file, query] as const),
    ),
  )('say the same of the stories: %s has the canonical form of claims.jsonld for %s', async (file, query) => {
    expect(await formOf(site, file, query)).toBe(await formOfJsonLd(query))
  })

  it('say the same of hostile texts, each of which comes back unchanged', async () => {
    const json = await formOf(hostile, 'claims.jsonld', 'lang=en')
    expect(await formOf(hostile, 'claims.nq', 'lang=en')).toBe(json)
    expect(await formOf(hostile, 'claims.trig', 'lang=en')).toBe(json)
    const quads = await readFile(hostile, 'claims.nq', 'lang=en')
    const quotes = quads.filter(({ predicate }) => predicate.value === `${OA}exact`).map(({ object }) => object.value)
    const expected = hostileDataset(12).assertions.flatMap(({ item }) => item.quote?.exact.trim() ?? [])
    expect(new Set(quotes.map((quote) => quote.trim()))).toEqual(new Set(expected))
  })

  it('link http and https alone', async () => {
    const quads = await readFile(hostile, 'claims.nq', 'lang=en')
    const iris = quads.flatMap(({ object }) => (object.termType === 'NamedNode' ? [object.value] : []))
    expect(iris.filter((iri) => !/^(?:https?:\/\/|urn:sanad:)/.test(iri))).toEqual([])
    const urls = quads.filter(({ predicate }) => predicate.value === `${SCHEMA}url`)
    expect(urls.some(({ object }) => object.termType === 'Literal' && object.value.startsWith('javascript:'))).toBe(
      true,
    )
  })

  it('have each statement in the graph of its document, and all else in the default graph', async () => {
    const quads = await readFile(site, 'claims.trig', 'lang=en')
    const stances = quads.filter(({ predicate }) => predicate.value === `${SANAD}stance`)
    expect(stances.length).toBeGreaterThan(50)
    for (const { subject, graph } of stances) {
      const part = quads.find((quad) => quad.subject.equals(subject) && quad.predicate.value === `${SCHEMA}isPartOf`)
      expect([subject.value, graph.value]).toEqual([subject.value, part?.object.value])
    }
    const statuses = quads.filter(({ predicate }) => predicate.value === `${SANAD}status`)
    expect(new Set(statuses.map(({ graph }) => graph.termType))).toEqual(new Set(['DefaultGraph']))
  })

  it('give a statement its quote, capture, claimant and document in PROV-O and Web Annotation', async () => {
    const quads = await readFile(site, 'claims.nq', 'lang=en&claim=x-sells-user-data')
    const id = `${site.url}/claim/x-sells-user-data#said-policy-no-sell`
    const valuesOf = (property: string): readonly string[] =>
      quads
        .filter((quad) => quad.subject.value === id && quad.predicate.value === property)
        .map(({ object }) => object.value)
    expect(valuesOf(`${PROV}wasQuotedFrom`)).toEqual([`${site.url}/source/x-privacy-policy`])
    expect(valuesOf(`${PROV}wasAttributedTo`)).toEqual([`${site.url}/entity/x`])
    expect(valuesOf(`${OA}hasBody`)).toEqual([`${site.url}/claim/x-sells-user-data`])
    expect(valuesOf(`${SANAD}claimStatus`)).toEqual(['STATED'])
    expect(valuesOf(`${SCHEMA}creditText`)[0]).toContain('Open Terms Archive')
    expect(
      quads.find((quad) => quad.subject.value === id && quad.predicate.value === `${SCHEMA}text`)?.object,
    ).toMatchObject({
      value: 'And no, we don’t sell your personal information.',
      language: 'en',
    })
  })

  it('relate a category to DPV by the match that an editor gave, and call only an exact one the same', async () => {
    const quads = await readFile(site, 'claims.nq', 'lang=en')
    const dpv = quads.filter(({ object }) => object.value.startsWith('https://w3id.org/dpv'))
    const properties = new Set(dpv.map(({ predicate }) => predicate.value))
    expect([...properties].sort()).toEqual(
      [
        ...['broadMatch', 'closeMatch', 'exactMatch', 'narrowMatch'].map((name) => `${SKOS}${name}`),
        `${SCHEMA}sameAs`,
      ].sort(),
    )
    const same = dpv.filter(({ predicate }) => predicate.value === `${SCHEMA}sameAs`)
    for (const { subject, object } of same)
      expect(
        dpv.some(
          (one) =>
            one.subject.equals(subject) && one.object.equals(object) && one.predicate.value === `${SKOS}exactMatch`,
        ),
      ).toBe(true)
  })

  it('end with the number of claims, or with the end of the list', async () => {
    for (const [file, end] of [
      ['claims.nq', /\n# End: (\d+) claims\n$/],
      ['claims.trig', /\n# End: (\d+) claims\n$/],
      ['claims.jsonld', /\n\]\}\n$/],
    ] as const)
      expect(await text(`${site.url}/export/${file}?lang=en`)).toMatch(end)
    expect(await text(`${site.url}/export/claims.nq?lang=id`)).toMatch(/\n# Akhir: \d+ klaim\n$/)
  })
})

describe('/context.jsonld', () => {
  it('is linked data that pages of other origins may load and caches may keep', async () => {
    const response = await fetch(`${site.url}/context.jsonld`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toContain('public')
    const again = await fetch(`${site.url}/context.jsonld`, {
      headers: { 'If-None-Match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    const refused = await fetch(`${site.url}/context.jsonld?lang=en`)
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('"errors"')])
  })

  it('has a meaning for each of our own terms, and the files use no other', async () => {
    const meanings = readQuads(await quadsOfJsonLd(await text(`${site.url}/context.jsonld`)))
    const known = new Set(meanings.map(({ subject }) => subject.value))
    expect([...known].sort()).toEqual(
      Object.keys(SANAD_TERMS)
        .map((name) => `${SANAD}${name}`)
        .sort(),
    )
    const used = (await readFile(site, 'claims.nq', 'lang=en')).flatMap(({ predicate, object }) =>
      [predicate.value, object.value].filter((iri) => iri.startsWith(SANAD)),
    )
    expect([...new Set(used)].filter((iri) => !known.has(iri))).toEqual([])
  })

  it('has the meanings that the documentation lists', () => {
    const documented = readFileSync(join(import.meta.dirname, '../../docs/reference/exports-documents.md'), 'utf8')
    const expected = Object.entries(SANAD_TERMS).map(([name, meaning]) => [`\`sanad:${name}\``, meaning])
    expect(tableUnder(documented, 'Terms of Sanad')).toEqual(expected)
  })

  it('lets a processor read the file of each page', async () => {
    for (const path of [
      'story/x-privacy-2023',
      'claim/x-sells-user-data',
      'entity/x',
      'source/article',
      'data/biometric',
    ]) {
      const quads = readQuads(
        await quadsOfJsonLd(await text(`${site.url}/export/${path}.jsonld?lang=id`), loaderOf(site)),
      )
      expect([path, quads.length > 5]).toEqual([path, true])
    }
  })
})
