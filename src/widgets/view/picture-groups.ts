import { hasOwnWord } from '../../domain/choose-picture.ts'
import type { Claim } from '../../domain/claim.ts'
import { contestKey } from '../../domain/standing.ts'
import { entityName } from '../../sentences/claimant-name.ts'
import { capitalised, pickText } from '../../text/languages.ts'
import type { PictureGroup, ViewNode } from './view.ts'
import { conceptNodes, type Pictured, type ViewContext } from './view-context.ts'

/**
 * Returns the rows below the band, grouped by their nodes on the right: uses by number of claims, then what is shared, sold
 * or competed for, then claims without such a node.
 */
export function pictureGroups(all: readonly Pictured[], context: ViewContext): readonly PictureGroup[] {
  const groups = new Map<string, { rank: number; ends: readonly ViewNode[]; members: Pictured[] }>()
  for (const one of all) {
    const ends = endsOf(one, context)
    const key = ends.map(({ id }) => id).join(' ')
    const group = groups.get(key) ?? { rank: rankOf(one.details.claim, ends), ends, members: [] }
    group.members.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
    .sort((a, b) => a.rank - b.rank || b.members.length - a.members.length)
    .map(({ ends, members }) => ({
      ends,
      rows: [...members]
        .sort((a, b) => orderOf(a) - orderOf(b))
        .map(({ details, card }) => ({ card, data: conceptNodes(details.claim.data, 'DataCategory', context) })),
    }))
}

/** Sort key within a group: the first party's word, then what others say, then negated claims; each from the most contested. */
const orderOf = ({ details }: Pictured): number =>
  (details.status.polarity === 'NEGATES' ? 2000 : hasOwnWord(details) ? 0 : 1000) +
  contestKey(details.status).charCodeAt(0)

const RANKS: readonly string[] = ['USES_FOR', 'PURSUES', 'SHARES_WITH', 'SELLS', 'COMPETES_WITH']

function rankOf({ predicate }: Claim, ends: readonly ViewNode[]): number {
  const place = RANKS.indexOf(predicate)
  return ends.length === 0 ? RANKS.length + 1 : place === -1 ? RANKS.length : place
}

function endsOf({ details: { claim }, card }: Pictured, context: ViewContext): readonly ViewNode[] {
  const uses = claim.object?.kind === 'Use' ? [...claim.uses, claim.object.id] : claim.uses
  if (uses.length > 0) return conceptNodes(uses, 'Use', context)
  const deed = deedOf(claim, context)
  if (deed === null) return []
  const label = capitalised(deed, context.header.messages.tag)
  const { links } = context
  const { object } = claim
  const href = object?.kind === 'Entity' ? links.page({ kind: 'entity', slug: object.id }) : card.href
  return [
    { id: `${claim.predicate}:${object === null ? '' : object.kind === 'Text' ? claim.id : object.id}`, label, href },
  ]
}

/** Returns the verb phrase of the node for a predicate that has one: "sell", "compete with LinkedIn". Null for others. */
function deedOf({ predicate, object }: Claim, { names, header: { messages } }: ViewContext): string | null {
  const { picture } = messages.ui
  if (predicate === 'SELLS') return picture.sell
  const whom =
    object?.kind === 'Entity'
      ? entityName(object.id, names, messages)
      : object?.kind === 'Text'
        ? (pickText(object.text, messages.tag)?.value ?? null)
        : null
  if (whom === null) return null
  if (predicate === 'SHARES_WITH') return picture.shareWith(whom)
  if (predicate === 'COMPETES_WITH') return picture.competeWith(whom)
  return predicate === 'PURSUES' ? picture.pursue(whom) : null
}
