import { DomainError, ERROR_CODES, type ErrorCode } from '../../domain/errors.ts'
import type { Parameters, SearchBounds, StoreSchema, TextIndex } from './engine.ts'

/** Messages between a server and the child process that has the embedded database open: structured clones over IPC. */

export interface OpenOptions {
  /** Path of the database file. */
  readonly path: string
  readonly readTimeoutMs: number
}

export type Call =
  | { readonly method: 'open'; readonly options: OpenOptions }
  | { readonly method: 'run' | 'runForLoad'; readonly text: string; readonly parameters: Parameters }
  /** The child responds with the id of the transaction, after every earlier write has ended. */
  | { readonly method: 'begin' }
  | {
      readonly method: 'runInTransaction'
      readonly transaction: number
      readonly text: string
      readonly parameters: Parameters
    }
  | { readonly method: 'commit' | 'rollBack'; readonly transaction: number }
  | {
      readonly method: 'searchText'
      readonly index: TextIndex
      readonly terms: readonly string[]
      readonly bounds: SearchBounds
    }
  | { readonly method: 'ensureSchema'; readonly schema: StoreSchema }
  | { readonly method: 'prepareReads'; readonly revision: number }
  | { readonly method: 'ping' | 'prepareLoads' | 'flush' | 'checkHealth' | 'close' }

export interface Request {
  readonly id: number
  readonly call: Call
}

export type Response = { readonly id: number } & ({ readonly value: unknown } | { readonly error: ErrorMessage })

/** An error as plain data: a structured clone drops its class and its code. */
export interface ErrorMessage {
  readonly code: ErrorCode
  readonly message: string
  readonly argument: string | null
  /** Stack of the first cause, for the log; null without a cause. */
  readonly cause: string | null
}

export const toErrorMessage = ({ code, message, argument, cause }: DomainError): ErrorMessage => ({
  code,
  message,
  argument,
  cause: cause instanceof Error ? (cause.stack ?? cause.message) : null,
})

export const toError = ({ code, message, argument, cause }: ErrorMessage): DomainError =>
  new DomainError(code, message, {
    ...(argument !== null && { argument }),
    ...(cause !== null && { cause: new Error(cause) }),
  })

/** @returns null for a message of another program or version */
export function parseResponse(message: unknown): Response | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null
  const { id } = message
  if (typeof id !== 'number') return null
  if ('value' in message) return { id, value: message.value }
  if (!('error' in message) || typeof message.error !== 'object' || message.error === null) return null
  const { error } = message
  const code = ERROR_CODES.find((known) => 'code' in error && known === error.code) ?? 'INTERNAL'
  const text = (name: 'message' | 'argument' | 'cause'): string | null => {
    const [, value] = Object.entries(error).find(([key]) => key === name) ?? []
    return typeof value === 'string' ? value : null
  }
  return { id, error: { code, message: text('message') ?? '', argument: text('argument'), cause: text('cause') } }
}
