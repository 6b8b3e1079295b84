import { Writer } from 'n3'
import { endOfFile } from '../end-of-file.ts'
import type { ExportFormat } from '../export-format.ts'
import { PREFIXES } from '../jsonld-context.ts'
import { graphNodes } from '../jsonld-graph.ts'
import { createQuads } from '../jsonld-quads.ts'

/** RDF 1.1 TriG. The last line is a comment with the number of claims. */
export const claimsTriG: ExportFormat = {
  file: 'claims.trig',
  group: 'LINKED_DATA',
  mediaType: 'application/trig; charset=utf-8',
  description: 'TriG, the linked data of claims.jsonld as RDF that people can read',
  async *write(source) {
    let written = ''
    const output = {
      write(chunk: string, _: string, done?: () => void) {
        written += chunk
        done?.()
      },
      end: (done?: () => void) => done?.(),
    }
    const taken = (): string => {
      const chunk = written
      written = ''
      return chunk
    }
    const writer = new Writer(output, { format: 'TriG', prefixes: PREFIXES })
    const toQuads = createQuads(source.messages.tag)
    for await (const { graph, node } of graphNodes(source)) {
      writer.addQuads([...toQuads(node, graph)])
      yield taken()
    }
    writer.end()
    yield `${taken()}# ${endOfFile(source.messages, await source.countClaims())}\n`
  },
}
