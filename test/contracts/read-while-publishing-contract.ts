import { setTimeout as sleep } from 'node:timers/promises'
import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Claim } from '../../src/domain/claim.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { schema } from '../../src/graphql/schema.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine, Parameters } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { publicContext } from '../graphql/public-context.ts'
import { assertion, smallDataset } from './small-dataset.ts'

const LOAD = { author: 'test', set: 'test', now: new Date('2026-10-01T00:00:00Z') }
const CLAIMS = 20
const EDITED = 'claim-0001'
const WORDS = 'X collects posts, edit '
const READERS = 8
const EDITS = 8
/** The claim in four places, each with the number of the edit, and claims that no edit changes. */
const QUESTION = `{
  claim(slug: "${EDITED}") { wording { affirmed } assertions { slug quote { exact } } }
  entity(slug: "x") { claims(first: 20) { totalCount nodes { slug wording { affirmed } assertions { quote { exact } } } } }
  claims(filter: { dataCategory: "posts" }, first: 5) { nodes { slug wording { affirmed } assertions { quote { exact } } } }
}`

interface ReadClaim {
  readonly slug: string
  readonly wording: { readonly affirmed: string } | null
  readonly assertions: readonly { readonly quote: { readonly exact: string } | null }[]
}
interface Answer {
  readonly claim: ReadClaim
  readonly entity: { readonly claims: { readonly totalCount: number; readonly nodes: readonly ReadClaim[] } }
  readonly claims: { readonly nodes: readonly ReadClaim[] }
}

/** Claims without equal propositions. */
function distinctClaims(): Dataset {
  const small = smallDataset(CLAIMS)
  const claims = small.claims.map((one) => ({ ...one, item: { ...one.item, condition: { en: `if ${one.item.id}` } } }))
  return { ...small, claims }
}

/** Readers query while another process edits one claim, and each result is of one revision; `open` gives an empty engine. */
export function describeReadsWhilePublishing(name: string, open: () => Promise<Engine>): void {
  describe(`reads while a claim is edited on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    const read: { text: string; parameters: Parameters }[] = []
    beforeAll(async () => {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      await loadDataset(engine, distinctClaims(), LOAD)
      store = createGraphDatabase({
        ...engine,
        run: (text, parameters = {}) => {
          read.push({ text, parameters })
          return engine.run(text, parameters)
        },
        // The writer is another process for the reader.
        commits: () => 0,
      }).visibleTo(PUBLIC_VIEWER)
    })
    afterAll(() => engine.close())

    async function ask(): Promise<Answer> {
      const { data, errors } = await graphql({ schema, source: QUESTION, contextValue: publicContext(store) })
      if (errors) throw errors[0]
      return data as unknown as Answer
    }

    /** Numbers of the edits in a result: in the wording and the quotation of the claim, wherever it is named. */
    const editsIn = ({ claim, entity, claims }: Answer): readonly string[] => {
      const listed = [...entity.claims.nodes, ...claims.nodes].filter(({ slug }) => slug === EDITED)
      expect(listed).toHaveLength(2)
      return [claim, ...listed].flatMap((one) => [
        one.wording?.affirmed.replace(WORDS, '') ?? '',
        one.assertions.flatMap(({ quote }) => quote?.exact ?? []).join(),
      ])
    }

    it('responds from one revision, and reads only the edited claim again', async () => {
      const { writer } = toOpenStore(engine)
      const claim = distinctClaims().claims.find(({ item }) => item.id === EDITED)?.item ?? expect.fail('no claim')
      const quote = { prefix: null, suffix: null, start: null, end: null, language: 'en', versionId: null }
      let revision = await store.revisionAt(null)
      const edit = async (number: string): Promise<void> => {
        const edited: Claim = {
          ...claim,
          wording: { en: { affirmed: `${WORDS}${number}`, negated: `No ${WORDS}${number}` } },
        }
        const said = assertion(`states-${EDITED}`, EDITED, { quote: { ...quote, exact: number, translations: [] } })
        const put = { claims: [{ item: edited }], assertions: [{ item: said }] }
        const now = new Date()
        revision = await writer.append({ put }, { author: 'test', reason: 'edit', now, expectedRevision: revision })
      }
      await edit('0')
      await sleep(150)
      await ask()
      await ask()
      read.length = 0
      let isDone = false
      const answers: (readonly string[])[] = []
      const reader = async (): Promise<void> => {
        while (!isDone) {
          answers.push(editsIn(await ask()))
          await sleep(20)
        }
      }
      const readers = Array.from({ length: READERS }, reader)
      for (let number = 1; number <= EDITS; number += 1) {
        await edit(String(number))
        await sleep(100)
      }
      await sleep(250)
      isDone = true
      await Promise.all(readers)

      expect(answers.filter((edits) => new Set(edits).size !== 1)).toEqual([])
      expect(new Set(answers.map(([first]) => first))).toContain(String(EDITS))
      expect(editsIn(await ask())[0]).toBe(String(EDITS))
      const claimsRead = read.flatMap(({ parameters: { claims } }) => (Array.isArray(claims) ? claims : []))
      expect(new Set(claimsRead)).toEqual(new Set([EDITED]))
      expect(claimsRead.length).toBeLessThanOrEqual(EDITS)
    })
  })
}
