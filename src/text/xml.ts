/** Escaped XML. Only `xmlElement` and `xmlStart` create it, so that no text enters a document unescaped. */
export interface Xml {
  readonly xml: string
}

export type XmlChild = Xml | string | number | null | false | readonly XmlChild[]
/** Values by the names of attributes. Null, undefined and false leave an attribute out. */
export type XmlAttributes = Readonly<Record<string, string | number | true | null | undefined | false>>

/** First line of every document. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A name with at most one prefix. Names are chosen by code, never by content. */
const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/
/** Characters that XML 1.0 has no form for (section 2.2). Lone surrogates were replaced before. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression replaces them.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  // A parser would read it as a line feed.
  '\r': '&#13;',
}

/** Returns an element with attributes and children. @throws Error for a malformed name */
export function xmlElement(name: string, attributes: XmlAttributes, ...children: readonly XmlChild[]): Xml {
  const content = writeAll(children)
  const start = startOf(name, attributes)
  return { xml: content === '' ? `<${start}/>` : `<${start}>${content}</${name}>` }
}

/** Returns the start of an element whose children are written one by one; `xmlEnd` ends it. @throws Error for a malformed name */
export const xmlStart = (name: string, attributes: XmlAttributes): Xml => ({ xml: `<${startOf(name, attributes)}>` })

/** Returns the end of an element. */
export const xmlEnd = (name: string): Xml => ({ xml: `</${name}>` })

/** Texts that need no replacement: without marks of XML, controls, surrogates and noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression finds them.
const NOT_PLAIN = /[&<>\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

/** Returns text for the content of an element. A character that XML forbids becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  NOT_PLAIN.test(text) ? allowed(text).replace(/[&<>\r]/g, (character) => REFERENCES[character] ?? '') : text

const escapeValue = (text: string): string =>
  allowed(text).replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character] ?? '')

const allowed = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '\ufffd')

function startOf(name: string, attributes: XmlAttributes): string {
  let start = checked(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    start += ` ${checked(key)}="${escapeValue(String(value))}"`
  }
  return start
}

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is no name of XML.`)
  return name
}

function writeAll(children: readonly XmlChild[]): string {
  let written = ''
  for (const child of children) {
    if (child === null || child === false) continue
    if (typeof child === 'string' || typeof child === 'number') written += escapeXml(String(child))
    else written += 'xml' in child ? child.xml : writeAll(child)
  }
  return written
}
