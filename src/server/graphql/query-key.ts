import { createHash } from 'node:crypto'
import { Lexer, Source, type Token, TokenKind } from 'graphql'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { MAX_TOKENS } from '../../graphql/limits/query-limits.ts'
import { isInstant } from '../../text/instant.ts'
import type { RecordedInstants } from '../cache/recorded-instants.ts'
import type { GraphQLParameters } from './parse-graphql-request.ts'

/** Returns the text of a trusted document. Null for any other id. */
export type TextOfId = (documentId: string) => string | null

/** Key of the cached response to a query. */
export interface QueryKey {
  readonly key: string
  /**
   * Newest revision that instants of the query were compared with. The key is stale after a newer one. Null for a query
   * without instants, whose key never changes.
   */
  readonly newest: RevisionNumber | null
}

/** Argument that selects a revision. */
const AS_OF = 'asOf'

/**
 * Returns the cache key of a query in a URL: the SHA-256 hash of its tokens, its used variables, the operation and the media
 * type. White space, comments, escapes and instants of one revision do not change the key.
 *
 * @param mediaType media type of the response
 */
export async function queryKey(
  { query, documentId, variables, operationName }: GraphQLParameters,
  mediaType: string,
  textOfId: TextOfId,
  instants: RecordedInstants,
): Promise<QueryKey> {
  const text = (documentId === null ? query : textOfId(documentId)) ?? `unknown ${documentId}`
  const tokens = tokensOf(text)
  const uses = tokens === null ? null : usesOf(tokens)
  let newest: RevisionNumber | null = null
  const revisionOf = async (value: unknown): Promise<number | null> => {
    const found = typeof value === 'string' && isInstant(value) ? await instants.find(value) : null
    if (found === null) return null
    if (newest === null || found.newest > newest) newest = found.newest
    return found.revision
  }
  const write = async (token: Token, isMoment: boolean): Promise<string> => {
    const revision = isMoment && isText(token) ? await revisionOf(token.value) : null
    return revision === null ? writtenOf(token) : `@${revision}`
  }
  const document = tokens
    ? (await Promise.all(tokens.map((token, i) => write(token, isAsOf(tokens, i))))).join(' ')
    : text
  const usedVariables = await Promise.all(
    Object.entries(variables)
      .filter(([name]) => uses === null || uses.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([name, value]) => {
        const revision = uses?.get(name) === 'AS_OF' ? await revisionOf(value) : null
        return revision === null ? [name, inOrder(value)] : [name, '@', revision]
      }),
  )
  const parts = [mediaType, document, usedVariables, operationName, newest]
  return { key: `graphql ${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`, newest }
}

/** Returns null for text that is no GraphQL or has too many tokens. Its response is an error, which is not cached. */
function tokensOf(text: string): readonly Token[] | null {
  const lexer = new Lexer(new Source(text))
  const tokens: Token[] = []
  try {
    while (lexer.advance().kind !== TokenKind.EOF) {
      if (tokens.length >= MAX_TOKENS) return null
      tokens.push(lexer.token)
    }
    return tokens
  } catch {
    return null
  }
}

const isText = (token: Token): boolean => token.kind === TokenKind.STRING || token.kind === TokenKind.BLOCK_STRING

const writtenOf = (token: Token): string => (isText(token) ? JSON.stringify(token.value) : token.value || token.kind)

const isName = (token: Token | undefined, name: string): boolean =>
  token?.kind === TokenKind.NAME && token.value === name

/** Returns whether the token at `i` begins the value of an argument asOf. */
const isAsOf = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.kind === TokenKind.COLON && isName(tokens[i - 2], AS_OF)

/** Returns the variables that a document uses outside of definitions: for asOf alone, or for other arguments too. */
function usesOf(tokens: readonly Token[]): ReadonlyMap<string, 'AS_OF' | 'OTHER'> {
  const uses = new Map<string, 'AS_OF' | 'OTHER'>()
  for (const [i, { kind }] of tokens.entries()) {
    const name = tokens[i + 1]
    if (kind !== TokenKind.DOLLAR || name?.kind !== TokenKind.NAME || tokens[i + 2]?.kind === TokenKind.COLON) continue
    uses.set(name.value, isAsOf(tokens, i) && uses.get(name.value) !== 'OTHER' ? 'AS_OF' : 'OTHER')
  }
  return uses
}

/** Sorts the keys of objects. Replaces numbers that JSON would write as null. */
function inOrder(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { '\0': String(value) }
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]) => [key, inOrder(one)])
  return Object.fromEntries(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
}
