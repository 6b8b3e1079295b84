import { z } from 'zod'
import { ENTITY_KINDS, type EntityKind } from '../../domain/entity.ts'
import { DomainError } from '../../domain/errors.ts'
import { COMMON_ARGUMENTS, limit, slug } from '../arguments.ts'
import { cardText } from '../card-text.ts'
import { CARD, toCard } from '../claim-card.ts'
import {
  CARD_FRAGMENT,
  CLAIM_PAGE,
  type ClaimPageData,
  REVISION,
  type RevisionData,
  type TextData,
} from '../claim-data.ts'
import { listText } from '../list-text.ts'
import { STATE, toState } from '../result-state.ts'
import type { QueryDocument } from '../run-query.ts'
import { createTool } from '../tool.ts'

interface EntityData extends RevisionData {
  readonly entity: {
    readonly slug: string
    readonly kind: EntityKind
    readonly name: TextData
    readonly description: TextData | null
    readonly names: readonly TextData[]
    readonly externalIds: readonly { readonly scheme: string; readonly value: string }[]
    readonly claimsAbout: ClaimPageData
    readonly claimsAsClaimant: ClaimPageData
  } | null
}

const ENTITY: QueryDocument<EntityData> = {
  text: `query Entity($slug: String!, $first: Int!, $language: String!, $asOf: DateTime) {
  ${REVISION}
  entity(slug: $slug, asOf: $asOf) {
    slug kind
    name(language: $language) { value }
    description(language: $language) { value }
    names { value language }
    externalIds { scheme value }
    claimsAbout(first: $first) ${CLAIM_PAGE}
    claimsAsClaimant(first: $first) ${CLAIM_PAGE}
  }
}
${CARD_FRAGMENT}`,
}

const CLAIM_LIST = z.strictObject({ total: z.int(), claims: z.array(CARD) })

export const entity = createTool({
  name: 'entity',
  title: 'Person, company, service or group',
  description:
    'Reads a person, company, service or group: names, ids in other registers, claims that name it, and claims on which it made an assertion. The tool claims has all of them, with filters.',
  input: z.strictObject({
    slug: slug.describe('Slug, such as elon-musk; search finds it.'),
    limit: limit(25, 10).describe('Number of claims at most in each of the two lists.'),
    ...COMMON_ARGUMENTS,
  }),
  output: z.strictObject({
    state: STATE,
    slug: z.string(),
    kind: z.enum(ENTITY_KINDS),
    name: z.string(),
    description: z.string().nullable(),
    names: z.array(z.strictObject({ value: z.string(), language: z.string().nullable() })),
    externalIds: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
    permalink: z.string(),
    claimsAbout: CLAIM_LIST.describe('Claims that name it as subject or object, or mention it.'),
    claimsAsClaimant: CLAIM_LIST.describe('Claims on which it made an assertion.'),
  }),
  run: async ({ given, words, asOf, read, permalinks }) => {
    const { data, notices } = await read(ENTITY, { slug: given.slug, first: given.limit })
    if (data.entity === null) throw new DomainError('NOT_FOUND', notices[0] ?? 'No entity has this slug.')
    const links = permalinks(data)
    const { claimsAbout, claimsAsClaimant, name, description, ...found } = data.entity
    const listOfPage = ({ nodes, totalCount }: ClaimPageData) => ({
      total: totalCount,
      claims: nodes.map((claim) => toCard(claim, links)),
    })
    const [about, said] = [listOfPage(claimsAbout), listOfPage(claimsAsClaimant)]
    const state = toState(data, asOf)
    const permalink = links.permalink('Entity', found.slug)
    const title = [
      `${found.kind} ${found.slug}: ${[name.value, description?.value].filter(Boolean).join(' – ')}`,
      words.permalink(permalink),
    ]
    const textOf = (heading: string, { claims }: typeof about): readonly string[] =>
      claims.length === 0 ? [] : [heading, ...claims.map((card) => cardText(card, words))]
    const items = [[title.join('\n'), ...textOf(words.aboutIt, about), ...textOf(words.saidByIt, said)].join('\n\n')]
    const complete = [about, said].every(({ total, claims }) => total === claims.length)
    return {
      structured: {
        state,
        slug: found.slug,
        kind: found.kind,
        name: name.value,
        description: description?.value ?? null,
        names: found.names.map(({ value, language = null }) => ({ value, language })),
        externalIds: found.externalIds.map(({ scheme, value }) => ({ scheme, value })),
        permalink,
        claimsAbout: about,
        claimsAsClaimant: said,
      },
      text: listText({ state, items, total: 1, complete }, words),
    }
  },
})
