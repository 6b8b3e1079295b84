import type { ExportFormat } from '../export-format.ts'
import { GRAPH_END, graphStart } from '../jsonld.ts'
import { graphNodes } from '../jsonld-graph.ts'
import type { JsonLd } from '../jsonld-node.ts'

/** JSON-LD 1.1: all nodes under `@graph`. An assertion is within a named graph, the document that it was read in. */
export const claimsJsonLd: ExportFormat = {
  file: 'claims.jsonld',
  group: 'LINKED_DATA',
  mediaType: 'application/ld+json; charset=utf-8',
  description: 'JSON-LD, claims and statements as linked data',
  async *write(source) {
    yield graphStart(source.publicUrl, source.messages.tag)
    let separator = '\n'
    for await (const { graph, node } of graphNodes(source)) {
      const written: JsonLd = graph === null ? node : { '@id': graph, '@graph': [node] }
      yield separator + JSON.stringify(written)
      separator = ',\n'
    }
    yield `\n${GRAPH_END}`
  },
}
