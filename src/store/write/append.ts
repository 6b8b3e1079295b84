import { canonicalObject } from '../../domain/canonical-objects.ts'
import type { Changes, Put, PutLists } from '../../domain/changes.ts'
import { DomainError } from '../../domain/errors.ts'
import { OBJECT_LISTS, type ObjectList } from '../../domain/model-objects.ts'
import { objectKeyText } from '../../domain/object-key.ts'
import { renamesFrom } from '../../domain/renames.ts'
import { type RevisionNumber, toRevisionNumber } from '../../domain/revision-number.ts'
import { lengthProblem } from '../../domain/rules/forms.ts'
import type { AppendOptions } from '../../domain/store-writer.ts'
import { canonicalText } from '../../text/canonical-text.ts'
import { blankProblem, characterProblem } from '../../text/text-problem.ts'
import type { Engine } from '../engines/engine.ts'
import { checkChangedDatabase, refuseMalformedPuts } from './check-changes.ts'
import { createObjectTable, type ObjectTable, objectsOf } from './object-table.ts'
import { planChanges } from './plan-changes.ts'
import { type ChangePlan, publishChanges } from './publish-changes.ts'
import { APPENDED, refuseChangedPropositions, refuseSlugsOfOthers } from './refuse-changes.ts'
import { readStoredStates, type StoredStates } from './stored-states.ts'
import { readSurroundings, type WantedChanges } from './surroundings.ts'

/** Implements `StoreWriter.append` on an engine. */
export async function append(engine: Engine, changes: Changes, options: AppendOptions): Promise<RevisionNumber> {
  const [author, reason] = [canonicalText(options.author), canonicalText(options.reason)]
  refuseUnreadable({ author, reason })
  const put = withAllLists(changes.put ?? {})
  refuseMalformedPuts(put)
  const table = toTable(put)
  const isPut = (key: string): boolean => table.has(key)
  const end = new Set((changes.end ?? []).map(objectKeyText).filter((key) => !isPut(key)))
  const wanted = { put: table, end, known: null }
  const plan = (published: number): Promise<ChangePlan> =>
    planAppend(engine, wanted, published, { ...options, author, reason })
  return toRevisionNumber((await publishChanges(engine, plan)).revision)
}

async function planAppend(
  engine: Engine,
  wanted: WantedChanges,
  published: number,
  { author, reason, expectedRevision, now }: AppendOptions,
): Promise<ChangePlan> {
  if (published !== expectedRevision) {
    const text = `The change was made to revision ${expectedRevision}, but the newest is ${published}: read revision ${published}, and append to it. Nothing was written.`
    throw new DomainError('CONFLICT', text)
  }
  const stored = readStoredStates(engine)
  const surroundings = await readSurroundings(stored, wanted)
  refuseUnknownEnds(wanted, stored)
  await checkChangedDatabase(stored, wanted, surroundings, now)
  await refuseOtherMeanings(engine, wanted, stored, published)
  const revision = { number: published + 1, recordedAt: now.toISOString(), author, reason }
  const planned = await planChanges(engine, stored, wanted, surroundings, { revision, set: APPENDED })
  return { ...planned, loadedSet: null }
}

/** Refuses a slug that belonged to another thing, and another proposition under the slug of a claim. */
async function refuseOtherMeanings(
  engine: Engine,
  { put }: WantedChanges,
  stored: StoredStates,
  published: number,
): Promise<void> {
  const objects = objectsOf(put)
  const written = objects.renames.map(({ item }) => item)
  const renames = renamesFrom([...stored.table.of('renames').values(), ...objects.renames].map(({ item }) => item))
  const added = OBJECT_LISTS.flatMap((list) => [...put.of(list).keys()]).filter((key) => !stored.states.has(key))
  await refuseSlugsOfOthers(engine, added, written, renames, published, 'BAD_INPUT')
  const claims = objects.claims.map(({ item }) => item)
  await refuseChangedPropositions(engine, claims, renames, 'BAD_INPUT')
}

function refuseUnknownEnds({ end }: WantedChanges, { states }: StoredStates): void {
  const unknown = [...end].filter((key) => !states.has(key))
  if (unknown.length === 0) return
  throw new DomainError(
    'NOT_FOUND',
    `The changes end ${unknown.join(', ')}, which the database does not have: leave it out. Nothing was written.`,
  )
}

/** Refuses an author or a reason that cannot be shown to readers. @throws DomainError BAD_INPUT */
function refuseUnreadable(texts: Readonly<Record<string, string>>): void {
  for (const [argument, text] of Object.entries(texts)) {
    const problem = lengthProblem(text) ?? characterProblem(text) ?? blankProblem(text)
    if (problem === null) continue
    throw new DomainError('BAD_INPUT', `${argument} ${problem}. Nothing was written.`, { argument })
  }
}

const withAllLists = (put: Partial<PutLists>): PutLists => ({
  entities: canonicalPuts(put.entities),
  concepts: canonicalPuts(put.concepts),
  sources: canonicalPuts(put.sources),
  claims: canonicalPuts(put.claims),
  assertions: canonicalPuts(put.assertions),
  relations: canonicalPuts(put.relations),
  assessments: canonicalPuts(put.assessments),
  stories: canonicalPuts(put.stories),
  renames: canonicalPuts(put.renames),
})

const canonicalPuts = <T extends object>(puts: readonly Put<T>[] | undefined): readonly Put<T>[] =>
  (puts ?? []).map((put) => ({ ...put, item: canonicalObject(put.item) }))

function toTable(put: PutLists): ObjectTable {
  const table = createObjectTable()
  const addList = <L extends ObjectList>(list: L): void => {
    for (const { item, visibility } of put[list])
      table.add(list, { item, recordedAt: '', isDraft: visibility === 'DRAFT' && list !== 'renames' })
  }
  OBJECT_LISTS.forEach((list) => {
    addList(list)
  })
  return table
}
