import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildView } from '../../src/pages/build-view.ts'
import { parseEmbed } from '../../src/pages/embed/embed-request.ts'
import { drawGraph } from '../../src/widgets/drawing/draw-graph.ts'
import { drawMatrix } from '../../src/widgets/drawing/draw-matrix.ts'
import { drawNetwork } from '../../src/widgets/drawing/draw-network.ts'
import { drawTimeline } from '../../src/widgets/drawing/draw-timeline.ts'
import { DRAWING_WIDTH } from '../../src/widgets/drawing/drawing-width.ts'
import type { Theme } from '../../src/widgets/tokens.ts'
import type { View } from '../../src/widgets/view/view.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'

const FOLDER = join(import.meta.dirname, 'widgets')

function drawnOf(view: View, theme: Theme): string {
  const width = DRAWING_WIDTH
  if (view.kind === 'graph') return drawGraph(view, { width, idPrefix: '', concrete: theme })?.markup ?? ''
  if (view.kind === 'timeline') return drawTimeline(view, { width, theme })?.drawn.markup ?? ''
  if (view.kind === 'network') return drawNetwork(view, { width, theme, idPrefix: '' })?.drawn.markup ?? ''
  return view.kind === 'matrix' ? drawMatrix(view, { width, theme }).drawn.markup : ''
}

describe('drawings of the first story', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each([
    ['story-en-light', 'story/x-privacy-2023', 'lang=en&limit=6'],
    ['story-en-dark', 'story/x-privacy-2023', 'lang=en&limit=6&theme=dark'],
    ['story-id-light', 'story/x-privacy-2023', 'lang=id&limit=6'],
    ['story-id-dark', 'story/x-privacy-2023', 'lang=id&limit=6&theme=dark'],
    ['timeline-en-light', 'claim/x-collects-biometric-with-consent', 'lang=en&view=timeline'],
    ['timeline-id-dark', 'story/x-privacy-2023', 'lang=id&view=timeline&limit=60&theme=dark'],
    ['network-en-light', 'story/x-privacy-2023', 'lang=en&view=network'],
    ['matrix-en-light', 'story/x-privacy-2023', 'lang=en&view=matrix'],
    ['matrix-id-dark', 'compare/xai,roll20', 'lang=id&view=matrix&theme=dark'],
  ])('equal their golden files: %s', async (name, what, query) => {
    const [kind, slug = ''] = what.split('/')
    if (kind !== 'story' && kind !== 'claim' && kind !== 'compare') expect.fail(`What is a ${kind}?`)
    const request = parseEmbed(kind, slug, new URLSearchParams(query))
    const built = await buildView(site.open.store, request)
    const svg = normalized(built ? drawnOf(built.view, request.theme === 'dark' ? 'dark' : 'light') : '')
    expect(svg.length).toBeGreaterThan(1000)
    const path = join(FOLDER, `${name}.svg`)
    if (process.env.GOLDEN_UPDATE === '1' && process.env.CI === undefined) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(path, svg)
    }
    if (!existsSync(path)) expect.fail(`No golden drawing ${path}: npm run golden:update, and look at it.`)
    expect(svg).toBe(readFileSync(path, 'utf8'))
  })
})

/** One element per line and three decimals, so that diffs are readable. */
const normalized = (svg: string): string =>
  `${svg.replace(/></g, '>\n<').replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 1000) / 1000))}\n`
