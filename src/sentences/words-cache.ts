import type { ClaimRecord } from '../domain/claim-record.ts'
import type { Messages } from '../messages/en.ts'
import type { Names } from './names.ts'

export type WordsCache<T> = (claimRecord: ClaimRecord, names: Names, messages: Messages, make: () => T) => T

/**
 * Creates a cache of words about claims by the identity of `names` and of the claim record, one entry for each language
 * that Sanad has. Entries are collected together with their names.
 */
export function createWordsCache<T>(): WordsCache<T> {
  const known = new WeakMap<Names, WeakMap<ClaimRecord, Map<string, T>>>()
  return (claimRecord, names, { tag }, make) => {
    const records = known.get(names) ?? new WeakMap<ClaimRecord, Map<string, T>>()
    const words = records.get(claimRecord) ?? new Map<string, T>()
    known.set(names, records.set(claimRecord, words))
    const made = words.get(tag) ?? make()
    words.set(tag, made)
    return made
  }
}
