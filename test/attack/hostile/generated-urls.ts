import { SLUGS } from './generated-values.ts'
import type { Random } from './random.ts'
import { type HostileRequest, list, toBytes } from './request.ts'
import { HOSTILE_DATES, HOSTILE_TEXTS } from './values.ts'

const KINDS = ['story', 'claim', 'entity', 'source', 'data', 'use', 'compare', 'network'] as const
const TEXTS = Object.values(HOSTILE_TEXTS).filter((text) => text.length < 1500)
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  lang: ['en', 'id', 'xx'],
  view: ['graph', 'timeline', 'matrix', 'network', 'claim', 'nothing'],
  theme: ['light', 'dark', 'auto', 'nothing'],
  status: ['DENIED', 'DISPUTED,DENIED', 'nothing'],
  limit: ['1', '12', '60', '61', '-1', 'NaN'],
  asOf: ['2026-08-01', '2026-08-01T00:00:00Z', '2026-08-01T00:00:00%2B07:00', ''],
  maxwidth: ['0', '300', '11999', 'x'],
  format: ['json', 'xml', 'yaml'],
  entities: ['x', 'x,linkedin', 'x,x,x'],
  q: ['x', 'data', 'twit'],
}
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Accept: ['text/html', '*/*', 'application/json', 'image/png', 'text/event-stream', 'a/b;q=2'],
  'Accept-Language': ['id', 'en;q=0.1, id', '*', 'xx'],
  'Accept-Encoding': ['gzip', 'br', 'identity;q=0', 'gzip;q=0'],
  'If-None-Match': ['*', '"x"', 'W/"x", "y"'],
  'Last-Event-ID': ['1.1', 'x', '0.0'],
  Range: ['bytes=0-10', 'bytes=-1'],
}

/** A URL of a page, an embed, oEmbed, a picture or an export, with random parameters and headers. */
export function generatedUrl(random: Random, name: string): HostileRequest {
  const method = random.chance(0.9) ? 'GET' : random.pick(['HEAD', 'POST', 'DELETE', 'OPTIONS'])
  const chosen = Object.entries(HEADERS).filter(() => random.chance(0.3))
  const headers = chosen.map(([key, values]): [string, string] => [key, random.pick(values)])
  return { kind: 'generated addresses', name, bytes: toBytes({ method, target: anyTarget(random), headers }) }
}

function anyTarget(random: Random): string {
  const path = anyPath(random)
  const chosen = Object.entries(PARAMETERS).filter(([key]) => random.chance(key === 'lang' ? 0.9 : 0.25))
  const given = chosen.flatMap(([key, values]) =>
    list(
      random.chance(0.05) ? 3 : 1,
      () => `${key}=${random.chance(0.1) ? anyText(random, key) : random.pick(values)}`,
    ),
  )
  const query = given.join('&')
  return path.includes('?') ? `${path}&${query}` : `${path}?${query}`
}

function anyPath(random: Random): string {
  const kind = random.pick(KINDS)
  const slug = random.chance(0.15) ? encodeURIComponent(random.pick(TEXTS).toWellFormed()) : random.pick(SLUGS)
  return random.pick([
    () => `/${kind}/${slug}`,
    () => `/embed/${kind}/${slug}`,
    () => `/embed/${kind}/${slug},${random.pick(SLUGS)}`,
    () => `/oembed?url=${encodeURIComponent(`http://127.0.0.1/${kind}/${slug}`)}`,
    () => `/image/${kind}/${slug}.svg`,
    () => `/${random.pick(['image', 'card'])}/${kind}/${slug}.png`,
    () => `/export/${kind}/${slug}.jsonld`,
    () => `/export/${kind}/${slug}.positions.json`,
    () => `/export/${random.pick(['claims.csv', 'graph.gexf', 'dossier.md', 'sources.bib'])}?about=${slug}`,
    () => `/feed/${kind}/${slug}.atom`,
    () => `/reconcile/${random.pick(['preview', 'view', 'flyout/entity'])}?id=${kind}/${slug}`,
    () => `/reconcile/suggest/entity?prefix=${slug}`,
    () => random.pick(['/', '/compare', '/embed/new', '/healthz', '/readyz', '/metrics', '/assets/x.js', '//', '/%00']),
  ])()
}

const anyText = (random: Random, key: string): string =>
  encodeURIComponent((key === 'asOf' ? random.pick(HOSTILE_DATES) : random.pick(TEXTS)).slice(0, 2000).toWellFormed())
