import { XML_DECLARATION, type Xml, xmlElement, xmlStart } from '../../text/xml.ts'
import type { ExportFormat, ExportSource } from '../export-format.ts'
import type { DayPeriod } from '../graph/day-period.ts'
import { graphEdges } from '../graph/graph-edges.ts'
import { graphNodes } from '../graph/graph-nodes.ts'
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, NUMERIC_ATTRIBUTES, type Values } from '../graph/graph-part.ts'

/** GEXF 1.3, a dynamic graph of intervals. */
export const graphGexf: ExportFormat = {
  file: 'graph.gexf',
  group: 'GRAPH',
  program: 'Gephi',
  mediaType: 'application/gexf+xml; charset=utf-8',
  description: 'GEXF 1.3 for Gephi, a graph through time of claims, speakers, sources, data and uses',
  async *write(source) {
    const nodes = new Set<string>()
    yield `${XML_DECLARATION}${xmlStart('gexf', { xmlns: 'http://gexf.net/1.3', version: '1.3' }).xml}\n`
    yield `${meta(source).xml}\n${xmlStart('graph', GRAPH).xml}\n`
    yield `${attributesOf('node', NODE_ATTRIBUTES).xml}\n${attributesOf('edge', EDGE_ATTRIBUTES).xml}\n<nodes>\n`
    for await (const { id, label, values, periods } of graphNodes(source, nodes)) {
      yield `${xmlElement('node', { id, label }, ...spells(periods), ...attvalues(values, NODE_ATTRIBUTES)).xml}\n`
    }
    yield '</nodes>\n<edges>\n'
    for await (const { id, kind, from, to, label, values, periods } of graphEdges(source, nodes)) {
      const ends = { id, source: from, target: to, kind, label }
      yield `${xmlElement('edge', ends, ...spells(periods), ...attvalues(values, EDGE_ATTRIBUTES)).xml}\n`
    }
    yield '</edges>\n</graph>\n</gexf>\n'
  },
}

const GRAPH = {
  mode: 'dynamic',
  timeformat: 'date',
  timerepresentation: 'interval',
  defaultedgetype: 'directed',
  idtype: 'string',
}

function meta({ recordedAt, revision, url }: ExportSource): Xml {
  const recorded = recordedAt === null ? '' : `, recorded at ${recordedAt}`
  return xmlElement(
    'meta',
    { lastmodifieddate: recordedAt === null ? null : recordedAt.slice(0, 10) },
    xmlElement('creator', {}, 'Sanad'),
    xmlElement('description', {}, `Revision ${revision}${recorded}. ${url}`),
  )
}

const attributesOf = (of: 'node' | 'edge', names: readonly string[]): Xml =>
  xmlElement(
    'attributes',
    { class: of, mode: 'static' },
    ...names.map((name) =>
      xmlElement('attribute', { id: name, title: name, type: NUMERIC_ATTRIBUTES.has(name) ? 'integer' : 'string' }),
    ),
  )

/** Returns the element of the periods, or nothing for a part that is always there: an open end has no attribute. */
const spells = (periods: readonly DayPeriod[]): readonly Xml[] =>
  periods.length === 0
    ? []
    : [xmlElement('spells', {}, ...periods.map(({ from, until }) => xmlElement('spell', { start: from, end: until })))]

function attvalues(values: Values, names: readonly string[]): readonly Xml[] {
  const known = names.flatMap((name) => {
    const value = values[name] ?? ''
    return value === '' ? [] : [xmlElement('attvalue', { for: name, value })]
  })
  return known.length === 0 ? [] : [xmlElement('attvalues', {}, ...known)]
}
