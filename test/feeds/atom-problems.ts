import { XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm'

const ATOM = 'http://www.w3.org/2005/Atom'
const XHTML = 'http://www.w3.org/1999/xhtml'
/** RFC 3339 with upper-case T and Z. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
/** Registered link relations that feeds of Sanad may have. */
const RELATIONS = ['alternate', 'self', 'related', 'memento', 'first', 'previous', 'next']

/** How often each child may be in its parent: [least, most]. Children without a line are not allowed. */
const FEED: Readonly<Record<string, readonly [number, number]>> = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  author: [1, 99],
  link: [0, 99],
  category: [0, 99],
  contributor: [0, 99],
  generator: [0, 1],
  icon: [0, 1],
  logo: [0, 1],
  rights: [0, 1],
  subtitle: [0, 1],
  entry: [0, 9999],
}
const ENTRY: typeof FEED = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  author: [0, 99],
  link: [0, 99],
  category: [0, 99],
  content: [0, 1],
  published: [0, 1],
  rights: [0, 1],
  source: [0, 1],
  summary: [0, 1],
}
const PERSON: typeof FEED = { name: [1, 1], uri: [0, 1], email: [0, 1] }

/** Violations of the MUSTs of RFC 4287, section 4, by a feed document. */
export function atomProblems(text: string): readonly string[] {
  const document = XmlDocument.fromString(text)
  try {
    return problemsOfFeed(document.root)
  } finally {
    document.dispose()
  }
}

const elements = (nodes: readonly XmlNode[]): readonly XmlElement[] =>
  nodes.flatMap((node) => (node instanceof XmlElement ? [node] : []))
const childrenOf = (element: XmlElement, name?: string): readonly XmlElement[] =>
  elements(element.find('*')).filter(
    (child) => name === undefined || (child.name === name && child.namespaceUri === ATOM),
  )
const attributeOf = (element: XmlElement, name: string): string => element.attr(name)?.value ?? ''

function problemsOfFeed(feed: XmlElement): readonly string[] {
  if (feed.name !== 'feed' || feed.namespaceUri !== ATOM) return ['the root is no feed']
  const ids = childrenOf(feed, 'entry').map((entry) => childrenOf(entry, 'id')[0]?.content)
  return [
    ...cardinality(feed, FEED),
    ...common(feed),
    ...(childrenOf(feed, 'link').some((link) => attributeOf(link, 'rel') === 'self') ? [] : ['no link to itself']),
    ...(new Set([...ids, childrenOf(feed, 'id')[0]?.content]).size === ids.length + 1
      ? []
      : ['two things have one id']),
    ...childrenOf(feed, 'entry').flatMap(problemsOfEntry),
  ]
}

function problemsOfEntry(entry: XmlElement): readonly string[] {
  const [content] = childrenOf(entry, 'content')
  const alternates = childrenOf(entry, 'link').filter((link) => attributeOf(link, 'rel') === 'alternate')
  return [
    ...cardinality(entry, ENTRY),
    ...common(entry),
    ...(content === undefined && alternates.length === 0 ? ['neither content nor an alternate'] : []),
    ...(content === undefined ? [] : textProblems(content)),
  ]
}

/** Rules for children that feeds and entries share. */
function common(element: XmlElement): readonly string[] {
  const links = childrenOf(element, 'link')
  const alternates = links
    .filter((link) => ['', 'alternate'].includes(attributeOf(link, 'rel')))
    .map((link) => `${attributeOf(link, 'type')} ${attributeOf(link, 'hreflang')}`)
  const texts = ['title', 'subtitle', 'summary', 'rights'].flatMap((name) => childrenOf(element, name))
  const dates = ['updated', 'published'].flatMap((name) => childrenOf(element, name))
  const iris = ['id', 'icon', 'logo'].flatMap((name) => childrenOf(element, name))
  return [
    ...(new Set(alternates).size === alternates.length ? [] : ['two alternates of one type and language']),
    ...links.flatMap((link) => [
      ...(URL.canParse(attributeOf(link, 'href')) ? [] : [`no address: ${attributeOf(link, 'href')}`]),
      ...(RELATIONS.includes(attributeOf(link, 'rel')) ? [] : [`no relation ${attributeOf(link, 'rel')}`]),
      ...(link.content === '' ? [] : ['a link has content']),
    ]),
    ...texts.flatMap(textProblems),
    ...dates.flatMap(({ content }) =>
      DATE.test(content) && !Number.isNaN(Date.parse(content)) ? [] : [`no date: ${content}`],
    ),
    ...iris.flatMap(({ content }) =>
      URL.canParse(content) && content.trim() === content ? [] : [`no IRI: ${content}`],
    ),
    ...childrenOf(element, 'category').flatMap((one) =>
      attributeOf(one, 'term') === '' ? ['a category without term'] : [],
    ),
    ...childrenOf(element, 'author').flatMap((one) => cardinality(one, PERSON)),
  ]
}

/** A text has no elements; XHTML is one div. */
function textProblems(element: XmlElement): readonly string[] {
  const type = attributeOf(element, 'type') || 'text'
  const children = childrenOf(element)
  if (type === 'text') return children.length === 0 ? [] : [`${element.name} has elements`]
  if (type !== 'xhtml') return [`${element.name} has the type ${type}`]
  const [div] = children
  const isDiv = div !== undefined && children.length === 1 && div.name === 'div' && div.namespaceUri === XHTML
  const foreign = isDiv ? elements(div.find('.//*')).filter(({ namespaceUri }) => namespaceUri !== XHTML) : []
  return isDiv && foreign.length === 0 ? [] : [`${element.name} is not one div of XHTML`]
}

function cardinality(element: XmlElement, allowed: typeof FEED): readonly string[] {
  const counts = new Map<string, number>()
  for (const { name, namespaceUri } of childrenOf(element)) {
    const key = namespaceUri === ATOM ? name : `{${namespaceUri}}${name}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const unknown = [...counts.keys()].filter((name) => allowed[name] === undefined)
  return [
    ...unknown.map((name) => `${element.name} has ${name}`),
    ...Object.entries(allowed).flatMap(([name, [least, most]]) => {
      const count = counts.get(name) ?? 0
      return count < least || count > most ? [`${element.name} has ${count} of ${name}`] : []
    }),
  ]
}
