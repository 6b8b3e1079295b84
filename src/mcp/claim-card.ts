import { z } from 'zod'
import { STATUSES } from '../domain/claim-status-types.ts'
import { CERTAINTIES, EVIDENTIALITIES, POLARITIES, STANCES, TENSES } from '../domain/stance.ts'
import { headlineText } from '../sentences/headline.ts'
import type { ClaimData, EvidenceData } from './claim-data.ts'
import type { Permalinks } from './permalinks.ts'

const SOURCE = z
  .strictObject({
    slug: z.string(),
    title: z.string().nullable().describe('Title, or an editor’s description where titleIsDescription is true.'),
    titleIsDescription: z.boolean(),
    url: z.string().nullable().describe('Address of the document; null if none is known.'),
    attribution: z.string().nullable().describe('Credit line that the licence asks for. Show it if it is not null.'),
    permalink: z.string(),
  })
  .describe('Document in which the assertion was read.')

/** One assertion with its words and its document. */
export const EVIDENCE = z.strictObject({
  stance: z.enum(STANCES),
  polarity: z.enum(POLARITIES),
  certainty: z.enum(CERTAINTIES),
  tense: z.enum(TENSES),
  claimant: z.string().nullable().describe('Name of the one who asserts; null where nobody is named.'),
  claimantSlug: z.string().nullable(),
  claimantAsPrinted: z.string().nullable().describe('Words of the source for the claimant, such as “many users”.'),
  evidentiality: z.enum(EVIDENTIALITIES).describe('How the assertion reached the newsroom.'),
  assertedAt: z.string().nullable().describe('Day of the assertion, as precise as it is known; null if unknown.'),
  quote: z.string().nullable().describe('Verbatim words of the source; null if none are recorded.'),
  quoteLanguage: z.string().nullable().describe('Language of the quote (BCP 47).'),
  translation: z.string().nullable().describe('The newsroom’s translation into lang, to show beside the quote.'),
  source: SOURCE,
})

/** A claim in the result of a tool. Its headline always has proposition, status and claimants together. */
export const CARD = z.strictObject({
  slug: z.string(),
  headline: z
    .string()
    .describe('Status, proposition and claimants in one line. Never shorten it: the proposition alone is not true.'),
  language: z.string().describe('Language of the headline (BCP 47).'),
  status: z.enum(STATUSES),
  polarity: z.enum(POLARITIES).nullable().describe('Side of the deciding assertions; null for both sides or none.'),
  evidence: z.array(EVIDENCE).describe('Assertions with quote and source: those that decide the status come first.'),
  evidenceLeftOut: z.int().describe('Number of further assertions. The tool claim has them.'),
  permalink: z.string().describe('Page of the claim as the database stood then. Cite it.'),
})

export type Evidence = z.infer<typeof EVIDENCE>
export type Card = z.infer<typeof CARD>

/** Maximum number of assertions of a claim in a list. */
export const EVIDENCE_IN_LISTS = 4
/** Maximum number of assertions of a single claim. */
export const EVIDENCE_OF_CLAIM = 100

export function toCard(claim: ClaimData, links: Permalinks, maxEvidence = EVIDENCE_IN_LISTS): Card {
  const standing = claim.assertions.filter(({ withdrawalReason }) => withdrawalReason === null)
  const chosen = chooseEvidence(claim, standing, maxEvidence)
  return {
    slug: claim.slug,
    headline: headlineText(claim.headline),
    language: claim.headline.language,
    status: claim.status.value,
    polarity: claim.status.polarity,
    evidence: chosen.map((one) => toEvidence(one, links)),
    evidenceLeftOut: standing.length - chosen.length,
    permalink: links.permalink('Claim', claim.slug),
  }
}

/** Chooses assertions: one of each stance and polarity, also beyond `max`, then deciding ones before others. */
function chooseEvidence(
  { status }: ClaimData,
  standing: readonly EvidenceData[],
  max: number,
): readonly EvidenceData[] {
  const deciding = new Set(status.decidedBy.map(({ slug }) => slug))
  const caveats = new Set(status.caveats.map(({ slug }) => slug))
  const place = ({ slug }: EvidenceData): number => (deciding.has(slug) ? 0 : caveats.has(slug) ? 1 : 2)
  const sorted = standing.toSorted((a, b) => place(a) - place(b))
  const sides = new Set<string>()
  const first = sorted.filter(({ stance, polarity }) => {
    const side = `${stance} ${polarity}`
    return sides.has(side) ? false : sides.add(side)
  })
  const chosen = new Set(first)
  for (const one of sorted) if (chosen.size < max) chosen.add(one)
  return sorted.filter((one) => chosen.has(one))
}

export const toEvidence = (data: EvidenceData, links: Permalinks): Evidence => ({
  stance: data.stance,
  polarity: data.polarity,
  certainty: data.certainty,
  tense: data.tense,
  claimant: data.claimant?.name.value ?? null,
  claimantSlug: data.claimant?.slug ?? null,
  claimantAsPrinted: data.claimantAsPrinted?.value ?? null,
  evidentiality: data.evidentiality,
  assertedAt: data.assertedAt,
  quote: data.quote?.exact ?? null,
  quoteLanguage: data.quote?.language ?? null,
  translation: data.quote?.translations.find(({ language }) => language === links.language)?.value ?? null,
  source: {
    slug: data.source.slug,
    title: data.source.title?.value ?? null,
    titleIsDescription: data.source.titleIsDescription,
    url: data.source.url,
    attribution: data.source.attribution,
    permalink: links.permalink('Source', data.source.slug),
  },
})
