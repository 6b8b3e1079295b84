import { Agent, get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { readCorrections } from '../../src/domain/corrections.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { embedPage } from '../../src/pages/embed/embed-page.ts'
import { parseEmbed } from '../../src/pages/embed/embed-request.ts'
import { readTopic } from '../../src/pages/page-topic.ts'
import { NOTICES_IN_EMBED } from '../../src/pages/sections/notices.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { drawView } from '../../src/widgets/drawing/draw-view.ts'
import { layoutGraph } from '../../src/widgets/drawing/layout-graph.ts'
import { CLOSE } from '../../src/widgets/drawing/picture-measures.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { openStore } from '../open-store.ts'
import { exampleGraph } from '../widgets/example-graph.ts'
import { startBareServer } from './bare-server.ts'
import { serve } from './serve-process.ts'
import { median, type Spread, spreadOf } from './statistics.ts'
import { type Pace, type Timed, takeSamples } from './take-samples.ts'

export interface WidgetFigures {
  /** Compressed size in bytes. */
  readonly bytes: readonly { readonly what: string; readonly bytes: number; readonly budget: number }[]
  readonly layout: readonly { readonly nodes: number; readonly ms: Spread; readonly budgetMs: number }[]
  /** An embed made from a warm store, compared with the store's own part of it. */
  readonly frame: Timed
  /** Requests per second of a cached embed, and of a bare server with the same bytes, once a round. */
  readonly hot: { readonly ours: Spread; readonly bare: Spread; readonly ratio: Spread }
}

const PROPOSITION_FILTER = '/embed/story/x-privacy-2023?lang=en'
const GZIP = { 'accept-encoding': 'gzip' }

export async function measureWidgets(
  story: Dataset,
  pace: Pace,
  hotMs: number,
  note: (text: string) => void,
): Promise<WidgetFigures> {
  note('widgets: layout')
  const layout = [60, 1000].map((nodes) => ({ nodes, ms: timeLayout(nodes), budgetMs: nodes === 60 ? 50 : 500 }))
  note('widgets: frames from a warm store')
  const frame = await timeHeader(story, pace)
  const served = await serve(['--in-memory'])
  try {
    const origin = new URL(served.api).origin
    const bytes = await countBytes(origin)
    note('widgets: a kept frame over HTTP')
    return { bytes, layout, frame, hot: await timeHot(origin, pace.rounds, hotMs) }
  } finally {
    await served.stop()
  }
}

function timeLayout(nodes: number): Spread {
  const view = exampleGraph(Math.round(nodes * 0.3), Math.round(nodes * 0.55), Math.round(nodes * 0.15))
  const times = Array.from({ length: 8 }, () => {
    const started = performance.now()
    layoutGraph(view, { width: 680, rtl: false, spacing: CLOSE })
    return performance.now() - started
  })
  return spreadOf(times.slice(1))
}

async function timeHeader(story: Dataset, pace: Pace): Promise<Timed> {
  const { store, database, load } = await openStore({
    neo4jUri: '',
    neo4jUser: '',
    neo4jPassword: '',
    dataDir: null,
    readTimeoutMs: 5000,
  })
  await load(story, { author: 'bench', set: 'bench', now: new Date() })
  const messages = messagesIn('en')
  const request = parseEmbed('story', 'x-privacy-2023', new URLSearchParams({ lang: 'en' }))
  const assets = {
    style: '/assets/a?v=1',
    charts: '/assets/c?v=1',
    picture: '/assets/p?v=1',
    site: '/assets/s?v=1',
    icon: '/assets/i?v=1',
    fonts: [],
    widget: '/assets/b?v=1',
    builder: '/assets/c?v=1',
    embed: '/assets/d?v=1',
    page: '/assets/p?v=1',
  }
  const context = {
    store,
    viewer: PUBLIC_VIEWER,
    messages,
    asOf: null,
    links: linksIn(messages.tag, null),
    now: new Date(),
    publicUrl: 'http://localhost',
    assets,
    draw: drawView,
  }
  const [timed] = await takeSamples(
    [
      {
        ours: () => embedPage(request, context),
        bare: async () => {
          const revision = await store.revisionAt(null)
          const topic = await readTopic(store, { kind: 'story', slug: 'x-privacy-2023', messages, revision })
          if (!topic) throw new Error('The story is not there.')
          await Promise.all([
            namesOfClaims(store, topic.claims, revision),
            store.revisions(),
            readCorrections(store, topic, NOTICES_IN_EMBED, revision),
          ])
        },
      },
    ],
    pace,
  )
  await database.close()
  if (!timed) throw new Error('Nothing was timed.')
  return timed
}

async function countBytes(origin: string): Promise<WidgetFigures['bytes']> {
  const sizeOf = async (path: string): Promise<number> => (await read(`${origin}${path}`)).length
  const [page, style, element, host] = await Promise.all(
    [PROPOSITION_FILTER, '/assets/sanad.css', '/assets/sanad-widget.v1.js', '/assets/embed.v1.js'].map(sizeOf),
  )
  const whole = (page ?? 0) + (style ?? 0) + (element ?? 0)
  return [
    { what: 'embed of 12 claims, style and script', bytes: whole, budget: 15 * 1024 },
    { what: 'the element', bytes: element ?? 0, budget: 4096 },
    { what: 'the host script', bytes: host ?? 0, budget: 820 },
  ]
}

async function timeHot(origin: string, rounds: number, forMs: number): Promise<WidgetFigures['hot']> {
  const body = await read(`${origin}${PROPOSITION_FILTER}`)
  gunzipSync(body)
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip' }
  const bare = await startBareServer(body, headers)
  const [ours, floor]: [number[], number[]] = [[], []]
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const rates = [await rate(`${origin}${PROPOSITION_FILTER}`, forMs), await rate(bare.url, forMs)]
      if (round === 0) continue
      ours.push(rates[0] ?? 0)
      floor.push(rates[1] ?? 0)
    }
  } finally {
    bare.stop()
  }
  return {
    ours: spreadOf(ours),
    bare: spreadOf(floor),
    ratio: spreadOf(ours.map((one, i) => one / (floor[i] ?? median(floor)))),
  }
}

async function rate(url: string, forMs: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const started = performance.now()
  let done = 0
  const keepAsking = async (): Promise<void> => {
    while (performance.now() - started < forMs) {
      await read(url, agent)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: 8 }, keepAsking))
  agent.destroy()
  return (done / (performance.now() - started)) * 1000
}

function read(url: string, agent?: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { ...(agent ? { agent } : {}), headers: GZIP }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.once('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(parts))
          : reject(new Error(`${url}: ${response.statusCode}`)),
      )
    }).once('error', reject)
  })
}
