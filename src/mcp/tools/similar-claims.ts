import { z } from 'zod'
import { COMMON_ARGUMENTS, limit, text } from '../arguments.ts'
import { cardText } from '../card-text.ts'
import { CARD, toCard } from '../claim-card.ts'
import { CARD_FRAGMENT, type ClaimData, REVISION, type RevisionData } from '../claim-data.ts'
import { listText } from '../list-text.ts'
import { STATE, toState } from '../result-state.ts'
import type { QueryDocument } from '../run-query.ts'
import { createTool } from '../tool.ts'

interface SimilarData extends RevisionData {
  readonly similarClaims: {
    readonly claims: readonly {
      readonly claim: ClaimData | null
      readonly score: number
      readonly words: readonly string[]
    }[]
    readonly complete: boolean
  }
}

const SIMILAR: QueryDocument<SimilarData> = {
  text: `query SimilarClaims($text: String!, $limit: Int!, $language: String!, $asOf: DateTime) {
  ${REVISION}
  similarClaims(text: $text, limit: $limit, asOf: $asOf) { claims { score words claim { ...Card } } complete }
}
${CARD_FRAGMENT}`,
}

export const similarClaims = createTool({
  name: 'similar_claims',
  title: 'Similar claims',
  description:
    'Finds published claims with the most words in common with a sentence or a paragraph, to see whether somebody has claimed it before. A claim need not have all words. Similar words are no agreement: the claim may say the opposite, so read its headline.',
  input: z.strictObject({
    text: text.describe('Sentence to compare, in any language that the claims have.'),
    limit: limit(50, 5).describe('Number of claims at most.'),
    ...COMMON_ARGUMENTS,
  }),
  output: z.strictObject({
    state: STATE,
    complete: z.boolean().describe('False if more claims have the words than were compared.'),
    results: z.array(
      z.strictObject({
        score: z.number().describe('Weight of the common words, 0 to 1. It says nothing about truth.'),
        words: z.array(z.string()).describe('Words in common.'),
        claim: CARD,
      }),
    ),
  }),
  run: async ({ given, words, asOf, read, permalinks }) => {
    const { data } = await read(SIMILAR, { text: given.text, limit: given.limit })
    const links = permalinks(data)
    const { claims, complete } = data.similarClaims
    const results = claims.flatMap(({ claim, score, words: common }) =>
      claim === null ? [] : [{ score, words: [...common], claim: toCard(claim, links) }],
    )
    const state = toState(data, asOf)
    const items = results.map(
      (one) => `${cardText(one.claim, words)}\n  ${words.similarity(one.score, one.words.join(', '))}`,
    )
    return {
      structured: { state, complete, results },
      text: listText({ state, items, total: null, complete }, words),
    }
  },
})
