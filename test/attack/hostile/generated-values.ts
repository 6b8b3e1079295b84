import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql'
import type { Random } from './random.ts'
import { list } from './request.ts'
import { HOSTILE_CURSORS, HOSTILE_DATES, HOSTILE_TEXTS, HOSTILE_VALUES } from './values.ts'

/** Slugs of the stories, so that some queries find data. */
export const SLUGS: readonly string[] = [
  'x',
  'xai',
  'linkedin',
  'elon-musk',
  'twitter',
  'x-sells-user-data',
  'x-collects-dm-contents',
  'x-privacy-2023',
  'dm-contents',
  'x-privacy-policy',
  'article',
]
const KINDS = ['Entity', 'Claim', 'Source', 'Story', 'DataCategory', 'Use', 'Nothing'] as const
const SIZES = [1, 2, 5, 20, 60, 100]
const NUMBERS = [0, 1, 2, 5, 20, 60, 100, 101, -1, 2 ** 31 - 1, 2 ** 31, 0.5, 1e308]
const DAYS = ['2023', '2023-08', '2023-08-31', '2026-09-01T00:00:00Z']
const LENGTHS = [0, 1, 2, 3, 10, 100, 101, 1000, 5000]
/** Twice the limit of a body. A list of the longest texts would not fit into memory. */
const MAX_LIST_CHARACTERS = 512 * 1024
const TEXTS = Object.values(HOSTILE_TEXTS).filter((text) => text.length < 30_000)
const VALUES = Object.values(HOSTILE_VALUES)

/**
 * A value for an argument: of its type, though often hostile.
 *
 * @param isWild whether it may be of any other type too, so that the query is rejected before execution
 */
export function anyValue(type: GraphQLInputType, random: Random, isWild: boolean, levels = 3): unknown {
  if (isWild && random.chance(0.1)) return random.pick(VALUES)
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    const first = anyValue(nullable.ofType, random, isWild, levels)
    const max = Math.ceil(MAX_LIST_CHARACTERS / (JSON.stringify(first) ?? '').length)
    const length = Math.min(max, random.chance(0.9) ? random.below(4) : random.pick(LENGTHS))
    const isSame = length > 100 || random.chance(0.2)
    return list(length, () => (isSame ? first : anyValue(nullable.ofType, random, isWild, levels)))
  }
  const named = getNamedType(nullable)
  if (isInputObjectType(named)) return anyObject(named, random, isWild, levels)
  if (isEnumType(named)) return isWild && random.chance(0.2) ? random.pick(TEXTS) : random.pick(named.getValues()).name
  return anyScalar(named.name, random, isWild)
}

function anyObject(type: GraphQLInputObjectType, random: Random, isWild: boolean, levels: number): unknown {
  if (levels === 0) return {}
  const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || random.chance(0.15))
  const given = fields.map((field) => [field.name, anyValue(field.type, random, isWild, levels - 1)] as const)
  const strange = isWild && random.chance(0.2) ? list(random.pick(LENGTHS), (i) => [`strange${i}`, i] as const) : []
  return Object.fromEntries([...given, ...strange])
}

function anyScalar(name: string, random: Random, isWild: boolean): unknown {
  if (isWild && random.chance(0.2)) return random.pick(TEXTS)
  if (name === 'Int' || name === 'Float') return random.pick(isWild ? NUMBERS : SIZES)
  if (name === 'Boolean') return random.chance(0.5)
  if (name === 'Date' || name === 'DateTime') return random.chance(0.9) ? random.pick(DAYS) : random.pick(HOSTILE_DATES)
  if (name === 'ID') return `${random.pick(KINDS)}:${random.chance(0.9) ? random.pick(SLUGS) : random.pick(TEXTS)}`
  if (random.chance(0.85)) return random.pick(SLUGS)
  return random.chance(0.7) ? random.pick(TEXTS) : random.pick(HOSTILE_CURSORS)
}
