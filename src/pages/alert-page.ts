import type { Messages } from '../messages/en.ts'
import { el } from '../widgets/html/markup.ts'
import { embedParts, htmlDocument, sitePage, siteParts } from './document.ts'
import type { Assets } from './page.ts'

interface AlertOptions {
  readonly messages: Messages
  readonly assets: Assets
  /** True within an article, where links and forms of a page have no place. */
  readonly isEmbed: boolean
}

/** Page or embed with a message in place of content that cannot be shown. A page has the header and links to the start. */
export function alertPage(sentence: string, { messages, assets, isEmbed }: AlertOptions): string {
  const { ui, tag } = messages
  const start = (language: string): string => `/?lang=${language}`
  const alert = el('div', { role: 'alert' }, el('h1', {}, ui.alertTitle), el('p', {}, sentence))
  return htmlDocument({
    messages,
    title: ui.site,
    description: sentence,
    ...(isEmbed ? embedParts(assets) : siteParts(assets)),
    canonical: null,
    head: [],
    body: [
      isEmbed
        ? el('main', {}, alert)
        : sitePage(messages, {
            alternates: start,
            section: null,
            crumbs: [],
            content: [alert, el('p', {}, el('a', { href: start(tag) }, ui.home))],
            side: [],
            searched: '',
          }),
    ],
    scripts: [],
    indexed: false,
  })
}
