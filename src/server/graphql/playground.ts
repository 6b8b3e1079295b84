import { Kind, parse, valueFromASTUntyped } from 'graphql'
import { messagesIn } from '../../messages/all-messages.ts'
import { fontsCss } from '../../pages/css/fonts-css.ts'
import { type DocumentParts, htmlDocument } from '../../pages/document.ts'
import { PAGE_FONTS } from '../../pages/page-fonts.ts'
import { siteMark } from '../../pages/site-icon.ts'
import { withBasePath } from '../../widgets/html/base-path.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { IMMUTABLE, readBuilt, versionedUrl } from '../assets.ts'
import { type CachedResponse, toCached, toCachedOffThread } from '../cache/cached-response.ts'
import { HTML_TYPE } from '../negotiate-type.ts'

export interface PlaygroundExample {
  readonly name: string
  readonly title: string
  readonly text: string
}

/** The editor sets styles by script alone, and sends requests to this server alone. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export interface Playground {
  readonly page: CachedResponse
  /** Returns a file of the page by its path; undefined for any other path. */
  readonly file: (path: string) => CachedResponse | undefined
  /** Names of files that were not built. Without them the page has the examples as text. */
  readonly missing: readonly string[]
}

const FILES = { 'playground.js': 'text/javascript', 'playground.css': 'text/css' } as const

/**
 * Makes the playground. Its page has the examples as text, and a script that replaces them by tabs.
 * @param basePath path of PUBLIC_URL
 */
export async function createPlayground(examples: readonly PlaygroundExample[], basePath: string): Promise<Playground> {
  const files = new Map<string, CachedResponse>()
  const urls = new Map<string, string>()
  const missing: string[] = []
  // The serif font would be a tenth of the page, for one word.
  const fonts = PAGE_FONTS.flatMap((font) => {
    const body = font.isPreloaded && font.family === 'public-sans' ? readBuilt(font.name) : null
    return body === null ? [] : [{ ...font, url: versionedUrl(font.name, body) }]
  })
  for (const [name, type] of Object.entries(FILES)) {
    const built = readBuilt(name)
    if (built === null) {
      missing.push(name)
      continue
    }
    const body = type === 'text/css' ? `${fontsCss(fonts)}\n${built}` : built
    const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': IMMUTABLE }
    files.set(`/assets/${name}`, await toCachedOffThread({ status: 200, headers, body }))
    urls.set(name, versionedUrl(name, body))
  }
  const urlOf = (name: keyof typeof FILES): readonly string[] => [urls.get(name) ?? []].flat()
  const html = pageOf(examples, {
    fonts: fonts.map(({ url }) => url),
    stylesheets: urlOf('playground.css'),
    scripts: urlOf('playground.js'),
  })
  const page = toCached({
    status: 200,
    headers: {
      'Content-Type': HTML_TYPE,
      'Cache-Control': 'no-cache',
      Vary: 'Accept',
      'Content-Security-Policy': POLICY,
      'X-Frame-Options': 'DENY',
    },
    body: withBasePath(html, basePath),
  })
  return { page, file: (path) => files.get(path), missing }
}

const pageOf = (
  examples: readonly PlaygroundExample[],
  files: Pick<DocumentParts, 'fonts' | 'stylesheets' | 'scripts'>,
): string =>
  htmlDocument({
    messages: messagesIn('en'),
    title: 'API playground – Sanad',
    description: 'Queries of the Sanad API with their responses, to change and to copy.',
    theme: 'auto',
    canonical: null,
    head: [],
    body: [
      el(
        'header',
        { class: 'top' },
        el('a', { class: 'name', href: '/' }, siteMark(), 'Sanad'),
        el('h1', {}, 'API playground'),
        el('p', {}, 'Choose a question, change its query, run it.'),
        el('a', { class: 'back', href: '/' }, 'All pages'),
      ),
      el(
        'main',
        { class: 'graphiql-container' },
        el('p', { class: 'notice' }, 'With JavaScript, these queries can be changed and run here.'),
        examples.map(exampleSection),
      ),
    ],
    isSite: false,
    bodyClass: 'playground',
    icon: '/favicon.ico',
    ...files,
    indexed: false,
  })

const exampleSection = ({ name, title, text }: PlaygroundExample): Markup => {
  const variables = defaultVariables(text)
  return el(
    'section',
    { id: name, class: 'example', 'data-example': true },
    el('h2', {}, title),
    el('pre', { class: 'query' }, text),
    variables !== '' && el('pre', { class: 'variables' }, variables),
  )
}

/** Returns the default values of a query's variables as JSON; empty for a query without any. */
function defaultVariables(text: string): string {
  const values = parse(text).definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION
      ? (one.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
          defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
        )
      : [],
  )
  return values.length === 0 ? '' : JSON.stringify(Object.fromEntries(values), null, 2)
}
