import { DomainError } from '../domain/errors.ts'
import { searchFor } from '../domain/search-for.ts'
import { MAX_FOUND } from '../domain/store/search-candidate.ts'
import { TOO_MANY_MARKS } from '../text/canonical-text.ts'
import { foldText } from '../text/fold.ts'
import type { NameLookup } from './name-lookup.ts'
import { toWantedName } from './name-score.ts'
import { nameOfProperty, PROPERTIES, type Property } from './properties.ts'
import { readThings, type ThingInWords } from './read-things.ts'
import type { Reader } from './reader.ts'
import { idOfThing, MATCHED_KINDS, nameOfType, THING_TYPES, type ThingKey, type ThingType } from './thing-types.ts'
import { thingsIdentifiedBy } from './things-identified-by.ts'

/** Maximum number of suggestions of one response. */
export const SUGGESTIONS = 20
/** Maximum length of a prefix, in UTF-16 units. */
export const MAX_PREFIX = 200

/**
 * Returns things with the words of a prefix in their names or texts, else things with similar names. A thing that an id or an
 * identifier names comes first.
 * @param skipped number of suggestions that the client has
 */
export async function suggestThings(
  prefix: string,
  skipped: number,
  names: () => Promise<NameLookup>,
  reader: Reader,
): Promise<readonly ThingInWords[]> {
  const { store, revision, messages } = reader
  if (prefix.trim() === '') return []
  const identified = await thingsIdentifiedBy(prefix, reader)
  const limit = Math.min(MAX_FOUND, skipped + SUGGESTIONS)
  const found = await searchFor(prefix, (terms) =>
    store.search({ terms, language: messages.tag, kinds: [...MATCHED_KINDS], limit }, revision),
  )
  const searched = found.things.flatMap(({ kind, id }): readonly ThingKey[] => (kind === 'Story' ? [] : [{ kind, id }]))
  const keys = [...identified, ...searched]
  const near = keys.length === 0 ? (await names()).find(toWantedName(prefix).spellings, null, SUGGESTIONS) : []
  const ids = [...new Set([...keys, ...near].map(idOfThing))].slice(skipped, skipped + SUGGESTIONS)
  const wanted = [...keys, ...near].filter((key) => ids.includes(idOfThing(key)))
  const things = await readThings(wanted, reader)
  return ids.flatMap((id) => things.get(id) ?? [])
}

/** Returns the types whose id or name begins with a prefix; all of them for an empty one. */
export const suggestTypes = (prefix: string, { messages }: Pick<Reader, 'messages'>): readonly ThingType[] =>
  THING_TYPES.filter((type) => begins(prefix, [type, nameOfType(type, messages)]))

/** Returns the properties whose id, or a word of whose name, begins with a prefix; all of them for an empty one. */
export const suggestProperties = (prefix: string, { messages }: Pick<Reader, 'messages'>): readonly Property[] =>
  PROPERTIES.filter((property) => begins(prefix, [property.id, nameOfProperty(property, messages)]))

function begins(prefix: string, texts: readonly string[]): boolean {
  const wanted = foldText(prefix)
  return texts.some((text) => {
    const folded = foldText(text)
    return folded.startsWith(wanted) || folded.split(/[\s:.-]+/u).some((word) => word.startsWith(wanted))
  })
}

/** Refuses a prefix that is too long, or has too many combining marks. @throws DomainError BAD_INPUT */
export function checkPrefix(prefix: string): void {
  const isLong = prefix.length > MAX_PREFIX
  if (!isLong && !TOO_MANY_MARKS.test(prefix)) return
  const message = isLong
    ? `The prefix has ${prefix.length} characters; send at most ${MAX_PREFIX}.`
    : 'The prefix has more than 30 marks on one letter: leave some out.'
  throw new DomainError('BAD_INPUT', message, { argument: 'prefix' })
}
