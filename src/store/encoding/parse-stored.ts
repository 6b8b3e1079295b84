import { VERDICTS } from '../../domain/assessment.ts'
import { RELATION_KINDS } from '../../domain/claim.ts'
import { CONCEPT_KINDS } from '../../domain/concept.ts'
import { ENTITY_KINDS } from '../../domain/entity.ts'
import { DomainError } from '../../domain/errors.ts'
import type { ItemTypes, ObjectList } from '../../domain/model-objects.ts'
import { PREDICATE_NAMES } from '../../domain/predicate.ts'
import { DERIVATIONS, SOURCE_KINDS } from '../../domain/source.ts'
import { CERTAINTIES, EVIDENTIALITIES, POLARITIES, STANCES } from '../../domain/stance.ts'
import { quoting } from '../../text/printable.ts'

/** Lists whose objects are stored as JSON. */
type ParsedList = Exclude<ObjectList, 'renames'>

/** Properties with a closed set of values, by list. */
const CLOSED: { readonly [L in ParsedList]: Readonly<Record<string, readonly string[]>> } = {
  entities: { kind: ENTITY_KINDS },
  concepts: { kind: CONCEPT_KINDS },
  sources: { kind: SOURCE_KINDS, derivation: DERIVATIONS },
  claims: { predicate: PREDICATE_NAMES },
  assertions: {
    stance: STANCES,
    polarity: POLARITIES,
    certainty: CERTAINTIES,
    evidentiality: EVIDENTIALITIES,
  },
  relations: { kind: RELATION_KINDS },
  assessments: { verdict: VERDICTS },
  stories: {},
}

/** Parses the JSON of an object that this store wrote. @throws DomainError STORE_DAMAGED for an unknown value of a closed set */
export function parseStored<L extends ParsedList>(list: L, json: unknown): ItemTypes[L] {
  const item: ItemTypes[L] & Readonly<Record<string, unknown>> = JSON.parse(String(json))
  for (const [property, known] of Object.entries(CLOSED[list])) storedValue(property, item[property], known)
  return item
}

/** Returns a value of a closed set. @throws DomainError STORE_DAMAGED for any other value */
export function storedValue<const T extends string>(property: string, value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value)
  if (found !== undefined) return found
  throw new DomainError(
    'STORE_DAMAGED',
    quoting`The database has an unknown ${property}, “${String(value)}”: use the version of Sanad that wrote it, or import a dump into a new database.`,
  )
}

/** Whether a state is a draft. @throws DomainError STORE_DAMAGED for an unknown visibility */
export const isDraftState = (visibility: unknown): boolean =>
  visibility != null && storedValue('visibility', visibility, ['DRAFT']) === 'DRAFT'
