import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../../src/exports/formats.ts'
import { hostileDataset } from '../../site/hostile-dataset.ts'
import { type StartedSite, startSite } from '../../site/start-site.ts'
import { jsonCanvas } from '../readers/canvas.ts'

let seeds: StartedSite
let hostile: StartedSite
let crowded: StartedSite
beforeAll(async () => {
  seeds = await startSite()
  hostile = await startSite({ dataset: hostileDataset(40) })
  crowded = await startSite({ wrap: (store) => ({ ...store, countClaims: async () => 2001 }) })
})
afterAll(() => Promise.all([seeds, hostile, crowded].map((site) => site.stop())))

async function board(site: StartedSite, query = 'lang=en') {
  const response = await fetch(`${site.url}/export/board.canvas?${query}`)
  expect(response.status).toBe(200)
  return jsonCanvas.parse(JSON.parse(await response.text()))
}
type Board = Awaited<ReturnType<typeof board>>
type Box = Pick<Board['nodes'][number], 'x' | 'y' | 'width' | 'height'>

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const contains = (a: Box, b: Box): boolean =>
  b.x >= a.x && b.y >= a.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height

describe.each([['seeds', () => seeds] as const, ['hostile', () => hostile] as const])(
  'board.canvas of %s',
  (_, site) => {
    it('has unique ids, and edges between its nodes alone', async () => {
      const { nodes, edges } = await board(site())
      const ids = [...nodes, ...edges].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const known = new Set(nodes.map(({ id }) => id))
      expect(edges.filter(({ fromNode, toNode }) => !known.has(fromNode) || !known.has(toNode))).toEqual([])
    })

    it('has each claim in the group of its subject, and no card upon another', async () => {
      const { nodes } = await board(site())
      const groups = nodes.filter(({ type }) => type === 'group')
      const cards = nodes.filter(({ type }) => type === 'text')
      for (const [i, card] of cards.entries()) {
        expect(
          cards
            .slice(i + 1)
            .filter((other) => overlap(card, other))
            .map(({ id }) => [card.id, id]),
        ).toEqual([])
        if (card.id !== 'Board') expect(groups.filter((group) => contains(group, card))).toHaveLength(1)
      }
      for (const [i, group] of groups.entries()) {
        expect(groups.slice(i + 1).filter((other) => overlap(group, other))).toEqual([])
      }
    })

    it('is the same each time', async () => {
      expect(await board(site())).toEqual(await board(site()))
    })
  },
)

describe('board.canvas', () => {
  it('shows headline, quote and link of the source on the card of a claim', async () => {
    const { nodes, edges } = await board(seeds, 'lang=en&claim=x-sells-user-data')
    const card = nodes.find(({ id }) => id === 'Claim:x-sells-user-data')
    const text = card?.type === 'text' ? card.text : ''
    expect(text).toMatch(/^\*\*\[Stated not to: X sells its users' data – X says it does not/)
    for (const { sanad } of edges.filter(({ id }) => id.startsWith('Assertion:'))) {
      const words = String(sanad?.quote).split(/[^\p{L} ]/u)[0] ?? ''
      expect(text).toContain(words)
      if (sanad?.source_url) expect(text).toContain(`](${sanad.source_url}`)
    }
  })

  it('keeps the hedge of an act on its edge', async () => {
    const { edges } = await board(seeds, 'lang=en&story=x-privacy-2023')
    const hedged = edges.filter(({ sanad }) => sanad?.certainty === 'POSSIBLE' && sanad.stance !== 'REPORTS_UNKNOWN')
    expect(hedged.length).toBeGreaterThan(0)
    expect(hedged.filter(({ label }) => !label.includes('as possible'))).toEqual([])
  })

  it('links no URL but http and https', async () => {
    const { nodes } = await board(hostile)
    const texts = nodes.flatMap((node) => (node.type === 'text' ? [node.text] : []))
    const targets = texts.flatMap((text) => [...text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, target]) => target))
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((target) => !target?.startsWith('http'))).toEqual([])
  })

  it('is recognisable as cut off, wherever it ends', async () => {
    const text = (await (await fetch(`${seeds.url}/export/board.canvas?lang=en`)).text()).trimEnd()
    for (const share of [0.1, 0.5, 0.9, 1]) {
      expect(() => JSON.parse(text.slice(0, Math.floor(text.length * share) - 1))).toThrow()
    }
  })

  it('names its revision without a day before the first one', async () => {
    const text = await (await fetch(`${seeds.url}/export/board.canvas?lang=en&asOf=2000-01-01T00:00:00Z`)).text()
    expect(text).toContain('[Revision 0 of the record](')
  })

  it('is refused for over 2,000 claims before it begins, with the names of formats without a limit', async () => {
    const response = await fetch(`${crowded.url}/export/board.canvas?lang=en`)
    const { errors } = JSON.parse(await response.text())
    expect([response.status, errors[0].extensions.code]).toEqual([400, 'LIMIT_EXCEEDED'])
    expect(errors[0].message).toContain('at most 2000 claims, not 2001')
    expect(errors[0].message).toContain('such as claims.csv')
    expect(EXPORT_FORMATS.filter(({ maxClaims }) => maxClaims !== undefined).map(({ file }) => file)).toEqual([
      'board.canvas',
    ])
    expect((await fetch(`${crowded.url}/export/graph.gexf?lang=en`)).status).toBe(200)
  })
})
