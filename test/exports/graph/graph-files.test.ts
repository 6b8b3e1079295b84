import { existsSync, readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inShared } from '../../seeds/shared.ts'
import { hostileDataset } from '../../site/hostile-dataset.ts'
import { type StartedSite, startSite } from '../../site/start-site.ts'
import { byColumn, cellsOfCsv } from '../readers/csv.ts'
import { readGexf } from '../readers/gexf.ts'
import { readGraphml } from '../readers/graphml.ts'
import { kumuBlueprint } from '../readers/kumu.ts'

const SCHEMA = inShared('gexf-1.3/gexf.xsd')
/** All claims of the seeds, and claims with hostile text in every field. */
const SITES = ['seeds', 'hostile'] as const

const sites = new Map<string, StartedSite>()
beforeAll(async () => {
  sites.set('seeds', await startSite())
  sites.set('hostile', await startSite({ dataset: hostileDataset(40) }))
})
afterAll(() => Promise.all([...sites.values()].map((site) => site.stop())))

async function download(name: (typeof SITES)[number], path: string): Promise<string> {
  const response = await fetch(`${sites.get(name)?.url}/export/${path}`)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
const kumu = async (name: (typeof SITES)[number], query = 'lang=en') =>
  kumuBlueprint.parse(JSON.parse(await download(name, `kumu.json?${query}`)))

/** XML has no control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression replaces them.
const inXml = (text: string): string => text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD')

describe.skipIf(!existsSync(SCHEMA))('graph.gexf and the schema of GEXF 1.3 (needs ../shared/data)', () => {
  const validator = (): XsdValidator => {
    xmlRegisterFsInputProviders()
    return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(SCHEMA), { url: SCHEMA }))
  }

  it.each(SITES)('agree for all claims of %s', async (name) => {
    const document = XmlDocument.fromString(await download(name, 'graph.gexf?lang=en'))
    expect(() => validator().validate(document)).not.toThrow()
  })

  it('agree for a filter without claims', async () => {
    const text = await download('seeds', 'graph.gexf?lang=en&claimant=x&stance=SPECULATES')
    expect(readGexf(text).order).toBe(0)
    expect(() => validator().validate(XmlDocument.fromString(text))).not.toThrow()
  })

  it('disagree on a file with another element', async () => {
    const text = (await download('seeds', 'graph.gexf?lang=en')).replace('<spells>', '<spell/><spells>')
    expect(() => validator().validate(XmlDocument.fromString(text))).toThrow()
  })
})

describe.each(SITES)('graph of %s', (name) => {
  it('has the same nodes and edges in each format, with the same texts', async () => {
    const { elements, connections } = await kumu(name)
    const graphs = [
      readGexf(await download(name, 'graph.gexf?lang=en')),
      readGraphml(await download(name, 'graph.graphml?lang=en')),
    ]
    for (const graph of graphs) {
      expect(graph.nodes().sort()).toEqual(elements.map(({ id }) => id).sort())
      expect(graph.edges().sort()).toEqual(connections.map(({ id }) => id).sort())
      for (const { id, label, headline, status, quote } of elements) {
        const attributes = graph.getNodeAttributes(id)
        const texts = [label, headline, status, quote].map((text) =>
          text === undefined ? undefined : inXml(`${text}`),
        )
        expect([attributes.label, attributes.headline, attributes.status, attributes.quote]).toEqual(texts)
      }
      for (const { id, from, to, type, stance, claimant, source, quote, attribution } of connections) {
        const attributes = graph.getEdgeAttributes(id)
        expect([graph.source(id), graph.target(id), attributes.kind]).toEqual([from, to, type])
        const texts = [stance, claimant, source, quote, attribution]
        const read = [
          attributes.stance,
          attributes.claimant,
          attributes.source,
          attributes.quote,
          attributes.attribution,
        ]
        expect(read).toEqual(texts.map((text) => (text === undefined ? undefined : inXml(`${text}`))))
      }
    }
  })

  it('shows no claim without its status and its by-line', async () => {
    const { elements } = await kumu(name)
    const claims = elements.filter(({ type }) => type === 'Claim')
    expect(claims.length).toBeGreaterThan(0)
    for (const { label, headline, status, by_line: by } of claims) {
      expect(label).toBe(headline)
      expect([status, by]).not.toContain(undefined)
    }
  })

  it.each(['graph.gexf', 'graph.graphml', 'kumu.json'])(
    'is recognisable as cut off in %s, wherever it ends',
    async (file) => {
      const text = (await download(name, `${file}?lang=en`)).trimEnd()
      const parse = (part: string): unknown =>
        file.endsWith('.json') ? JSON.parse(part) : XmlDocument.fromString(part).dispose()
      parse(text)
      for (const share of [0.1, 0.5, 0.9, 1]) {
        expect(() => parse(text.slice(0, Math.floor(text.length * share) - 1))).toThrow()
      }
    },
  )
})

describe('graph of a filter', () => {
  it('has an edge for each statement, from the claimant or else the document to the claim, with the stance as kind', async () => {
    const graph = readGexf(await download('seeds', 'graph.gexf?lang=en&story=x-privacy-2023'))
    const said = graph.edges().filter((edge) => graph.getEdgeAttribute(edge, 'stance') !== undefined)
    const csv = await download('seeds', 'assertions.csv?lang=en&story=x-privacy-2023')
    expect(said.map((edge) => graph.getEdgeAttribute(edge, 'assertion')).sort()).toEqual(
      byColumn(cellsOfCsv(Buffer.from(csv)))
        .map(({ assertion }) => assertion)
        .sort(),
    )
    for (const edge of said) {
      const { kind, stance, claimant_slug: claimant, source_slug: source, claim } = graph.getEdgeAttributes(edge)
      const speaker = claimant === undefined ? `Source:${source}` : `Entity:${claimant}`
      expect([kind, graph.source(edge), graph.target(edge)]).toEqual([stance, speaker, `Claim:${claim}`])
    }
  })

  it('has no edge to a claim that the filter leaves out', async () => {
    const all = await kumu('seeds')
    const relation = all.connections.find(({ type, from, to }) => type === 'DERIVED_FROM' && from !== to)
    const one = await kumu('seeds', `lang=en&claim=${relation?.from.split(':')[1]}`)
    expect(one.elements.filter(({ type }) => type === 'Claim')).toHaveLength(1)
    expect(all.connections.map(({ id }) => id)).toContain(relation?.id)
    expect(one.connections.map(({ id }) => id)).not.toContain(relation?.id)
  })

  it('has the days of an assertion as a spell, and no spell where none is known', async () => {
    const text = await download('seeds', 'graph.gexf?lang=en&claim=x-sells-user-data')
    const edges = text.split('\n').filter((line) => line.includes('<edge '))
    const ofEdge = (line: string): readonly string[] =>
      [...line.matchAll(/<spell ([^/]*)\/>/g)].map(([, days]) => days ?? '')
    const value = (line: string, name: string): string =>
      new RegExp(`for="${name}" value="([^"]*)"`).exec(line)?.[1] ?? ''
    const said = edges.filter((line) => value(line, 'stance') !== '')
    for (const line of said) {
      const [from, until, day] = ['words_from', 'words_until', 'asserted_at'].map((name) => value(line, name))
      const known = from || until ? [from, until] : [day, day]
      expect(ofEdge(line).length).toBe(known.some(Boolean) ? 1 : 0)
      for (const [i, name] of ['start', 'end'].entries()) {
        expect(ofEdge(line).join().includes(`${name}=`)).toBe(Boolean(known[i]))
        if (known[i]) expect(ofEdge(line)[0]).toContain(`${name}="${known[i]}`)
      }
    }
    expect(said.filter((line) => ofEdge(line).length > 0).length).toBeGreaterThan(0)
    expect(said.filter((line) => ofEdge(line).length === 0).length).toBeGreaterThan(0)
  })

  it('names the revision, its instant and the address in its head', async () => {
    const text = await download('seeds', 'graph.gexf?lang=en&claim=x-sells-user-data')
    expect(text).toMatch(/<meta lastmodifieddate="\d{4}-\d\d-\d\d"><creator>Sanad<\/creator>/)
    const graph = readGraphml(await download('seeds', 'graph.graphml?lang=en&claim=x-sells-user-data'))
    expect(graph.getAttributes()).toMatchObject({
      revision: expect.any(Number),
      recorded_at: expect.stringMatching(/Z$/),
      url: expect.stringContaining('claim=x-sells-user-data'),
    })
  })
})
