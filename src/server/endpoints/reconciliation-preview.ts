import { embedParts, htmlDocument } from '../../pages/document.ts'
import { siteIcon } from '../../pages/site-icon.ts'
import { urlOf } from '../../reconciliation/property-values.ts'
import type { ThingInWords } from '../../reconciliation/read-things.ts'
import type { Reader } from '../../reconciliation/reader.ts'
import { nameOfType } from '../../reconciliation/thing-types.ts'
import { headline } from '../../sentences/headline.ts'
import { widgetCss } from '../../widgets/css/widget-css.ts'
import { withBasePath } from '../../widgets/html/base-path.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { versionedUrl } from '../assets.ts'
import { basePathOf } from '../base-path.ts'

let files: { readonly style: string; readonly icon: string } | null = null

/** URLs of the files of a preview, which are those of embeds. */
function previewFiles(): NonNullable<typeof files> {
  files ??= { style: versionedUrl('sanad.css', widgetCss()), icon: versionedUrl('icon.svg', siteIcon()) }
  return files
}

const MAX_DESCRIPTION = 400

/** Page of a thing for an iframe of a client. A claim has its status and by-line. */
export function previewPage(thing: ThingInWords, reader: Reader): string {
  const { messages, publicUrl } = reader
  const { icon, style } = previewFiles()
  const url = urlOf(thing.id, publicUrl)
  const html = htmlDocument({
    ...embedParts({ ...NO_FILES, icon, style }),
    messages,
    title: thing.name,
    description: thing.description ?? thing.name,
    canonical: url,
    head: [el('base', { target: '_blank' })],
    body: [
      el('main', {}, el('h1', {}, el('a', { href: url }, titleOfThing(thing, reader))), ...linesOf(thing, reader)),
    ],
    scripts: [],
    indexed: false,
  })
  return withBasePath(html, basePathOf(publicUrl))
}

const NO_FILES = { picture: '', charts: '', site: '', fonts: [], widget: '', builder: '', page: '', embed: '' }

const titleOfThing = ({ name, content }: ThingInWords, { messages }: Reader): string =>
  content.kind === 'Claim' ? headline(content.details, content.names, messages).proposition : name

function linesOf(thing: ThingInWords, { messages }: Reader): readonly (Markup | false)[] {
  const { content, types, description, names, externalIds, name } = thing
  if (content.kind === 'Claim') {
    const { status, by } = headline(content.details, content.names, messages)
    return [el('p', {}, el('strong', {}, status), ' – ', by)]
  }
  const others = [...new Set(names.map(({ value }) => value))].filter((one) => one !== name)
  const ids = externalIds.map(({ scheme, value }) => `${scheme}:${value}`)
  return [
    el('p', {}, types.map((type) => nameOfType(type, messages)).join(' · ')),
    description !== null && el('p', {}, shorten(description)),
    others.length > 0 && el('p', {}, shorten(others.join(' · '))),
    ids.length > 0 && el('p', {}, shorten(ids.join(' · '))),
  ]
}

const shorten = (text: string): string =>
  [...text].length <= MAX_DESCRIPTION ? text : `${[...text].slice(0, MAX_DESCRIPTION - 1).join('')}…`

/** Markup of a thing, a property or a type beside a list of suggestions. */
export const flyoutMarkup = (title: string, lines: readonly string[]): string =>
  el('div', {}, el('p', {}, el('strong', {}, title)), ...lines.map((line) => el('p', {}, shorten(line)))).markup

/** Lines of a thing beside a list of suggestions. The name of a claim has its status and by-line. */
export const flyoutOfThing = (thing: ThingInWords, { messages }: Pick<Reader, 'messages'>): string =>
  flyoutMarkup(thing.name, [
    thing.types.map((type) => nameOfType(type, messages)).join(' · '),
    ...(thing.description === null ? [] : [thing.description]),
  ])
