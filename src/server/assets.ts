import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { siteCss } from '../pages/css/site-css.ts'
import type { Assets } from '../pages/page.ts'
import { PAGE_FONTS } from '../pages/page-fonts.ts'
import { siteIcon } from '../pages/site-icon.ts'
import { chartCss } from '../widgets/css/chart-css.ts'
import { pictureCss, widgetCss } from '../widgets/css/widget-css.ts'
import { type CachedResponse, toCached } from './cache/cached-response.ts'

/** Folders of the built browser code, seen from dist/server and from src/server. */
const FOLDERS = ['../assets/', '../../dist/assets/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const SCRIPTS = {
  widget: 'sanad-widget.v1.js',
  builder: 'embed-builder.js',
  embed: 'embed.v1.js',
  page: 'page.js',
} as const

const DAY = 'public, max-age=86400'
/** Cache-Control of a file whose URL has a hash of its content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

/** Reads a file of the built browser code; null if it was not built. */
export function readBuilt(name: string): Buffer | null {
  const folder = FOLDERS.find((path) => existsSync(`${path}${name}`))
  return folder === undefined ? null : readFileSync(`${folder}${name}`)
}

/** Returns the URL of a file, with a hash of its content. */
export const versionedUrl = (name: string, body: string | Buffer): string =>
  `/assets/${name}?v=${createHash('sha256').update(body).digest('base64url').slice(0, 12)}`

export interface LoadedAssets {
  readonly urls: Assets
  readonly responses: ReadonlyMap<string, CachedResponse>
  /** Names of scripts and fonts that were not built. Pages work without them. */
  readonly missing: readonly string[]
}

/** Reads the assets at the start. Each URL has a hash of the content, so that clients may cache it permanently. */
export function loadAssets(): LoadedAssets {
  const responses = new Map<string, CachedResponse>()
  const missing: string[] = []
  const put = (path: string, type: string, age: string, body: string | Buffer): void => {
    const headers = {
      'Content-Type': typeof body === 'string' ? `${type}; charset=utf-8` : type,
      'Cache-Control': age,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }
    responses.set(path, toCached({ status: 200, headers, body }))
  }
  const add = (name: string, type: string, body: string | Buffer): string => {
    // The URL in embed snippets has no hash, so clients must revalidate it.
    const age = name === SCRIPTS.embed ? 'public, max-age=3600' : IMMUTABLE
    put(`/assets/${name}`, type, age, body)
    return versionedUrl(name, body)
  }
  const built = (name: string): Buffer | null => {
    const body = readBuilt(name)
    if (body === null) missing.push(name)
    return body
  }
  const script = (name: string): string => add(name, 'text/javascript', built(name)?.toString('utf8') ?? '')
  const fonts = PAGE_FONTS.flatMap((font) => {
    const body = built(font.name)
    return body === null ? [] : [{ ...font, url: add(font.name, 'font/woff2', body) }]
  })
  const urls = {
    style: add('sanad.css', 'text/css', widgetCss()),
    picture: add('picture.css', 'text/css', pictureCss()),
    charts: add('charts.css', 'text/css', chartCss()),
    site: add('site.css', 'text/css', `${chartCss()}\n${siteCss(fonts)}`),
    fonts: fonts.filter(({ isPreloaded }) => isPreloaded).map(({ url }) => url),
    icon: add('icon.svg', 'image/svg+xml', siteIcon()),
    widget: script(SCRIPTS.widget),
    builder: script(SCRIPTS.builder),
    page: script(SCRIPTS.page),
    embed: script(SCRIPTS.embed),
  }
  // Browsers request it by default.
  put('/favicon.ico', 'image/svg+xml', DAY, siteIcon())
  return { urls, responses, missing }
}
