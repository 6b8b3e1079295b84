import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Assets } from '../pages/page.ts'
import { siteCss } from '../pages/site-css.ts'
import { siteIcon } from '../pages/site-icon.ts'
import { type CachedResponse, toCached } from './cache/cached-response.ts'

/** Where the build puts browser code: beside this file's folder in dist, and in dist when run from the sources. */
const FOLDERS = ['../assets/', '../../dist/assets/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const SCRIPTS = { widget: 'sanad-widget.v1.js', builder: 'embed-builder.js', embed: 'embed.v1.js' } as const

const DAY = 'public, max-age=86400'

export interface LoadedAssets {
  readonly urls: Assets
  readonly responses: ReadonlyMap<string, CachedResponse>
  /** Browser code that was not built; pages work without it. */
  readonly missing: readonly string[]
}

/** Read once at start; each address carries a hash of its content, so that it may be kept for ever. */
export function loadAssets(): LoadedAssets {
  const responses = new Map<string, CachedResponse>()
  const missing: string[] = []
  const put = (path: string, type: string, age: string, body: string): void => {
    const headers = {
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': age,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }
    responses.set(path, toCached({ status: 200, headers, body }))
  }
  const add = (name: string, type: string, body: string): string => {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
    // The address in newsrooms' snippets has no hash: it must be asked for again now and then.
    const age = name === SCRIPTS.embed ? 'public, max-age=3600' : 'public, max-age=31536000, immutable'
    put(`/assets/${name}`, type, age, body)
    return `/assets/${name}?v=${hash}`
  }
  const script = (name: string): string => {
    const folder = FOLDERS.find((path) => existsSync(`${path}${name}`))
    if (folder === undefined) missing.push(name)
    return add(name, 'text/javascript', folder === undefined ? '' : readFileSync(`${folder}${name}`, 'utf8'))
  }
  const urls = {
    style: add('sanad.css', 'text/css', siteCss()),
    icon: add('icon.svg', 'image/svg+xml', siteIcon()),
    widget: script(SCRIPTS.widget),
    builder: script(SCRIPTS.builder),
    embed: script(SCRIPTS.embed),
  }
  // What browsers and crawlers ask for unasked. Frames say themselves that they are not to be indexed.
  put('/favicon.ico', 'image/svg+xml', DAY, siteIcon())
  put('/robots.txt', 'text/plain', DAY, 'User-agent: *\nDisallow: /graphql\n')
  return { urls, responses, missing }
}
