import { escapeMarkup } from '../../text/escape-markup.ts'
import { isolateText } from '../../text/isolate-text.ts'

/** Escaped markup. Only `el` and `join` create it, so that no text enters a page unescaped. */
export interface Markup {
  readonly markup: string
}

export type Child = Markup | string | number | null | false | readonly Child[]
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

const VOID = new Set(['base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
const NAME = /^[a-zA-Z][a-zA-Z0-9-]*(:[a-zA-Z]+)?$/
/** Attributes with a URL. */
export const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'xlink:href', 'cite', 'poster'])
/** Event handlers and inline styles, which would need a CSP that allows hostile ones too. */
const FORBIDDEN = /^(on|style$|srcdoc$|formaction$)/i

/**
 * Creates an element of HTML or SVG. `true` writes a bare attribute; `false`, null and undefined leave it out. An
 * unsafe URL leaves its attribute out.
 *
 * @throws Error for a `script` element, an event handler, an inline style, or a malformed name
 */
export function el(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  checkName(name)
  let start = `<${name}`
  for (const key of Object.keys(attributes)) start += attribute(key, attributes[key])
  return { markup: VOID.has(name) ? `${start}>` : `${start}>${writeAll(children)}</${name}>` }
}

/** Concatenates children. */
export const join = (...children: readonly Child[]): Markup => ({ markup: writeAll(children) })

/** Returns a URL that a page may link: a path, query or fragment of Sanad, or http(s). Null for any other. */
export function safeUrl(url: string): string | null {
  if (/^(\/(?!\/)|#|\?)/.test(url)) return url
  if (!URL.canParse(url)) return null
  const { protocol } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? url : null
}

function attribute(key: string, value: Attributes[string]): string {
  if (value === false || value === null || value === undefined) return ''
  checkAttribute(key)
  if (value === true) return ` ${key}`
  const text = URL_ATTRIBUTES.has(key) ? safeUrl(String(value)) : String(value)
  return text === null ? '' : ` ${key}="${escapeMarkup(text)}"`
}

function write(child: Child): string {
  if (child === null || child === false) return ''
  // Direction controls of one text never reorder the text beside it.
  if (typeof child === 'string') return escapeMarkup(isolateText(child))
  if (typeof child === 'number') return String(child)
  return 'markup' in child ? child.markup : writeAll(child)
}

function writeAll(children: readonly Child[]): string {
  let written = ''
  for (const child of children) written += write(child)
  return written
}

/** Caches of checked names. Only the code provides names, so they are few. A page uses each hundreds of times. */
const knownNames = new Set<string>()
const knownAttributes = new Set<string>()

function checkName(name: string): void {
  if (knownNames.has(name)) return
  if (!NAME.test(name) || name.toLowerCase() === 'script') throw new Error(`No page has ${name} made of content.`)
  knownNames.add(name)
}

function checkAttribute(key: string): void {
  if (knownAttributes.has(key)) return
  checkName(key)
  if (FORBIDDEN.test(key)) throw new Error(`No page has the attribute ${key}.`)
  knownAttributes.add(key)
}
