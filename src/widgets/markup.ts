import { escapeMarkup } from '../text/escape-markup.ts'

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
  const written = Object.entries(attributes).map(([key, value]) => attribute(key, value))
  const start = `<${name}${written.join('')}>`
  if (VOID.has(name)) return { markup: start }
  return { markup: `${start}${children.map(write).join('')}</${name}>` }
}

/** Several pieces, one after the other. */
export const join = (...children: readonly Child[]): Markup => ({ markup: children.map(write).join('') })

/** Addresses in pages are ours (/…, #…) or http(s); whatever else a record holds is shown as text, not linked. */
export function safeAddress(address: string): string | null {
  if (/^(\/(?!\/)|#|\?)/.test(address)) return address
  if (!URL.canParse(address)) return null
  const { protocol } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? address : null
}

function attribute(key: string, value: Attributes[string]): string {
  if (value === false || value === null || value === undefined) return ''
  checkName(key)
  if (FORBIDDEN.test(key)) throw new Error(`No page has the attribute ${key}.`)
  if (value === true) return ` ${key}`
  const text = ADDRESSES.has(key) ? safeAddress(String(value)) : String(value)
  return text === null ? '' : ` ${key}="${escapeMarkup(text)}"`
}

function write(child: Child): string {
  if (child === null || child === false) return ''
  if (typeof child === 'string' || typeof child === 'number') return escapeMarkup(String(child))
  if ('markup' in child) return child.markup
  return child.map(write).join('')
}

function checkName(name: string): void {
  if (!NAME.test(name) || name.toLowerCase() === 'script') throw new Error(`No page has ${name} made of content.`)
}
