import { buildBrowserCode } from '../../../scripts/build-browser.ts'
import { type Answer, type Served, serve } from '../../browser/serve.ts'

export interface WidgetShape {
  readonly direction?: 'ltr' | 'rtl'
  readonly idPrefix?: string
}

export interface IframeShape extends WidgetShape {
  readonly widgets?: readonly WidgetShape[]
  readonly canonical?: string
}

/** Content security policy of the real embed page. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors *"
const CODE = '/assets/sanad-widget.v1.js'

/** id, label, column, row, neighbours: only cards name their neighbours. */
const NODES = [
  ['DataCategory:posts', 'Public posts', 0, 0, ''],
  ['DataCategory:messages', 'Direct messages', 0, 1, ''],
  ['DataCategory:biometric', 'Biometric data', 0, 1.6, ''],
  ['Claim:feeds', 'Stated. Posts feed the mission', 1, 0, 'DataCategory:posts Use:mission'],
  ['Claim:trains', 'Confirmed. Posts train models', 1, 1, 'DataCategory:posts DataCategory:biometric Use:train'],
  ['Claim:sells', 'Denied. Messages are sold', 1, 2, 'DataCategory:messages Use:sell'],
  ['Use:mission', 'Mission', 2, 0, ''],
  ['Use:train', 'Train models', 2, 1, ''],
  ['Use:sell', 'Sell data', 2, 2, ''],
] as const

const CLAIMS = NODES.filter(([id]) => id.startsWith('Claim:'))
const WIDTH = 600

export const iframeRoutes = async (shape: IframeShape = {}): Promise<Record<string, Answer>> => ({
  '/embed/story/x': { body: framePage(shape), headers: { 'Content-Security-Policy': POLICY } },
  '/assets/frame.css': { body: CSS },
  [CODE]: { body: (await buildBrowserCode())[CODE.replace('/assets/', '')] ?? '' },
})

export const serveIframe = async (shape: IframeShape = {}): Promise<Served> => serve(await iframeRoutes(shape))

function framePage(shape: IframeShape): string {
  const { direction = 'ltr', widgets = [shape], canonical = 'https://sanad.example/story/x' } = shape
  return `<!doctype html>
<html lang="en" dir="${direction}" data-theme="auto"><head><meta charset="utf-8"><title>A story</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<base target="_blank">
<meta name="responsive-embedded-sizing" content="allow-origins=*">
<link rel="canonical" href="${canonical}">
<link rel="stylesheet" href="/assets/frame.css"><script src="${CODE}" defer></script></head>
<body class="sanad-frame"><main>${widgets.map((widget) => widgetMarkup({ direction, ...widget })).join('\n')}</main></body></html>`
}

function widgetMarkup({ direction = 'ltr', idPrefix = '' }: WidgetShape): string {
  const edges = CLAIMS.flatMap(([card, , , , links]) =>
    links.split(' ').map((other) => (other.startsWith('Use:') ? [card, other] : [other, card])),
  )
  return `<sanad-widget data-close="Close the card"><figure class="sanad-figure" aria-labelledby="${idPrefix}title">
<figcaption><h1 id="${idPrefix}title"><a href="/story/x">A story</a></h1>
<a class="sanad-skip" href="#${idPrefix}list" target="_self">To the list</a></figcaption>
<div class="sanad-drawing"><svg role="graphics-document" aria-roledescription="diagram" aria-labelledby="${idPrefix}title"
 direction="ltr" viewBox="0 0 ${WIDTH} 300" width="${WIDTH}" height="300">
<g aria-hidden="true">${edges.map(([from, to]) => `<path data-from="${from}" data-to="${to}" d="M0 0L9 9"/>`).join('')}</g>
${NODES.map((node) => nodeMarkup(node, direction, idPrefix)).join('\n')}
</svg></div>
<ol id="${idPrefix}list" class="sanad-claims">${CLAIMS.map((node) => itemMarkup(node, idPrefix)).join('\n')}</ol>
<p><a href="/claim/x">Read on</a></p></figure></sanad-widget>`
}

function nodeMarkup(
  [id, label, column, row, links]: (typeof NODES)[number],
  direction: string,
  prefix: string,
): string {
  const x = 10 + 200 * (direction === 'rtl' ? 2 - column : column)
  const href = id.startsWith('Claim:') ? `#${prefix}claim-${id.slice(6)}` : `/${id.replace(':', '/')}`
  const target = id.startsWith('Claim:') ? ' target="_self"' : ''
  return `<g role="graphics-object" aria-label="${label}" data-id="${id}" data-column="${column}" data-links="${links}"
 transform="translate(${x} ${10 + row * 100})"><a href="${href}"${target}><rect width="160" height="60"/><text x="8" y="24">${label}</text></a></g>`
}

const itemMarkup = ([id, label]: (typeof NODES)[number], prefix: string): string => {
  const slug = id.slice(6)
  return `<li id="${prefix}claim-${slug}" class="sanad-claim" data-status="STATED">
<p class="sanad-line"><strong>Stated</strong> <a href="/claim/${slug}">${label}.</a></p>
<details class="sanad-said"><summary>Said by (1)</summary><ul><li id="${prefix}said-${slug}"><p>X states, 31 August 2023</p>
<blockquote><p>“We may use what you post.”</p></blockquote>
<p><a href="https://source.example/policy" target="_blank" rel="noopener">https://source.example/policy</a></p></li></ul></details></li>`
}

const CSS = `
body{margin:0;font:16px/1.5 sans-serif;color:#111;background:#fff}
sanad-widget{display:block}
.sanad-figure{margin:0;position:relative}
.sanad-drawing svg{display:block}
rect{fill:#fff;stroke:#333}
text{font-size:10px}
.sanad-drawing a:focus-visible rect{outline:3px solid #05c;outline-offset:2px}
.sanad-detail{position:absolute;inset-block-start:var(--sanad-top);inset-inline:0;background:#fff;border:2px solid #333;padding:8px}
.sanad-close{min-width:24px;min-height:24px}
.sanad-claims{padding:0;list-style:none}
.sanad-claims a{display:inline-block;min-height:24px}
.sanad-dim{opacity:.4}
.sanad-skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`
