import jsonld from 'jsonld'
import { Parser, type Quad, type Term, Writer } from 'n3'
import { CONTEXT_PATH, contextDocument } from '../../src/exports/jsonld-context.ts'
import type { ReadStatement } from './export-reader.ts'

const SCHEMA = 'http://schema.org/'
const SANAD = 'urn:sanad:'

interface LoadedDocument {
  readonly documentUrl: string
  readonly document: Record<string, never>
}
type LoadDocument = (url: string) => Promise<LoadedDocument>

/** Loads our context without a network, and nothing else. */
const loadContext: LoadDocument = async (url) => {
  if (!url.endsWith(CONTEXT_PATH)) throw new Error(`${url} is no document of ours.`)
  return { documentUrl: url, document: JSON.parse(contextDocument()) }
}

/** Returns the RDF of a JSON-LD document as N-Quads. A key or a value without a meaning is an error. */
export async function quadsOfJsonLd(text: string, documentLoader: LoadDocument = loadContext): Promise<string> {
  const options = { format: 'application/n-quads' as const, documentLoader, safe: true }
  const written = await jsonld.toRDF(JSON.parse(text), options)
  if (typeof written !== 'string') throw new Error('toRDF returned no text.')
  return written
}

/** Reads N-Quads or TriG. */
export const readQuads = (text: string): readonly Quad[] => new Parser().parse(text)

/** Returns the canonical form of RDF (RDFC-1.0), in which two files that say the same are equal. */
export async function canonicalForm(quads: readonly Quad[]): Promise<string> {
  const writer = new Writer({ format: 'N-Quads' })
  const lines = new Set(quads.map((quad) => writer.quadsToString([quad])))
  const input = await jsonld.fromRDF([...lines].join(''), { format: 'application/n-quads' })
  return jsonld.canonize(input, { algorithm: 'URDNA2015', format: 'application/n-quads' })
}

/** Returns a statement for each node with a stance. */
export function statementsOfQuads(quads: readonly Quad[]): readonly ReadStatement[] {
  const bySubject = new Map<string, Quad[]>()
  const keyOf = (subject: Term, graph: Term): string => `${subject.value} ${graph.value}`
  for (const quad of quads) {
    const key = keyOf(quad.subject, quad.graph)
    bySubject.set(key, [...(bySubject.get(key) ?? []), quad])
  }
  const valueIn = (subject: Term, graph: Term, property: string): string | undefined =>
    bySubject.get(keyOf(subject, graph))?.find(({ predicate }) => predicate.value === property)?.object.value
  return quads
    .filter(({ predicate }) => predicate.value === `${SANAD}stance`)
    .map(({ subject, object, graph }) => {
      const value = (property: string): string => valueIn(subject, graph, property) ?? ''
      const part = bySubject
        .get(keyOf(subject, graph))
        ?.find(({ predicate }) => predicate.value === `${SCHEMA}isPartOf`)?.object
      const title = (name: string): string | undefined => part && valueIn(part, graph, `${SCHEMA}${name}`)
      return {
        headline: value(`${SANAD}claimHeadline`),
        status: value(`${SANAD}claimStatus`),
        stance: object.value,
        polarity: value(`${SANAD}polarity`),
        certainty: value(`${SANAD}certainty`),
        claimant: value(`${SANAD}claimant`),
        source: title('alternateName') ?? title('name') ?? title('description') ?? '',
        quote: value(`${SCHEMA}text`),
        attribution: value(`${SCHEMA}creditText`),
      }
    })
}
