import type { Claim } from '../../domain/claim.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { claimCard } from './claim-card.ts'
import { pictureBand } from './picture-band.ts'
import { pictureGroups } from './picture-groups.ts'
import type { ClaimView, GraphView, PictureTabs, StripCell } from './view.ts'
import type { Pictured, ViewContext } from './view-context.ts'

/** Parts of a picture that lead to other views of its topic. */
export interface PictureLinks {
  readonly strip?: readonly StripCell[]
  readonly tabs?: PictureTabs | null
}

/** Returns the picture of claims: a band of what is collected, then rows of data, claim card and use. */
export function graphView(
  claims: readonly ClaimDetails[],
  context: ViewContext,
  { strip = [], tabs = null }: PictureLinks = {},
): GraphView {
  const { header, names, links } = context
  const all = claims.map((details): Pictured => ({ details, card: claimCard(details, names, header.messages, links) }))
  return {
    kind: 'graph',
    header,
    cards: all.map(({ card }) => card),
    band: pictureBand(
      all.filter(({ details }) => isBareCollection(details.claim)),
      context,
    ),
    groups: pictureGroups(
      all.filter(({ details }) => !isBareCollection(details.claim)),
      context,
    ),
    strip,
    tabs,
  }
}

const isBareCollection = ({ predicate, subject }: Claim): boolean =>
  predicate === 'COLLECTS' && subject.kind === 'Entity'

/** Returns the view of one claim: its card. */
export const claimView = (details: ClaimDetails, { header, names, links }: ViewContext): ClaimView => ({
  kind: 'claim',
  header,
  card: claimCard(details, names, header.messages, links),
})
