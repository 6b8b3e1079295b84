import { z } from 'zod'
import { THING_KINDS, type ThingKind } from '../../domain/thing-kind.ts'
import { after, COMMON_ARGUMENTS, limit, listOf, text } from '../arguments.ts'
import { cardText } from '../card-text.ts'
import { CARD, toCard } from '../claim-card.ts'
import {
  CARD_FRAGMENT,
  type ClaimData,
  type ClaimPageData,
  REVISION,
  type RevisionData,
  type TextData,
} from '../claim-data.ts'
import { LIST_PAGE, listText, nextOf } from '../list-text.ts'
import { STATE, toState } from '../result-state.ts'
import type { QueryDocument } from '../run-query.ts'
import { createTool } from '../tool.ts'

interface HitData {
  readonly kind: ThingKind
  readonly slug: string
  readonly node:
    | (Partial<ClaimData> & {
        readonly name?: TextData
        readonly description?: TextData | null
        readonly title?: TextData | null
        readonly storyTitle?: TextData
        readonly url?: string | null
      })
    | null
  readonly match: { readonly value: string }
}

interface SearchData extends RevisionData {
  readonly search: Pick<ClaimPageData, 'totalCount' | 'pageInfo'> & {
    readonly nodes: readonly HitData[]
    readonly complete: boolean
  }
}

const SEARCH: QueryDocument<SearchData> = {
  text: `query Search($text: String!, $kinds: [ThingKind!], $first: Int!, $after: String, $language: String!, $asOf: DateTime) {
  ${REVISION}
  search(text: $text, kinds: $kinds, language: $language, first: $first, after: $after, asOf: $asOf) {
    nodes {
      kind slug
      match { value }
      node {
        ... on Claim { ...Card }
        ... on Entity { name(language: $language) { value } description(language: $language) { value } }
        ... on DataCategory { name(language: $language) { value } }
        ... on Use { name(language: $language) { value } }
        ... on Source { title(language: $language) { value } url }
        ... on Story { storyTitle: title(language: $language) { value } }
      }
    }
    totalCount complete
    pageInfo { hasNextPage endCursor }
  }
}
${CARD_FRAGMENT}`,
}

const HIT = z.strictObject({
  kind: z.enum(THING_KINDS),
  slug: z.string().describe('For the argument of other tools.'),
  name: z.string().nullable().describe('Name or title; null for claims, which have a headline.'),
  description: z.string().nullable(),
  url: z.string().nullable().describe('Address of a document.'),
  permalink: z.string(),
  claim: CARD.nullable().describe('The claim that was found; null for other things.'),
})

export const search = createTool({
  name: 'search',
  title: 'Search',
  description:
    'Finds people, companies, services, documents, stories, kinds of data, uses and claims whose texts contain all the words, the best match first. Use it to find slugs.',
  input: z.strictObject({
    text: text.describe('Words to search for; the first 8 count. Beginnings of words are found too.'),
    kinds: listOf(z.enum(THING_KINDS)).describe('Kinds of things; all unless given.').optional(),
    limit: limit(50, 10).describe('Number of results at most.'),
    after,
    ...COMMON_ARGUMENTS,
  }),
  output: z.strictObject({
    state: STATE,
    ...LIST_PAGE,
    complete: z.boolean().describe('False if more things match than one search finds: give more words.'),
    results: z.array(HIT),
  }),
  run: async ({ given, words, asOf, read, permalinks }) => {
    const { data } = await read(SEARCH, {
      text: given.text,
      kinds: given.kinds ?? null,
      first: given.limit,
      after: given.after ?? null,
    })
    const links = permalinks(data)
    const { search: found } = data
    const results = found.nodes.map(({ kind, slug, node, match }) => ({
      kind,
      slug,
      name: kind === 'Claim' ? null : ((node?.name ?? node?.title ?? node?.storyTitle)?.value ?? match.value),
      description: node?.description?.value ?? null,
      url: node?.url ?? null,
      permalink: links.permalink(kind, slug),
      claim: isClaim(node) ? toCard(node, links) : null,
    }))
    const state = toState(data, asOf)
    const next = nextOf(found)
    const items = results.map((one) =>
      one.claim
        ? cardText(one.claim, words)
        : [
            `${one.kind} ${one.slug}: ${[one.name, one.description].filter(Boolean).join(' – ')}`,
            `  ${one.url ?? one.permalink}`,
          ].join('\n'),
    )
    return {
      structured: { state, total: found.totalCount, next, complete: found.complete, results },
      text: listText({ state, items, total: found.totalCount, next, complete: found.complete }, words),
    }
  },
})

const isClaim = (node: HitData['node']): node is ClaimData => node !== null && 'assertions' in node
