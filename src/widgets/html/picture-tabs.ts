import type { UiMessages } from '../../messages/en-ui.ts'
import type { GraphView } from '../view/view.ts'
import { el, type Markup } from './markup.ts'

/** Returns links to the other views of the topic, and the number of claims in the picture. Null without links. */
export const pictureTabs = ({ tabs }: GraphView, { picture }: UiMessages): Markup | null =>
  tabs &&
  el(
    'nav',
    { class: 'sanad-tabs', 'aria-label': picture.views },
    el(
      'ul',
      {},
      el('li', {}, el('b', { 'aria-current': 'true' }, picture.tabs.graph)),
      tabs.links.map(({ text, href }) => el('li', {}, el('a', { href }, text))),
    ),
    el('p', {}, tabs.shown, ' ', el('a', { href: tabs.all.href }, picture.seeAll)),
  )
