import type { Messages } from '../messages/en.ts'
import { XML_DECLARATION, xmlElement } from '../text/xml.ts'

/** Media type of a description of a search. */
export const OPENSEARCH_TYPE = 'application/opensearchdescription+xml'

/** Path of the description in a language. */
export const openSearchPath = (language: string): string => `/opensearch.xml?lang=${language}`

/** Describes the search to browsers (OpenSearch 1.1, draft 6). */
export function openSearchDescription({ ui, tag }: Messages, publicUrl: string): string {
  const description = xmlElement(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    xmlElement('ShortName', {}, ui.feeds.searchName),
    xmlElement('Description', {}, ui.feeds.searchMeans),
    xmlElement('Url', { type: 'text/html', template: `${publicUrl}/search?lang=${tag}&q={searchTerms}` }),
    xmlElement('Url', { type: OPENSEARCH_TYPE, rel: 'self', template: `${publicUrl}${openSearchPath(tag)}` }),
    xmlElement('Image', { type: 'image/svg+xml', width: 16, height: 16 }, `${publicUrl}/assets/icon.svg`),
    xmlElement('Language', {}, tag),
    xmlElement('InputEncoding', {}, 'UTF-8'),
    xmlElement('OutputEncoding', {}, 'UTF-8'),
  )
  return `${XML_DECLARATION}${description.xml}\n`
}
