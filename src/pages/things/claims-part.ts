import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Names } from '../../sentences/names.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { claimList } from '../../widgets/html/claim-list.ts'
import type { Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import type { PageContext } from '../page.ts'

/** Claims in the list form of every surface. */
export const listOfClaims = async (
  claims: readonly ClaimDetails[],
  id: string,
  names: Names,
  { messages, links }: PageContext,
): Promise<Markup> =>
  claimList(await mapInSlices(claims, (details) => claimCard(details, names, messages, links)), messages, `${id}-`)
