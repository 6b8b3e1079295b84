import { escapeMarkdown } from '../../text/escape-markdown.ts'
import type { ExportFormat } from '../export-format.ts'
import { intervalText } from '../graph/day-period.ts'
import { graphEdges } from '../graph/graph-edges.ts'
import { graphNodes } from '../graph/graph-nodes.ts'
import type { GraphEdge, GraphNode, Values } from '../graph/graph-part.ts'
import { jsonItems } from '../json/json-items.ts'
import { joinedText } from '../tables/cell-texts.ts'

/** JSON blueprint of Kumu: elements and connections, with all attributes as fields. */
export const kumuJson: ExportFormat = {
  file: 'kumu.json',
  group: 'GRAPH',
  mediaType: 'application/json; charset=utf-8',
  description: 'JSON for Kumu, the graph of claims, speakers, sources, data and uses',
  async *write(source) {
    const nodes = new Set<string>()
    yield '{"elements":['
    yield* jsonItems(mapped(graphNodes(source, nodes), elementOf))
    yield '\n],"connections":['
    yield* jsonItems(mapped(graphEdges(source, nodes), connectionOf))
    yield '\n]}\n'
  },
}

async function* mapped<T>(items: AsyncIterable<T>, map: (item: T) => object): AsyncIterable<object> {
  for await (const item of items) yield map(item)
}

/** Kumu colours elements by type, filters by tags, and reads descriptions as Markdown. */
function elementOf({ id, kind, label, values, periods }: GraphNode): object {
  const { type, description = '', sentence = '', standing, predicate, kind: _kind, ...fields } = values
  return {
    id,
    label,
    type: (kind === 'Entity' && type) || kind,
    description: escapeMarkdown(String(description || sentence)),
    tags: [standing, predicate, kind === 'Source' ? type : undefined].filter((tag) => tag !== undefined),
    ...knownOf({ ...fields, sentence, standing, predicate, periods: joinedText(periods.map(intervalText)) }),
  }
}

function connectionOf({ id, kind, from, to, label, values, periods }: GraphEdge): object {
  const { sided_stance: stance, standing, words = '', quote = '' } = values
  const description = [words, quote].map((text) => escapeMarkdown(String(text))).filter(Boolean)
  return {
    id,
    from,
    to,
    direction: 'directed',
    type: kind,
    label,
    description: description.join('\n\n'),
    tags: [stance, standing].filter((tag) => tag !== undefined),
    ...knownOf({ ...values, periods: joinedText(periods.map(intervalText)) }),
  }
}

const knownOf = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
