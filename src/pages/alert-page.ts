import type { Messages } from '../messages/en.ts'
import { el } from '../widgets/html/markup.ts'
import { htmlDocument } from './document.ts'
import type { Assets } from './page.ts'

/** Page or embed with a message in place of content that cannot be shown. */
export const alertPage = (sentence: string, messages: Messages, assets: Assets): string =>
  htmlDocument({
    messages,
    title: messages.ui.site,
    description: sentence,
    theme: 'auto',
    canonical: null,
    head: [],
    body: [el('main', {}, el('p', { role: 'alert' }, sentence))],
    bodyClass: 'sanad-frame',
    icon: assets.icon,
    stylesheets: [assets.style],
    scripts: [],
    indexed: false,
  })
