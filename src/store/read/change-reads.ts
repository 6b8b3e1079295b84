import type { Cache } from '../../cache/create-cache.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Renames } from '../../domain/renames.ts'
import { type RevisionNumber, toRevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import type { Stance } from '../../domain/stance.ts'
import type { ChangeReads, ListedThing } from '../../domain/store/change-reads.ts'
import type { RemovedClaim } from '../../domain/store/removed-claim.ts'
import { beginningOf, readThingKey, thingKey } from '../encoding/thing-key.ts'
import type { Row } from '../engines/engine.ts'
import { correctedClaims, endedClaims, latestChangesOfAll, listedThings } from '../queries/changed-things.ts'
import { latestParts, latestStates } from '../queries/claims.ts'
import { accessPathOf, filterParameters } from './claim-filter.ts'
import { createReadCache } from './read-cache.ts'
import { type RevisionChanges, versionOfLists } from './revision-changes.ts'
import type { RunStatement } from './run-statement.ts'
import type { StateCache } from './state-cache.ts'

export interface ChangeReadsOptions {
  readonly run: RunStatement
  readonly cache: Cache
  readonly changes: RevisionChanges
  readonly states: Pick<StateCache, 'claims'>
  readonly renames: (revision: RevisionNumber) => Promise<Renames>
}

const RETRACTS: Stance = 'RETRACTS'

/** Lists of changes and corrections, cached by version. The claims come from the state cache. */
export function createChangeReads({ run, cache, changes, states, renames }: ChangeReadsOptions): ChangeReads {
  const lists = createReadCache<readonly ListedThing[]>(cache, 'changed-claims')
  const removals = createReadCache<readonly RemovedClaim[]>(cache, 'last-removed-claims')

  const readClaims = async (ids: readonly Slug[], revision: RevisionNumber): Promise<readonly ClaimDetails[]> =>
    (await states.claims(ids, revision)).flatMap((claim) => claim ?? [])

  return {
    lastChangedClaims: async (filter, limit, revision) => {
      const { name, id, keys } = accessPathOf(filter)
      const parameters = { ...filterParameters(filter, id), limit }
      const statements =
        Object.keys(filter).length === 0 ? [latestChangesOfAll] : [latestStates[name], latestParts[name]]
      const key = { name, parameters, version: versionOfLists(changes, keys, revision) }
      return lists.once(key, async () => {
        const rows = await Promise.all(statements.map((statement) => run(statement, { ...parameters, revision })))
        return newestFirst(rows.flat(), limit)
      })
    },
    lastCorrectedClaims: async (limit, revision) => {
      const parameters = { stance: RETRACTS, limit }
      const version = versionOfLists(changes, [beginningOf('Claim')], revision)
      const key = { name: correctedClaims.name, parameters, version }
      const listed = await lists.once(key, async () =>
        newestFirst(await run(correctedClaims, { ...parameters, revision }), limit),
      )
      return readClaims(
        listed.map(({ id }) => id),
        revision,
      )
    },
    lastRemovedClaims: (limit, revision) =>
      removals.once({ parameters: { limit }, version: revision }, async () => {
        const renamed = (await renames(revision)).formerSlugs('Claim')
        const rows = await run(endedClaims, { renamed, limit, revision })
        return rows.map((row) => ({
          id: toSlug(String(row.id)),
          removedIn: toRevisionNumber(Number(row.removedIn)),
        }))
      }),
    listedThings: async (kind, { after, skip, limit }, revision) => {
      const from = after === null ? null : thingKey({ kind, id: after })
      const rows = await run(listedThings[kind], { kind, after: from, skip, limit, revision })
      return rows
        .flatMap(({ thing, changedIn }) => {
          const id = readThingKey(String(thing))?.id
          return id === undefined ? [] : [{ id, changedIn: toRevisionNumber(Number(changedIn)) }]
        })
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    },
  }
}

/** Claims, each once, by descending revision of its last change. */
function newestFirst(rows: readonly Row[], limit: number): readonly ListedThing[] {
  const newest = new Map<string, number>()
  for (const { id, changedIn } of rows) {
    newest.set(String(id), Math.max(newest.get(String(id)) ?? 0, Number(changedIn)))
  }
  return [...newest]
    .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([id, changedIn]) => ({ id: toSlug(id), changedIn: toRevisionNumber(changedIn) }))
}
