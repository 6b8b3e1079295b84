import { mapInSlices } from '../../thread/slices.ts'
import type { NetworkEdge, NetworkView, ViewNode } from '../view/view.ts'
import { eventItem } from './event-item.ts'
import { el, type Markup } from './markup.ts'
import { actBadge } from './status-badge.ts'

/** Statements of an edge that a list shows without a fold: a phone shows the whole list in place of the drawing. */
const SHOWN = 1
/** Speakers whose statements are shown without a fold. */
const SHOWN_SPEAKERS = 2

/**
 * Returns what each speaker says, by party and act, in a closed element: the content of the drawing, and of the edges it has
 * no room for. A narrow embed shows it open in place of the drawing.
 */
export async function networkFold(view: NetworkView, idPrefix: string): Promise<Markup> {
  const { networkParts } = view.header.messages.ui
  return el(
    'details',
    { id: `${idPrefix}list`, class: 'sanad-network' },
    el('summary', {}, networkParts.listed(view.edges.length)),
    await networkList(view, idPrefix),
  )
}

async function networkList(view: NetworkView, idPrefix: string): Promise<Markup> {
  const speakers = view.nodes.filter(({ id }) => view.edges.some(({ from }) => from === id))
  const folded = new Set(speakers.slice(SHOWN_SPEAKERS))
  return el(
    'ul',
    { class: 'sanad-events sanad-edges' },
    await mapInSlices(speakers, (speaker) => speakerItem(speaker, folded.has(speaker), view, idPrefix)),
  )
}

async function speakerItem(speaker: ViewNode, isFolded: boolean, view: NetworkView, idPrefix: string): Promise<Markup> {
  const edges = view.edges.filter(({ from }) => from === speaker.id)
  const list = el('ul', {}, await mapInSlices(edges, (edge) => edgeItem(edge, view, idPrefix)))
  const total = edges.reduce((sum, { statements }) => sum + statements.length, 0)
  const { ui } = view.header.messages
  return el(
    'li',
    { class: 'sanad-speaker' },
    isFolded
      ? el('details', {}, el('summary', {}, nodeLink(speaker), ` · ${ui.statements(total)}`), list)
      : [nodeLink(speaker), list],
  )
}

async function edgeItem(edge: NetworkEdge, view: NetworkView, idPrefix: string): Promise<Markup> {
  const { messages } = view.header
  const { ui } = messages
  const party = view.nodes.find(({ id }) => id === edge.to)
  const list = el(
    'ul',
    {},
    await mapInSlices(edge.statements, (statement) => eventItem({ ...statement, act: null }, messages)),
  )
  return el(
    'li',
    { id: `${idPrefix}${edge.id}` },
    actBadge(edge.act, edge.verb),
    ' ',
    el('span', { class: 'sanad-source' }, ui.networkParts.of, ' '),
    party ? nodeLink(party) : null,
    edge.statements.length <= SHOWN
      ? list
      : el('details', {}, el('summary', {}, ui.statements(edge.statements.length)), list),
  )
}

const nodeLink = ({ href, label }: ViewNode): Markup => el('a', { href }, el('b', {}, label))
