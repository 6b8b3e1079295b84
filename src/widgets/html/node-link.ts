import type { ViewNode } from '../view/view.ts'
import { el, type Markup } from './markup.ts'

/** Returns the name of a node, linked to its page if it has one. */
export const nodeLink = (node: ViewNode): Markup | string =>
  node.href === '#' ? node.label : el('a', { href: node.href }, node.label)
