import { DataFactory, type Quad, type Quad_Graph, type Quad_Object, type Quad_Subject } from 'n3'
import { DATE_TYPE, PREFIXES, type TermKind, termOf, typeIri } from './jsonld-context.ts'
import type { JsonLd } from './jsonld-node.ts'

type Value = JsonLd[string]

const { namedNode, literal, quad, defaultGraph } = DataFactory
const INTEGER = `${PREFIXES.xsd}integer`
const TYPE = { iri: `${PREFIXES.rdf}type`, kind: 'TYPE' } as const

/** Characters of an IRI (RFC 3987), and a scheme before them. */
const IRI = /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]*$/iu

/**
 * Creates the statements of nodes as RDF, as a processor of JSON-LD makes them with our context. Blank nodes have labels that are
 * unique among all nodes given to one function.
 *
 * @param language language of the words without a tag (BCP 47)
 */
export function createQuads(language: string): (node: JsonLd, graph: string | null) => readonly Quad[] {
  let blanks = 0

  function nextBlank(): Quad_Subject {
    blanks += 1
    return DataFactory.blankNode(`b${blanks}`)
  }

  function toQuads(node: JsonLd, subject: Quad_Subject, graph: Quad_Graph, into: Quad[]): void {
    const inner: (readonly [JsonLd, Quad_Subject])[] = []

    function toObject(value: Value, kind: TermKind): Quad_Object | null {
      if (value === null) return null
      if (typeof value === 'number') return literal(String(value), namedNode(INTEGER))
      if (typeof value === 'string') return toText(value, kind)
      if (!isNode(value)) return null
      if (typeof value['@value'] === 'string') {
        const tag = value['@language']
        return literal(value['@value'], typeof tag === 'string' ? tag.toLowerCase() : undefined)
      }
      const object = subjectOf(value)
      inner.push([value, object])
      return object
    }

    for (const [key, value] of Object.entries(node)) {
      if (key === '@id') continue
      const { iri, kind } = key === '@type' ? TYPE : termOf(key)
      for (const one of listOf(value)) {
        const object = kind === 'TYPE' ? toNamed(typeIri(String(one))) : toObject(one, kind)
        if (object !== null) into.push(quad(subject, toNamed(iri), object, graph))
      }
    }
    // All statements about a node stand together, which makes TriG shorter.
    for (const [value, object] of inner) toQuads(value, object, graph, into)
  }

  function toText(text: string, kind: TermKind): Quad_Object {
    if (kind === 'IRI') return toNamed(text)
    if (kind === 'DATE') return literal(text, namedNode(DATE_TYPE))
    return literal(text, kind === 'WORDS' ? language : undefined)
  }

  const subjectOf = (node: JsonLd): Quad_Subject =>
    typeof node['@id'] === 'string' ? toNamed(node['@id']) : nextBlank()

  return (node, graph) => {
    const quads: Quad[] = []
    toQuads(node, subjectOf(node), graph === null ? defaultGraph() : toNamed(graph), quads)
    return quads
  }
}

/** @throws Error for a text that is no IRI, which n3 would write as it is */
function toNamed(iri: string) {
  if (!IRI.test(iri) || !iri.isWellFormed()) throw new Error(`${JSON.stringify(iri)} is no IRI.`)
  return namedNode(iri)
}

const listOf = (value: Value): readonly Value[] => (isList(value) ? value : [value])

const isList = (value: Value): value is readonly (JsonLd | string)[] => Array.isArray(value)

const isNode = (value: Value): value is JsonLd => typeof value === 'object' && value !== null && !isList(value)
