import type { Messages } from '../messages/en.ts'
import { el } from '../widgets/markup.ts'
import { htmlDocument } from './document.ts'

/** For a frame or a page whose record cannot be read: a sentence, not a blank. */
export const unavailablePage = (messages: Messages, style: string): string =>
  htmlDocument({
    messages,
    title: messages.ui.site,
    description: messages.ui.unavailable,
    theme: 'auto',
    canonical: null,
    head: [],
    body: [el('main', {}, el('p', { role: 'alert' }, messages.ui.unavailable))],
    bodyClass: 'sanad-frame',
    stylesheets: [style],
    scripts: [],
    indexed: false,
  })
