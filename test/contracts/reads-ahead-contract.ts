import { expect, it } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import type { RevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { CLAIM_PARENTS, type ClaimParent } from '../../src/domain/store/claim-parent.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { claimStatesWithNamed } from '../../src/store/queries/claim-states.ts'
import * as queries from '../../src/store/queries/claims.ts'
import { readNewestRevision } from '../../src/store/queries/store-state.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'

const PAGE = { limit: 2, backwards: false, cursor: null }
const X = toSlug('x')
const CLAIMS = ['claim-0000', 'claim-0001'].map(toSlug)
const OF: Readonly<Record<ClaimParent, string>> = {
  Story: 'story',
  Subject: 'x',
  About: 'x',
  Claimant: 'x',
  Source: 'policy',
  DataCategory: 'posts',
  Use: 'advertising',
}

type Read = (store: GraphStore, revision: RevisionNumber) => Promise<unknown>
const READS: readonly [string, string, Read][] = [
  ['claims', claimStatesWithNamed.text, (store, at) => store.claims(CLAIMS, at)],
  [
    'a list and its length',
    queries.claimPagesWithStates.subject?.text ?? '',
    async (store, at) => [
      await store.claimPage({ subject: X }, 'LAST_ASSERTED', PAGE, at),
      await store.countClaims({ subject: X }, at),
    ],
  ],
  [
    'an empty list and its length',
    queries.claimPagesWithStates.data?.text ?? '',
    async (store, at) => [
      await store.claimPage({ data: [toSlug('nothing')] }, 'SLUG', PAGE, at),
      await store.countClaims({ data: [toSlug('nothing')] }, at),
    ],
  ],
  ...CLAIM_PARENTS.map((parent): [string, string, Read] => [
    `claims of a ${parent}`,
    queries.claimsOfWithStates[parent].text,
    (store, at) => store.claimPagesOf(parent, [toSlug(OF[parent]), toSlug('nothing')], PAGE, at),
  ]),
]

/** Reads of a process that has cached little, by one statement. `opened` returns the engine with a small data set. */
export function tellReadsAhead(opened: () => Engine): void {
  /** A new store, and the statements that it runs, without that for the newest revision. */
  async function open(readsAhead: boolean) {
    const ran: string[] = []
    const engine = opened()
    const run: Engine['run'] = (text, parameters) => {
      if (text !== readNewestRevision.text) ran.push(text)
      return engine.run(text, parameters)
    }
    const store = createGraphDatabase({ ...engine, run, readsAhead }).visibleTo(PUBLIC_VIEWER)
    return { ran, store, revision: await store.revisionAt(null) }
  }

  it.each(READS)('reads %s with all states by one statement, with the same content', async (_, text, read) => {
    const [ahead, plain] = [await open(true), await open(false)]
    expect(await read(ahead.store, ahead.revision)).toEqual(await read(plain.store, plain.revision))
    expect(ahead.ran).toEqual([text])
    expect(await read(ahead.store, ahead.revision)).toEqual(await read(plain.store, plain.revision))
    expect(ahead.ran).toHaveLength(1)
  })

  it('reads the ids of a list alone while most claims are cached', async () => {
    const { ran, store, revision } = await open(true)
    const page = { ...PAGE, limit: 100 }
    const [first] = await store.claimPagesOf('Subject', [X], page, revision)
    for (let time = 0; time < 10; time += 1) await store.claimPagesOf('Subject', [X], page, revision)
    ran.length = 0
    const { items } = await store.claimPage({ subject: X }, 'SLUG', page, revision)
    expect(ran).toEqual([queries.claimPagesForwards.subject.text])
    expect(items.map((claim) => first?.items.includes(claim))).toEqual(items.map(() => true))
  })
}
