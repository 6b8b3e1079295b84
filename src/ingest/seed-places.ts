import type { ObjectList } from '../domain/model-objects.ts'
import type { ObjectPath, RuleProblem } from '../domain/rules/rule-problem.ts'
import { formerSlugsIn } from './former-slugs.ts'
import type { FoundProblem, ParsedFile, Path } from './seed-problem.ts'
import type { SeedFile } from './seed-schema.ts'

interface SeedPlace {
  readonly file: ParsedFile
  readonly path: Path
}

/** Maps domain objects, in the order of to-domain-objects.ts, to their places in the seeds. */
export interface SeedPlaces {
  placeOf(path: ObjectPath): SeedPlace
  readonly toFoundProblem: (problem: RuleProblem) => FoundProblem
}

export function seedPlaces(files: readonly ParsedFile[]): SeedPlaces {
  const lists = new Map<ObjectList, readonly SeedPlace[]>()
  const placesOf = (list: ObjectList): readonly SeedPlace[] => {
    const known = lists.get(list) ?? PLACES[list].flatMap((pathsIn) => files.flatMap((file) => inFile(file, pathsIn)))
    lists.set(list, known)
    return known
  }
  const placeOf = ([list, index, ...rest]: ObjectPath): SeedPlace => {
    const place = placesOf(list)[index]
    if (!place) throw new RangeError(`No seed has ${list}[${index}].`)
    // A former slug is a list item without keys of its own.
    return list === 'renames' ? place : { file: place.file, path: [...place.path, ...toSeedKeys(rest, place)] }
  }
  return {
    placeOf,
    toFoundProblem({ code, path, message }) {
      const place = placeOf(path)
      if (typeof message === 'string') return { code, ...place, message }
      const other = placeOf(message.other)
      const messageAt = (position: string): string => message.messageAt({ document: other.file.file, position })
      return { code, ...place, message: { place: other, messageAt } }
    },
  }
}

type PathsIn = (content: SeedFile) => readonly Path[]
const inFile = (file: ParsedFile, pathsIn: PathsIn): readonly SeedPlace[] =>
  pathsIn(file.content).map((path) => ({ file, path }))

const itemsOf =
  (key: keyof SeedFile): PathsIn =>
  ({ [key]: items }) =>
    Array.isArray(items) ? items.map((_, i) => [key, i]) : []

/** Paths of the objects of each list in a seed, in order. */
const PLACES: Readonly<Record<ObjectList, readonly PathsIn[]>> = {
  entities: [itemsOf('entities')],
  concepts: [itemsOf('dataCategories'), itemsOf('uses')],
  sources: [itemsOf('sources')],
  claims: [itemsOf('claims')],
  assertions: [
    ({ claims = [] }) =>
      claims.flatMap(({ assertions }, i) => assertions.map((_, j) => ['claims', i, 'assertions', j])),
  ],
  relations: [itemsOf('relations')],
  assessments: [itemsOf('assessments')],
  stories: [({ story }) => (story ? [['story']] : [])],
  renames: [(content) => formerSlugsIn(content).map(({ path }) => path)],
}

/** Seed keys of fields of domain objects with another name. */
const SEED_KEYS: Readonly<Record<string, string>> = {
  claimId: 'claim',
  claimIds: 'claims',
  pictureIds: 'picture',
  claimantId: 'claimant',
  entityId: 'entity',
  fromAssertionId: 'fromAssertion',
  fromClaimId: 'from',
  leadSourceId: 'leadSource',
  sourceId: 'source',
  toAssertionId: 'toAssertion',
  toClaimId: 'to',
  versionId: 'version',
}

function toSeedKeys(rest: Path, { file, path }: SeedPlace): Path {
  const last = rest.length - 1
  // The { kind, id } of a subject, object or intermediary is { entity: id } in a seed, or the id alone for most subjects.
  if (rest[last] === 'id' && last > 0) {
    const before = rest.slice(0, last)
    const written = valueIn(file.content, [...path, ...before])
    if (typeof written === 'string') return before
    if (isObject(written) && !('id' in written)) return [...before, ...Object.keys(written).slice(0, 1)]
  }
  // A document of derivedFrom is its id alone, unless it has a provenance.
  if (rest[last] === 'sourceId' && typeof valueIn(file.content, [...path, ...rest.slice(0, last)]) === 'string')
    return rest.slice(0, last)
  return rest.map((key) => SEED_KEYS[key] ?? key)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const valueIn = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>((around, key) => (isObject(around) ? Reflect.get(around, key) : undefined), content)
