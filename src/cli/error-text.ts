import { DomainError, type ErrorCode } from '../domain/errors.ts'

/** What went wrong, for people. */
export const toErrorSentence = (error: unknown): string =>
  error instanceof DomainError ? `sanad: ${error.message}` : `sanad: something unexpected happened: ${messageOf(error)}`

/** The same for programs, in one line: `{"error":{"code":"STORE_LOCKED","message":"…"}}`. */
export const toErrorJson = (error: unknown): string =>
  JSON.stringify({ error: { code: codeOf(error), message: messageOf(error) } })

export const codeOf = (error: unknown): ErrorCode => (error instanceof DomainError ? error.code : 'INTERNAL')
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
