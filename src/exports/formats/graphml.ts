import { XML_DECLARATION, type Xml, xmlElement, xmlStart } from '../../text/xml.ts'
import type { ExportFormat, ExportSource } from '../export-format.ts'
import { intervalText } from '../graph/day-period.ts'
import { graphEdges } from '../graph/graph-edges.ts'
import { graphNodes } from '../graph/graph-nodes.ts'
import {
  EDGE_ATTRIBUTES,
  type GraphEdge,
  type GraphNode,
  NODE_ATTRIBUTES,
  NUMERIC_ATTRIBUTES,
} from '../graph/graph-part.ts'
import { joinedText } from '../tables/cell-texts.ts'

const SPACE = 'http://graphml.graphdrawing.org/xmlns'

/** GraphML, with the nodes and edges of the GEXF. It has no periods of its own, so they are a text. */
export const graphGraphml: ExportFormat = {
  file: 'graph.graphml',
  group: 'GRAPH',
  program: 'yEd',
  mediaType: 'application/graphml+xml; charset=utf-8',
  description: 'GraphML for yEd, Cytoscape and NetworkX, the graph of claims, speakers, sources, data and uses',
  async *write(source) {
    const nodes = new Set<string>()
    yield `${XML_DECLARATION}${xmlStart('graphml', ROOT).xml}\n`
    yield* [...keys('graph', GRAPH_KEYS), ...keys('node', NODE_KEYS), ...keys('edge', EDGE_KEYS)].map(lineOf)
    yield `${xmlStart('graph', { id: 'claims', edgedefault: 'directed' }).xml}\n`
    yield* dataOf('graph', GRAPH_KEYS, graphValues(source)).map(lineOf)
    for await (const node of graphNodes(source, nodes)) {
      yield lineOf(xmlElement('node', { id: node.id }, ...dataOf('node', NODE_KEYS, valuesOf(node))))
    }
    for await (const edge of graphEdges(source, nodes)) {
      const { id, kind, from, to } = edge
      const data = dataOf('edge', EDGE_KEYS, { ...valuesOf(edge), kind })
      yield lineOf(xmlElement('edge', { id, source: from, target: to }, ...data))
    }
    yield '</graph>\n</graphml>\n'
  },
}

const ROOT = {
  xmlns: SPACE,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${SPACE} ${SPACE}/1.0/graphml.xsd`,
}

type Element = 'graph' | 'node' | 'edge'
const GRAPH_KEYS: readonly string[] = ['revision', 'recorded_at', 'url']
const NODE_KEYS: readonly string[] = ['label', 'periods', ...NODE_ATTRIBUTES]
const EDGE_KEYS: readonly string[] = ['label', 'kind', 'periods', ...EDGE_ATTRIBUTES]

const lineOf = ({ xml }: Xml): string => `${xml}\n`

/** Ids of keys are unique in the file, so each has the element that it is for. */
const keyId = (of: Element, name: string): string => `${of}-${name}`

const keys = (of: Element, names: readonly string[]): readonly Xml[] =>
  names.map((name) =>
    xmlElement('key', {
      id: keyId(of, name),
      for: of,
      'attr.name': name,
      'attr.type': NUMERIC_ATTRIBUTES.has(name) || name === 'revision' ? 'int' : 'string',
    }),
  )

type Values = GraphNode['values']

const graphValues = ({ revision, recordedAt, url }: ExportSource): Values => ({
  revision,
  recorded_at: recordedAt ?? '',
  url,
})

const valuesOf = ({ label, values, periods }: GraphNode | GraphEdge): Values => ({
  ...values,
  label,
  periods: joinedText(periods.map(intervalText)),
})

const dataOf = (of: Element, names: readonly string[], values: Values): readonly Xml[] =>
  names.flatMap((name) => {
    const value = values[name] ?? ''
    return value === '' ? [] : [xmlElement('data', { key: keyId(of, name) }, String(value))]
  })
