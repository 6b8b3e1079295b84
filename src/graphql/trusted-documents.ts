import { createHash } from 'node:crypto'
import { type DocumentNode, type ExecutionResult, parse, validate } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Context } from './context.ts'
import type { Example } from './examples.ts'
import { schema } from './schema.ts'

/** A query that the server knows beforehand: validated at start, compiled at its first use, requested by its name. */
export interface TrustedDocument {
  readonly name: string
  readonly text: string
  readonly document: DocumentNode
  /** The data equals that of graphql-js; errors have no `locations`. */
  execute(contextValue: Context, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>
}

/** Lookup of trusted documents; null for all other ids, texts and documents. */
export interface TrustedDocuments {
  /** @param id name of the document, or `sha256:` and the hash of its text in hexadecimal digits */
  byId(id: string): TrustedDocument | null
  byText(text: string): TrustedDocument | null
  byDocument(document: DocumentNode): TrustedDocument | null
}

/** @throws Error for an example that does not fit the schema */
export function trustDocuments(examples: readonly Example[]): TrustedDocuments {
  const ids = new Map<string, TrustedDocument>()
  const texts = new Map<string, TrustedDocument>()
  const documents = new WeakMap<DocumentNode, TrustedDocument>()
  for (const example of examples) {
    const trusted = toTrusted(example)
    ids.set(trusted.name, trusted)
    ids.set(`sha256:${createHash('sha256').update(trusted.text).digest('hex')}`, trusted)
    texts.set(trusted.text, trusted)
    documents.set(trusted.document, trusted)
  }
  return {
    byId: (id) => ids.get(id) ?? null,
    byText: (text) => texts.get(text) ?? null,
    byDocument: (document) => documents.get(document) ?? null,
  }
}

/** @throws Error for a query that does not fit the schema */
function toTrusted({ name, text }: Example): TrustedDocument {
  const document = parse(text)
  const [error] = validate(schema, document)
  if (error) throw new Error(`The document ${name} does not fit the schema: ${error.message}`)
  let compiled: ReturnType<typeof compile> | null = null
  return {
    name,
    text,
    document,
    execute: async (contextValue, variables = {}) => {
      compiled ??= compile(name, document)
      return compiled.query({}, contextValue, variables)
    },
  }
}

/** Generates code from a query. Only documents of this repository are compiled, never the query of a client. */
function compile(name: string, document: DocumentNode) {
  const compiled = compileQuery(schema, document)
  if (isCompiledQuery(compiled)) return compiled
  throw new Error(`The document ${name} cannot be compiled: ${compiled.errors?.[0]?.message}`)
}
