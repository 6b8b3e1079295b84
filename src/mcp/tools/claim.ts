import { z } from 'zod'
import { VERDICTS, type Verdict } from '../../domain/assessment.ts'
import { RELATION_KINDS, type RelationKind } from '../../domain/claim.ts'
import { DomainError } from '../../domain/errors.ts'
import { COMMON_ARGUMENTS, slug } from '../arguments.ts'
import { cardText } from '../card-text.ts'
import { CARD, EVIDENCE_OF_CLAIM, toCard } from '../claim-card.ts'
import { CARD_FRAGMENT, type ClaimData, REVISION, type RevisionData, type TextData } from '../claim-data.ts'
import { listText } from '../list-text.ts'
import { readClaims } from '../read-claims.ts'
import { STATE, toState } from '../result-state.ts'
import type { QueryDocument } from '../run-query.ts'
import { createTool } from '../tool.ts'

interface AssessmentData {
  readonly verdict: Verdict
  readonly author: string
  readonly assessedAt: string
  readonly note: TextData | null
}

interface OneClaimData extends RevisionData {
  readonly claim:
    | (ClaimData & {
        readonly sentence: TextData
        readonly validFrom: string | null
        readonly validTo: string | null
        readonly assessments: readonly AssessmentData[]
        readonly relations: readonly {
          readonly kind: RelationKind
          readonly from: { readonly slug: string } | null
          readonly to: { readonly slug: string } | null
        }[]
      })
    | null
}

const CLAIM: QueryDocument<OneClaimData> = {
  text: `query Claim($slug: String!, $language: String!, $asOf: DateTime) {
  ${REVISION}
  claim(slug: $slug, asOf: $asOf) {
    ...Card
    sentence(language: $language) { value }
    validFrom validTo
    assessments { verdict author assessedAt note(language: $language) { value } }
    relations { kind from { slug } to { slug } }
  }
}
${CARD_FRAGMENT}`,
}

/** Maximum number of related claims. */
const MAX_RELATED = 20

const ASSESSMENT = z.strictObject({
  verdict: z.enum(VERDICTS),
  author: z.string(),
  assessedAt: z.string(),
  note: z.string().nullable(),
})

export const claim = createTool({
  name: 'claim',
  title: 'One claim',
  description:
    'Reads one claim in full: its sentence with every claimant, hedge and caveat, all assertions with quote and source, the newsroom’s assessments, and related claims.',
  input: z.strictObject({ slug: slug.describe('Slug of the claim, such as x-sells-user-data.'), ...COMMON_ARGUMENTS }),
  output: z.strictObject({
    state: STATE,
    claim: CARD,
    sentence: z.string().describe('The claim in words, with all claimants, hedges, caveats and documents.'),
    validFrom: z.string().nullable().describe('First day of the claimed thing, according to the claim.'),
    validTo: z.string().nullable(),
    assessments: z
      .array(ASSESSMENT)
      .describe('Signed verdicts of the newsroom, newest first; they never change the status.'),
    related: z
      .array(z.strictObject({ kind: z.enum(RELATION_KINDS), direction: z.enum(['FROM', 'TO']), claim: CARD }))
      .describe('Related claims. FROM: this claim supports, qualifies, disagrees with or derives from the other.'),
    relatedLeftOut: z.int(),
  }),
  run: async (request) => {
    const { given, words, ui, asOf, read, permalinks } = request
    const { data, notices } = await read(CLAIM, { slug: given.slug })
    if (data.claim === null) throw new DomainError('NOT_FOUND', notices[0] ?? 'No claim has this slug.')
    const links = permalinks(data)
    const { sentence, validFrom, validTo, assessments, relations } = data.claim
    const card = toCard(data.claim, links, EVIDENCE_OF_CLAIM)
    const others = relations.flatMap(({ kind, from, to }) => {
      const direction = from?.slug === card.slug ? ('FROM' as const) : ('TO' as const)
      const other = direction === 'FROM' ? to : from
      // The sentence has derivations between assertions of one claim.
      return other === null || other.slug === card.slug ? [] : [{ kind, direction, slug: other.slug }]
    })
    const first = others.slice(0, MAX_RELATED)
    const cards = await readClaims(
      request,
      first.map((one) => one.slug),
      data,
    )
    const related = first.flatMap(({ kind, direction, slug: other }) => {
      const found = cards.get(other)
      return found ? [{ kind, direction, claim: found }] : []
    })
    const state = toState(data, asOf)
    const verdicts = assessments.map(({ verdict, author, assessedAt, note }) => ({
      verdict,
      author,
      assessedAt,
      note: note?.value ?? null,
    }))
    const before = [
      cardText(card, words),
      sentence.value,
      ...verdicts.map((one) => words.verdict(ui.verdicts[one.verdict], one.author, one.assessedAt, one.note ?? '')),
      ...related.map(({ kind, direction, claim }) => {
        const kinds = direction === 'FROM' ? ui.claimPage.relates : ui.claimPage.isRelated
        return `${kinds[kind]}:\n${cardText(claim, words)}`
      }),
    ]
    return {
      structured: {
        state,
        claim: card,
        sentence: sentence.value,
        validFrom,
        validTo,
        assessments: verdicts,
        related,
        relatedLeftOut: others.length - related.length,
      },
      text: listText(
        { state, items: [before.join('\n\n')], total: 1, complete: others.length === related.length },
        words,
      ),
    }
  },
})
