import { execute, parse } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_VIEWER } from '../../../src/domain/viewer.ts'
import { schema } from '../../../src/graphql/schema.ts'
import { openEmbedded } from '../../../src/store/engines/embedded.ts'
import { createGraphDatabase } from '../../../src/store/read/graph-database.ts'
import { publicContext } from '../../graphql/public-context.ts'
import { fillStore, prepareStore } from '../fill-store.ts'
import { multiplyStory } from '../multiply-story.ts'
import { readStory } from '../read-story.ts'
import { createMapsSource } from './maps-source.ts'
import { type NaturalClaim, type NaturalData, readNaturalData, readSearchTexts } from './natural-data.ts'
import { QUESTION, QUESTIONS, type QuestionName } from './questions.ts'
import { bodyOf, contentOf, createHits, type Hits } from './response-content.ts'
import { createPeerYoga } from './shape.ts'
import { MIN_SETS, shuffle, type Variables } from './variable-sets.ts'

const CLAIMS = 1000
const COMPARED = 12

type Ask = (question: QuestionName, set: Variables) => Promise<string>

describe('questions for peers', () => {
  let data: NaturalData
  let hits: Hits
  let sanad: Ask
  beforeAll(async () => {
    const engine = await openEmbedded({ path: null, readTimeoutMs: 60_000 })
    await prepareStore(engine)
    await fillStore(engine, multiplyStory(await readStory(), CLAIMS))
    const store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
    data = await readNaturalData(store, await readSearchTexts(engine))
    hits = createHits(data)
    sanad = async (question, set) => {
      const document = parse(QUESTION[question].text)
      return JSON.stringify(
        await execute({ schema, document, contextValue: publicContext(store), variableValues: set }),
      )
    }
    return () => engine.close()
  }, 120_000)

  const compared = (question: QuestionName): readonly Variables[] =>
    shuffle(QUESTION[question].sets(data), JSON.stringify).slice(0, COMPARED)

  it.each(QUESTIONS)('%s has enough sets of variables, each once', (question) => {
    const sets = QUESTION[question].sets(data).map((set) => JSON.stringify(set))
    expect(sets.length).toBeGreaterThanOrEqual(MIN_SETS)
    expect(new Set(sets).size).toBe(sets.length)
  })

  it.each(QUESTIONS)('%s has the same content from Sanad and from Maps', async (question) => {
    const maps = askYoga(data)
    for (const set of compared(question)) {
      const ours = contentOf(question, 'sanad', await sanad(question, set), set, hits)
      const theirs = contentOf(question, 'sanad', await maps(question, set), set, hits)
      expect(theirs, JSON.stringify(set)).toEqual(ours)
      expect(JSON.stringify(ours).length).toBeGreaterThan(20)
    }
  })

  it.each(QUESTIONS)('%s has other content after one claim of a response changed', async (question) => {
    const [set = {}] = QUESTION[question].sets(data)
    const ours = await sanad(question, set)
    const maps = askYoga(plantDifference(data, question, ours, String(set['text'])))
    const theirs = await maps(question, set)
    expect(contentOf(question, 'sanad', theirs, set, hits)).not.toEqual(contentOf(question, 'sanad', ours, set, hits))
  })

  it('a response with errors has no content', () => {
    const body = '{"errors":[{"message":"no"}],"data":null}'
    expect(() => contentOf('card', 'crud', body, {}, hits)).toThrow('errors in the response')
  })
})

/** Changes one claim that a response has; for a search with many hits, makes one claim a hit that is none. */
function plantDifference(data: NaturalData, question: QuestionName, response: string, text: string): NaturalData {
  const isChosen = ({ slug, searchWords }: NaturalClaim): boolean =>
    question === 'search'
      ? !searchWords.some((word) => word.startsWith(text))
      : response.includes(`"slug":"${slug}"`) || response.includes(`"id":"Claim:${slug}"`)
  const chosen = data.claims.find(isChosen)
  expect(chosen).toBeDefined()
  const change = (claim: NaturalClaim): NaturalClaim => ({
    ...claim,
    sentence: `${claim.sentence} Not so.`,
    label: `${claim.label} Not so.`,
    searchWords: question === 'search' ? [text] : [],
    assertions: claim.assertions.slice(1),
  })
  return { ...data, claims: data.claims.map((claim) => (claim === chosen ? change(claim) : claim)) }
}

function askYoga(data: NaturalData): Ask {
  const yoga = createPeerYoga(createMapsSource(data))
  return async (question, set) => {
    const body = bodyOf(question, 'sanad', set)
    const headers = { 'Content-Type': 'application/json' }
    return (await yoga.fetch('http://localhost/graphql', { method: 'POST', headers, body })).text()
  }
}
