import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { readSettings } from '../src/config/settings.ts'
import { readSeeds } from '../src/ingest/read-seeds.ts'
import { createApp } from '../src/server/create-app.ts'
import { listen } from '../src/server/listen.ts'
import { THEMES, type Theme } from '../src/widgets/tokens.ts'
import { openStore } from '../test/open-store.ts'
import { styleRoutes } from './gallery/style-routes.ts'

const HELP = `npm run gallery [-- --shots FOLDER] [-- --only TEXT] [-- --port N]

Serves one page with every view and page in every language, theme and width, from the seeds, and the specimen of parts at
/style; Ctrl-C stops it.
--shots FOLDER  writes a PNG of each instead, with Debian's Chromium, and ends.
--only TEXT     only pictures with the text in their name, such as page-home or embed-claim.
`

const VIEWS = [
  'story/x-privacy-2023?limit=6',
  'story/x-privacy-2023',
  'story/x-privacy-2023?view=timeline&limit=6',
  'story/x-privacy-2023?view=matrix',
  'claim/x-sells-user-data',
  'claim/x-collects-dm-contents',
  'compare/x,xai',
  'network/x',
]
const PAGES = [
  'style',
  '?',
  'story/x-privacy-2023',
  'story/x-privacy-2023?view=list',
  'story/x-privacy-2023?view=matrix',
  'story/x-privacy-2023?view=timeline',
  'story/roll20-personal-data',
  'claim/x-sells-user-data',
  'claim/x-collects-dm-contents',
  'entity/x',
  'entity/linkedin',
  'data/biometric',
  'source/x-privacy-policy',
  'compare?entities=x,linkedin',
  '?q=sells',
  '?q=zzz',
  'embed/new?what=story/x-privacy-2023',
  'nothing',
]
const LANGUAGES = ['en', 'id']
const FRAME_WIDTHS = [320, 600, 760]
const PAGE_WIDTHS = [320, 360, 600, 760, 1200]

interface Shot {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly theme: Theme
}

function shotsOf(kind: 'embed' | 'page', paths: readonly string[], widths: readonly number[]): readonly Shot[] {
  const shots = paths.flatMap((given) =>
    LANGUAGES.flatMap((lang) =>
      THEMES.flatMap((theme) =>
        widths.map((width): Shot => {
          const base = kind === 'embed' ? `/embed/${given}` : `/${given}`
          const own = kind === 'embed' ? `lang=${lang}&theme=${theme}` : `lang=${lang}`
          const name = given.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'home'
          const path = `${base}${given.includes('?') ? '&' : '?'}${own}`.replace('?&', '?')
          return { name: `${kind}-${name}-${lang}-${theme}-${width}`, path, width, theme }
        }),
      ),
    ),
  )
  return shots
}

const SHOTS = [...shotsOf('embed', VIEWS, FRAME_WIDTHS), ...shotsOf('page', PAGES, PAGE_WIDTHS)]

async function startSite() {
  const now = new Date()
  const location = { neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 }
  const open = await openStore(location)
  const read = await readSeeds('seeds', { now })
  if ('problems' in read) throw new Error('The seeds have problems: npx tsx src/cli/main.ts check seeds')
  await open.load(read.dataset, { author: 'gallery', set: 'gallery', now })
  let url = ''
  const app = createApp({
    database: open.database,
    settings: readSettings({}),
    now: () => new Date(),
    log: () => undefined,
    publicUrl: () => url,
    moreRoutes: styleRoutes,
  })
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  url = server.url
  return { url, stop: () => server.stop().then(() => open.database.close()) }
}

async function takeShots(base: string, folder: string, shots: readonly Shot[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
  for (const { name, path, width, theme } of shots) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: theme })
    await page.goto(`${base}${path}`, { waitUntil: 'networkidle' })
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    await page.close()
  }
  await browser.close()
  console.log(`${shots.length} pictures in ${folder}`)
}

const galleryPage = (
  base: string,
  shots: readonly Shot[],
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<h1>Every view, language, theme and width</h1>
${shots.map(({ name, path, width }) => galleryItem(name, `${base}${path.replaceAll('&', '&amp;')}`, width)).join('\n')}
</html>`

/** Pages forbid frames, so they are links. */
const galleryItem = (name: string, url: string, width: number): string =>
  name.startsWith('embed')
    ? `<h2>${name}</h2><iframe src="${url}" width="${width}" height="600" loading="lazy" title="${name}"></iframe>`
    : `<p><a href="${url}">${name}</a></p>`

const { values } = parseArgs({
  options: {
    shots: { type: 'string' },
    only: { type: 'string', default: '' },
    port: { type: 'string', default: '0' },
    help: { type: 'boolean' },
  },
})
if (values.help) console.log(HELP)
else {
  const shots = SHOTS.filter(({ name }) => name.includes(values.only))
  const site = await startSite()
  if (values.shots) {
    await takeShots(site.url, values.shots, shots)
    await site.stop()
    // The thread that draws networks would keep the process alive.
    process.exit()
  } else {
    const gallery = createServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(galleryPage(site.url, shots)),
    )
    gallery.listen(Number(values.port), '127.0.0.1', () => {
      const address = gallery.address()
      console.log(`Gallery  http://127.0.0.1:${typeof address === 'object' ? address?.port : values.port}/`)
    })
    process.once('SIGINT', () => {
      gallery.close()
      void site.stop()
    })
  }
}
