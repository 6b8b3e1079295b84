import type { Quad } from 'n3'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import type { Messages } from '../../src/messages/en.ts'
import { readQuads } from '../exports/rdf-statements.ts'
import { readBibtex } from '../exports/read-bibtex.ts'
import { readMarkdown } from '../exports/read-markdown.ts'
import { cellsOfCsv } from '../exports/readers/csv.ts'
import { readGexf } from '../exports/readers/gexf.ts'
import { readGraphml } from '../exports/readers/graphml.ts'
import { sheetsOfXlsx } from '../exports/readers/xlsx.ts'
import { CLOSING } from '../reconciliation/started-service.ts'
import type { StartedSite } from './start-site.ts'
import { type ServedTexts, textsOfObjects } from './texts-together.ts'

/** Texts of a file that its reader gets together, such as the cells of a line. */
type TextsOfFile = (bytes: Buffer) => Promise<readonly (readonly string[])[]>

const lines: TextsOfFile = async (bytes) => cellsOfCsv(bytes)

const sheets: TextsOfFile = async (bytes) => [...(await sheetsOfXlsx(bytes)).values()].flat()

const objects: TextsOfFile = async (bytes) => textsOfObjects(JSON.parse(bytes.toString('utf8')))

/** Properties of a node within one graph. */
const quads: TextsOfFile = async (bytes) => {
  const nodes = new Map<string, Quad[]>()
  for (const quad of readQuads(bytes.toString('utf8'))) {
    const node = `${quad.subject.value} ${quad.graph.value}`
    nodes.set(node, [...(nodes.get(node) ?? []), quad])
  }
  return [...nodes.values()].map((of) => of.map(({ object }) => object.value))
}

const textsOfValues = (values: object): readonly string[] => Object.values(values).map(String)

const parts = (graph: ReturnType<typeof readGexf>): readonly (readonly string[])[] => [
  ...graph.mapNodes((_, values) => textsOfValues(values)),
  ...graph.mapEdges((_, values) => textsOfValues(values)),
]

/** Blocks, each alone. */
const blocks: TextsOfFile = async (bytes) => {
  const [head = ''] = /^---\n.*?\n---\n/s.exec(bytes.toString('utf8')) ?? []
  return [[head], ...readMarkdown(bytes.toString('utf8').slice(head.length)).map(({ text }) => [text])]
}

const fields: TextsOfFile = async (bytes) =>
  (await readBibtex(bytes.toString('utf8'))).map((entry) => textsOfValues(entry.fields))

/** Reads the texts of each format by a library that is not part of the program. Add a line for a new format. */
const TEXTS_OF_FILES: Readonly<Record<string, TextsOfFile>> = {
  'claims.csv': lines,
  'assertions.csv': lines,
  'sources.csv': lines,
  'entities.csv': lines,
  'workbook.xlsx': sheets,
  'flourish-links.csv': lines,
  'flourish-points.csv': lines,
  'graph.gexf': async (bytes) => parts(readGexf(bytes.toString('utf8'))),
  'graph.graphml': async (bytes) => parts(readGraphml(bytes.toString('utf8'))),
  'kumu.json': objects,
  'board.canvas': objects,
  'claims.jsonld': objects,
  'claims.nq': quads,
  'claims.trig': quads,
  'dossier.md': blocks,
  'sources.bib': fields,
  'sources.csl.json': objects,
}

/** Reads the file of each format in one language. @throws Error for a format without a line above */
export async function textsOfFiles({ url }: StartedSite, { tag }: Messages): Promise<readonly ServedTexts[]> {
  const found: ServedTexts[] = []
  for (const { file } of EXPORT_FORMATS) {
    const read = TEXTS_OF_FILES[file]
    if (read === undefined) throw new Error(`${file} has no reader of its texts.`)
    const response = await fetch(`${url}/export/${file}?lang=${tag}`, { headers: CLOSING })
    found.push({ surface: file, texts: await read(Buffer.from(await response.arrayBuffer())) })
  }
  return found
}
