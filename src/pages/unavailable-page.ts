import type { Messages } from '../messages/en.ts'
import { el } from '../widgets/markup.ts'
import { htmlDocument } from './document.ts'
import type { Assets } from './page.ts'

/** For a frame or a page whose record cannot be read: a sentence, not a blank. */
export const unavailablePage = (messages: Messages, assets: Assets): string =>
  htmlDocument({
    messages,
    title: messages.ui.site,
    description: messages.ui.unavailable,
    theme: 'auto',
    canonical: null,
    head: [],
    body: [el('main', {}, el('p', { role: 'alert' }, messages.ui.unavailable))],
    bodyClass: 'sanad-frame',
    icon: assets.icon,
    stylesheets: [assets.style],
    scripts: [],
    indexed: false,
  })
