import { type RevisionNumber, toRevisionNumber } from '../../domain/revision-number.ts'

/** Changes of one revision, as its node in the graph has them; null if they are unknown. */
export interface ChangesOfRevision {
  readonly number: RevisionNumber
  /** Keys of things whose content differs from the revision before ('Claim:x', 'Renames'). */
  readonly changed: readonly string[] | null
  /** Keys of things whose content or lists may differ; includes `changed`. */
  readonly touched: readonly string[] | null
}

/**
 * The revisions in which things changed, since this process first read the newest revision.
 *
 * A version of a thing is a revision with the same content. A cache entry with the key (thing, version) therefore stays
 * valid after a publication that did not change the thing. An entry of a changed thing is never found again.
 */
export interface RevisionChanges {
  /** Version of the content of a thing ('Claim:x'), or of all things of a kind ('Claim:'), at a revision. */
  versionOf(thing: string, revision: RevisionNumber): RevisionNumber
  /** Version of the lists below a thing, such as its claims and their number. */
  listVersionOf(thing: string, revision: RevisionNumber): RevisionNumber
  /** Whether no known change precedes a version, so that this process can have cached no earlier version. */
  isFirst(version: RevisionNumber): boolean
  /** Keys of things that changed in revisions after `after`, up to `until`; null if they are unknown. */
  changedBetween(after: RevisionNumber, until: RevisionNumber): ReadonlySet<string> | null
  /** Newest revision whose changes are known; null before the first. */
  newest(): RevisionNumber | null
  /** Adds the changes of the revisions since `newest()`, in ascending order, up to the new newest revision. */
  advance(newest: RevisionNumber, revisions: readonly ChangesOfRevision[]): void
}

/**
 * Maximum number of remembered changes, about 10 MB. Past it, all are forgotten, as after an unknown change, and every thing
 * gets a new version.
 */
const MAX_CHANGES = 50_000

type RevisionsByKey = Map<string, RevisionNumber[]>

export function createRevisionChanges(): RevisionChanges {
  /** Version of things without a known change. */
  let floor = toRevisionNumber(0)
  let newest: RevisionNumber | null = null
  let count = 0
  let contents: RevisionsByKey = new Map()
  let lists: RevisionsByKey = new Map()

  function beginAt(revision: RevisionNumber): void {
    floor = revision
    newest = revision
    count = 0
    contents = new Map()
    lists = new Map()
  }

  function note(known: RevisionsByKey, keys: readonly string[], number: RevisionNumber): void {
    for (const key of new Set(keys.flatMap((one) => [one, ...kindOf(one)]))) {
      const before = known.get(key)
      if (before) before.push(number)
      else known.set(key, [number])
      count += 1
    }
  }

  const versionIn = (known: RevisionsByKey, key: string, revision: RevisionNumber): RevisionNumber => {
    if (newest === null || revision < floor || revision > newest) return revision
    return known.get(key)?.findLast((changed) => changed <= revision) ?? floor
  }

  return {
    versionOf: (thing, revision) => versionIn(contents, thing, revision),
    listVersionOf: (thing, revision) => versionIn(lists, thing, revision),
    isFirst: (version) => newest !== null && version <= floor,
    changedBetween(after, until) {
      if (newest === null || after < floor || until > newest) return null
      const isBetween = (number: RevisionNumber): boolean => number > after && number <= until
      return new Set(
        [...contents].flatMap(([key, numbers]) => (!key.endsWith(':') && numbers.some(isBetween) ? [key] : [])),
      )
    },
    newest: () => newest,
    advance(next, revisions) {
      const isUnknown = revisions.some(({ changed, touched }) => changed === null || touched === null)
      if (newest === null || next < newest || isUnknown || count > MAX_CHANGES) return beginAt(next)
      for (const { number, changed, touched } of revisions) {
        note(contents, changed ?? [], number)
        note(lists, touched ?? [], number)
      }
      newest = next
    },
  }
}

/** Version of a list that depends on several things. */
export const versionOfLists = (
  changes: RevisionChanges,
  keys: readonly string[],
  revision: RevisionNumber,
): RevisionNumber => toRevisionNumber(Math.max(0, ...keys.map((key) => changes.listVersionOf(key, revision))))

/** 'Claim:x' → 'Claim:'. None for 'Renames', which has no kind. */
const kindOf = (key: string): readonly string[] => (key.includes(':') ? [key.slice(0, key.indexOf(':') + 1)] : [])
