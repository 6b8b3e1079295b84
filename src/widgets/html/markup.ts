import { escapeMarkup } from '../../text/escape-markup.ts'

/** Escaped markup: only `el` and `join` make it, so that no text gets into a page unescaped. */
export interface Markup {
  readonly markup: string
}

export type Child = Markup | string | number | null | false | readonly Child[]
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])
const NAME = /^[a-zA-Z][a-zA-Z0-9-]*(:[a-zA-Z]+)?$/
const ADDRESSES = new Set(['href', 'src', 'action', 'xlink:href', 'cite', 'poster'])
/** Handlers and inline styles would need a CSP that lets hostile ones in too. */
const FORBIDDEN = /^(on|style$|srcdoc$|formaction$)/i

/** One element of HTML or SVG. `true` writes a bare attribute; `false`, null and undefined leave it out. */
export function el(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  checkName(name)
  let start = `<${name}`
  for (const key of Object.keys(attributes)) start += attribute(key, attributes[key])
  return { markup: VOID.has(name) ? `${start}>` : `${start}>${writeAll(children)}</${name}>` }
}

/** Several pieces, one after the other. */
export const join = (...children: readonly Child[]): Markup => ({ markup: writeAll(children) })

/** Addresses in pages are ours (/…, #…) or http(s); whatever else a record holds is shown as text, not linked. */
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
  const text = ADDRESSES.has(key) ? safeUrl(String(value)) : String(value)
  return text === null ? '' : ` ${key}="${escapeMarkup(text)}"`
}

function write(child: Child): string {
  if (child === null || child === false) return ''
  if (typeof child === 'string') return escapeMarkup(child)
  if (typeof child === 'number') return String(child)
  return 'markup' in child ? child.markup : writeAll(child)
}

function writeAll(children: readonly Child[]): string {
  let written = ''
  for (const child of children) written += write(child)
  return written
}

/** Names that passed: they come from our code, so there are few, and each stands in a page hundreds of times. */
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
