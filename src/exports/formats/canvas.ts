import { wasSaid } from '../../domain/assertion.ts'
import { standingName } from '../../domain/standing.ts'
import { hedgedAct } from '../../sentences/hedged-act.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { statusLabel } from '../../sentences/status-label.ts'
import { escapeMarkdown, markdownLink } from '../../text/escape-markdown.ts'
import { capitalised, formatDate } from '../../text/languages.ts'
import {
  CARD_WIDTH,
  type Card,
  type ClaimCard,
  canvasLayout,
  cardHeight,
  SPEAKER_WIDTH,
  TITLE_WIDTH,
  type Topic,
} from '../canvas/canvas-layout.ts'
import type { CanvasEdge } from '../canvas/canvas-part.ts'
import { claimText } from '../canvas/claim-text.ts'
import type { ExportedClaim, ExportFormat, ExportSource } from '../export-format.ts'
import { assertionEdges, speakerNodeId } from '../graph/assertion-edges.ts'
import { nodeId } from '../graph/graph-part.ts'
import { relationEdges } from '../graph/relation-edges.ts'
import { jsonItems } from '../json/json-items.ts'
import { titleText } from '../tables/cell-texts.ts'
import { claimCells } from '../tables/claim-cells.ts'

/** JSON Canvas 1.0: a board on which a reader sees and moves all cards, so that their number is bounded. */
export const boardCanvas: ExportFormat = {
  file: 'board.canvas',
  group: 'DOCUMENT',
  program: 'Obsidian',
  mediaType: 'application/json; charset=utf-8',
  description: 'JSON Canvas for Obsidian, a board of at most 2,000 claims with their speakers',
  maxClaims: 2000,
  async *write(source) {
    const board = await readBoard(source)
    const { messages, revision, recordedAt, url } = source
    const title = boardTitle(source, board.claimIds.size)
    const nodes = canvasLayout({
      title: cardOf('Board', title, TITLE_WIDTH),
      speakers: { id: 'Speakers', label: messages.ui.exportedGraph.speakers, cards: [...board.speakers.values()] },
      topics: [...board.topics.values()],
      standingText: (name, count) => `**${escapeMarkdown(statusLabel(name, messages))}** ${count}`,
    })
    yield `{"sanad":${JSON.stringify({ revision, recordedAt, url })},\n"nodes":[`
    yield* jsonItems(nodes)
    yield '\n],"edges":['
    yield* jsonItems(board.edges.filter(({ toNode }) => !toNode.startsWith('Claim:') || board.claimIds.has(toNode)))
    yield '\n]}\n'
  },
}

type BoardTopic = Topic & { readonly cards: ClaimCard[] }

interface Board {
  readonly claimIds: Set<string>
  /** By the id of their node, as the topics by that of the subject. */
  readonly speakers: Map<string, Card>
  readonly topics: Map<string, BoardTopic>
  readonly edges: CanvasEdge[]
}

async function readBoard(source: ExportSource): Promise<Board> {
  const board: Board = { claimIds: new Set(), speakers: new Map(), topics: new Map(), edges: [] }
  for await (const exported of source.claims()) addClaim(board, exported, source)
  return board
}

function addClaim(board: Board, exported: ExportedClaim, source: ExportSource): void {
  const { details, names } = exported
  const { claim, status, assertions } = details
  const { messages } = source
  const cells = claimCells(exported, source)
  const id = nodeId('Claim', claim.id)
  board.claimIds.add(id)
  const subjectId = nodeId(claim.subject.kind, claim.subject.id)
  const topic: BoardTopic = board.topics.get(subjectId) ?? {
    id: subjectId,
    label: messages.ui.exportedGraph.claimsOf(String(cells.subject)),
    cards: [],
  }
  board.topics.set(subjectId, topic)
  topic.cards.push({
    ...cardOf(id, claimText(cells, exported, source), CARD_WIDTH),
    standing: standingName(status),
    sanad: { ...cells },
  })

  const edges = new Map(assertionEdges(exported, source).map((edge) => [edge.values.assertion, edge]))
  for (const assertion of assertions.filter(wasSaid)) {
    const edge = edges.get(assertion.id)
    if (edge === undefined) continue
    const speaker = speakerNodeId(assertion)
    if (!board.speakers.has(speaker)) board.speakers.set(speaker, speakerCard(speaker, assertion, names, source))
    const label = hedgedAct([assertion], names, messages)
    const ends = { fromNode: edge.from, fromSide: 'right', toNode: edge.to, toSide: 'left' } as const
    board.edges.push({ id: edge.id, ...ends, label, sanad: edge.values })
  }
  for (const { id: edgeId, from, to, label, values } of relationEdges(exported, source)) {
    const ends = { fromNode: from, fromSide: 'bottom', toNode: to, toSide: 'top' } as const
    board.edges.push({ id: edgeId, ...ends, label, sanad: values })
  }
}

const cardOf = (id: string, text: string, width: number): Card => ({ id, text, height: cardHeight(text, width) })

function speakerCard(
  id: string,
  { claimantId, sourceId }: { readonly claimantId: string | null; readonly sourceId: string },
  names: Names,
  { messages, urlOf }: ExportSource,
): Card {
  if (claimantId !== null) {
    const entity = names.entity(claimantId)
    const name = entity ? nameOf(entity, messages.tag) : claimantId
    return cardOf(id, markdownLink(name, urlOf('entity', claimantId)), SPEAKER_WIDTH)
  }
  const document = names.source(sourceId)
  const title = document ? titleText(document, messages) : sourceId
  return cardOf(id, markdownLink(title, document?.url ?? urlOf('source', sourceId)), SPEAKER_WIDTH)
}

/** Returns the title: number of claims, revision and address, by which the board can be cited. */
function boardTitle({ messages, revision, recordedAt, url }: ExportSource, claims: number): string {
  const { ui, tag } = messages
  const day = recordedAt === null ? '' : formatDate(recordedAt, tag)
  const content = capitalised(ui.exportedGraph.revision(revision, day), tag)
  return `**${escapeMarkdown(ui.site)}** ${escapeMarkdown(ui.strip.claims(claims))}. ${markdownLink(content, url)}`
}
