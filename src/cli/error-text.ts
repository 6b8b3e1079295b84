import { DomainError, type ErrorCode } from '../domain/errors.ts'
import { printable } from '../text/printable.ts'

/** An error as one line of text. */
export const toErrorSentence = (error: unknown): string =>
  error instanceof DomainError
    ? `sanad: ${printable(error.message)}`
    : `sanad: unexpected error: ${printable(messageOf(error))}`

/** An error as one line of JSON: `{"error":{"code":"STORE_LOCKED","message":"…"}}`. */
export const toErrorJson = (error: unknown): string =>
  JSON.stringify({ error: { code: codeOf(error), message: messageOf(error) } })

export const codeOf = (error: unknown): ErrorCode => (error instanceof DomainError ? error.code : 'INTERNAL')
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
