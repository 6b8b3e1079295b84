import { Writer } from 'n3'
import { endOfFile } from '../end-of-file.ts'
import type { ExportFormat } from '../export-format.ts'
import { graphNodes } from '../jsonld-graph.ts'
import { createQuads } from '../jsonld-quads.ts'

/** RDF 1.1 N-Quads, one statement of RDF on each line. The last line is a comment with the number of claims. */
export const claimsNQuads: ExportFormat = {
  file: 'claims.nq',
  group: 'LINKED_DATA',
  mediaType: 'application/n-quads; charset=utf-8',
  description: 'N-Quads, the linked data of claims.jsonld as RDF',
  async *write(source) {
    const writer = new Writer({ format: 'N-Quads' })
    const toQuads = createQuads(source.messages.tag)
    for await (const { graph, node } of graphNodes(source)) yield writer.quadsToString([...toQuads(node, graph)])
    yield `# ${endOfFile(source.messages, await source.countClaims())}\n`
  },
}
