import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { escapeXml, XML_DECLARATION, xmlElement, xmlEnd, xmlStart } from '../../src/text/xml.ts'
import { fc } from '../property-runs.ts'

const parse = (text: string): { readonly content: string; readonly value: string | null } => {
  const document = XmlDocument.fromString(text)
  try {
    return { content: document.root.content, value: document.root.attr('a')?.value ?? null }
  } finally {
    document.dispose()
  }
}
/** Characters that XML 1.0 has no form for, and lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const texts = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom(...'<>&"\'\r\n\t\u0000\ud800\ufffe')),
})

describe('XML', () => {
  it('gives a parser the text and the attribute that were written, and U+FFFD for characters without a form', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const allowed = text.toWellFormed().replace(FORBIDDEN, '\ufffd')
        expect(parse(`${XML_DECLARATION}${xmlElement('x', { a: text }, text).xml}`)).toEqual({
          content: allowed,
          value: allowed,
        })
      }),
    )
  })

  it('leaves out absent attributes and children, and closes an empty element', () => {
    expect(xmlElement('a', { b: null, c: undefined, d: false, e: 0, f: true }, null, false, '').xml).toBe(
      '<a e="0" f="true"/>',
    )
    expect(xmlElement('a', {}, ['x', [1, xmlElement('b:c', {})]]).xml).toBe('<a>x1<b:c/></a>')
    expect(`${xmlStart('a', { b: '"' }).xml}${escapeXml(']]>')}${xmlEnd('a').xml}`).toBe('<a b="&quot;">]]&gt;</a>')
  })

  it.each(['', '1a', 'a b', 'a>', 'a:b:c', 'é', '-a', 'a/'])('has no element and no attribute named %j', (name) => {
    expect(() => xmlElement(name, {})).toThrow('is no name of XML')
    expect(() => xmlElement('a', { [name]: 'x' })).toThrow('is no name of XML')
  })
})
