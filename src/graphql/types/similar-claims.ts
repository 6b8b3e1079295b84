import { MAX_SIMILAR_WORDS, type SimilarClaim, similarClaims } from '../../domain/similar-claims.ts'
import { type AtRevision, builder } from '../builder.ts'
import { MAX_TEXT } from '../limits/bound-arguments.ts'
import { checkBetween } from './check-between.ts'
import { AS_OF } from './connections.ts'
import { loadClaim, loadRevision } from './load.ts'
import { Claim } from './node-types.ts'

/** Maximum number of similar claims. */
export const MAX_SIMILAR = 50

const Similar = builder.objectRef<AtRevision<SimilarClaim>>('SimilarClaim').implement({
  description: 'A claim that has words of a text in its own texts. Similar words are no agreement: read the headline.',
  fields: (t) => ({
    claim: t.field({
      type: Claim,
      nullable: true,
      description: 'Claim with all its fields.',
      resolve: ({ value, revision }, _, c) => loadClaim(c, value.id, revision),
    }),
    score: t.float({
      description:
        'Weight of the words that the claim has too, as a share of the weight of all words of the text, 0 to 1. Rare words weigh more. It says nothing about the truth of the text or of the claim.',
      resolve: ({ value }) => value.score,
    }),
    words: t.stringList({
      description: 'Words of the text, folded, that the texts of the claim have.',
      resolve: ({ value }) => value.words,
    }),
  }),
})

interface Found {
  readonly claims: readonly AtRevision<SimilarClaim>[]
  readonly complete: boolean
}

const SimilarList = builder.objectRef<Found>('SimilarClaims').implement({
  description: 'Claims that are similar to a text.',
  fields: (t) => ({
    claims: t.field({
      type: [Similar],
      description: 'The most similar first; empty if no claim has enough of the words.',
      resolve: ({ claims }) => claims,
    }),
    complete: t.exposeBoolean('complete', {
      description: `False if more claims have the words than were compared, or the text has more than ${MAX_SIMILAR_WORDS} of them.`,
    }),
  }),
})

builder.queryFields((t) => ({
  similarClaims: t.field({
    type: SimilarList,
    description:
      'Published claims with the most words in common with a text, such as a sentence of an article. Unlike `search`, a claim need not have all words.',
    args: {
      text: t.arg.string({
        required: true,
        description: `Text to compare: at most ${MAX_TEXT['text']} characters, of which the first ${MAX_SIMILAR_WORDS} words that name something count.`,
      }),
      limit: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `Number of claims at most, 1 to ${MAX_SIMILAR}.`,
      }),
      ...AS_OF,
    },
    resolve: async (_, { text, limit, asOf }, c) => {
      checkBetween('limit', limit, MAX_SIMILAR)
      const revision = await loadRevision(c, asOf)
      const { claims, complete } = await similarClaims(c.store, { text, limit }, revision)
      return { claims: claims.map((value) => ({ value, revision })), complete }
    },
  }),
}))
