import type { Dataset } from '../../src/domain/dataset.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { fillStore, prepareStore } from './fill-store.ts'
import { multiplyStory } from './multiply-story.ts'
import { openEngine } from './open-engine.ts'
import { type NaturalData, readNaturalData, readSearchTexts } from './peers/natural-data.ts'
import { QUESTION, QUESTIONS } from './peers/questions.ts'
import { bodyOf } from './peers/response-content.ts'
import { MIN_SETS, shuffle } from './peers/variable-sets.ts'

/** Bodies of requests for one question, each with other variables. */
export interface QuestionRequests {
  readonly name: string
  readonly bodies: readonly string[]
}

const MAX_CLAIMS = 1000

/** The golden queries, which have one body each. */
export const goldenRequests: readonly QuestionRequests[] = EXAMPLES.map(({ name, text }) => ({
  name,
  bodies: [JSON.stringify({ query: text })],
}))

/**
 * The seven questions for peers, with 200 sets of variables each, or as many as there are. The sets name things of the
 * smallest size, and of 1,000 claims at most, which every larger database has, so that sizes get the same requests.
 */
export async function readSevenQuestions(story: Dataset, smallest: number): Promise<readonly QuestionRequests[]> {
  const data = await readNaturalCopy(story, Math.min(smallest, MAX_CLAIMS))
  return QUESTIONS.map((name) => {
    const sets = shuffle(QUESTION[name].sets(data), JSON.stringify).slice(0, MIN_SETS)
    return { name, bodies: sets.map((set) => bodyOf(name, 'sanad', set)) }
  })
}

/** The content of a multiplied story as a natural graph, through an embedded database in memory. */
export async function readNaturalCopy(story: Dataset, claims: number): Promise<NaturalData> {
  const { engine, close } = await openEngine('embedded', null)
  try {
    await prepareStore(engine)
    await fillStore(engine, multiplyStory(story, claims))
    const store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
    return await readNaturalData(store, await readSearchTexts(engine))
  } finally {
    await close()
  }
}
