import { isolateText } from '../text/isolate-text.ts'
import { XML_DECLARATION, type Xml, xmlElement } from '../text/xml.ts'
import type { Feed, FeedEntry } from './feed.ts'

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8'

/** Writes a page of a feed as an Atom 1.0 document (RFC 4287), with links to the others (RFC 5005). */
export function atomDocument(feed: Feed): string {
  const { publisher } = feed
  const document = xmlElement(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
    xmlElement('id', {}, feed.id),
    xmlElement('title', {}, oneLine(feed.title)),
    xmlElement('subtitle', {}, oneLine(feed.subtitle)),
    xmlElement('updated', {}, feed.updated),
    xmlElement('author', {}, xmlElement('name', {}, publisher.name), xmlElement('uri', {}, publisher.url)),
    ...Object.entries({ self: feed.self, ...feed.pages }).map(
      ([rel, href]) => href !== null && feedLink(rel, href, feed),
    ),
    linkTo('alternate', feed.page, feed.language),
    xmlElement('icon', {}, publisher.icon),
    ...feed.entries.map((entry) => entryElement(entry, feed.language)),
  )
  return `${XML_DECLARATION}${document.xml}\n`
}

/** The page of an entry is the current one, so that readers learn of corrections. Its pinned form is a memento (RFC 7089). */
const entryElement = (entry: FeedEntry, language: string): Xml =>
  xmlElement(
    'entry',
    {},
    xmlElement('id', {}, entry.id),
    xmlElement('title', {}, oneLine(entry.title)),
    xmlElement('updated', {}, entry.updated),
    linkTo('alternate', entry.page, language),
    entry.pinned !== null && linkTo('memento', entry.pinned, language),
    xmlElement('category', { term: entry.status.term, label: entry.status.label }),
    xmlElement('summary', {}, isolateText(entry.summary)),
    xmlElement(
      'content',
      { type: 'xhtml' },
      xmlElement('div', { xmlns: 'http://www.w3.org/1999/xhtml' }, ...entry.content),
    ),
    entry.rights !== null && xmlElement('rights', {}, isolateText(entry.rights)),
  )

const feedLink = (rel: string, href: string, { language }: Feed): Xml =>
  xmlElement('link', { rel, type: 'application/atom+xml', hreflang: language, href })

const linkTo = (rel: string, href: string, hreflang: string): Xml =>
  xmlElement('link', { rel, type: 'text/html', hreflang, href })

const oneLine = (text: string): string => isolateText(text.replace(/\s+/gu, ' ').trim())
