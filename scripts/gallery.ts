import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { readSettings } from '../src/config/settings.ts'
import { readSeeds } from '../src/ingest/read-seeds.ts'
import { createApp } from '../src/server/create-app.ts'
import { listen } from '../src/server/listen.ts'
import { openStore } from '../test/open-store.ts'

const HELP = `npm run gallery [-- --shots FOLDER] [-- --port N]

Serves one page with every view in every language, theme and width, from the seeds; Ctrl-C stops it.
--shots FOLDER  writes a PNG of each instead, with Debian's Chromium, and ends.
`

const VIEWS = [
  'story/x-privacy-2023?limit=6',
  'story/x-privacy-2023?view=timeline&limit=6',
  'claim/x-sells-user-data',
  'claim/x-collects-dm-contents',
  'compare/x,xai',
  'network/x',
]
const LANGUAGES = ['en', 'id']
const THEMES = ['light', 'dark']
const WIDTHS = [320, 600, 760]

const FRAMES = VIEWS.flatMap((view) =>
  LANGUAGES.flatMap((lang) =>
    THEMES.flatMap((theme) =>
      WIDTHS.map((width) => ({
        name: `${view.replace(/[^a-z0-9]+/g, '-')}-${lang}-${theme}-${width}`,
        path: `/embed/${view}${view.includes('?') ? '&' : '?'}lang=${lang}&theme=${theme}`,
        width,
      })),
    ),
  ),
)

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
  })
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  url = server.url
  return { url, stop: () => server.stop().then(() => open.database.close()) }
}

async function takeShots(base: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
  for (const { name, path, width } of FRAMES) {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    await page.goto(`${base}${path}`)
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    await page.close()
  }
  await browser.close()
  console.log(`${FRAMES.length} pictures in ${folder}`)
}

const galleryPage = (
  base: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<h1>Every view, language, theme and width</h1>
${FRAMES.map(({ name, path, width }) => `<h2>${name}</h2><iframe src="${base}${path.replaceAll('&', '&amp;')}" width="${width}" height="600" loading="lazy" title="${name}"></iframe>`).join('\n')}
</html>`

const { values } = parseArgs({
  options: { shots: { type: 'string' }, port: { type: 'string', default: '0' }, help: { type: 'boolean' } },
})
if (values.help) console.log(HELP)
else {
  const site = await startSite()
  if (values.shots) {
    await takeShots(site.url, values.shots)
    await site.stop()
    // The thread that draws networks would keep the process alive.
    process.exit()
  } else {
    const gallery = createServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(galleryPage(site.url)),
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
