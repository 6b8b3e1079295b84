import { wasSaid } from '../../domain/assertion.ts'
import { hasOwnWord } from '../../domain/choose-picture.ts'
import { speakerOf } from '../../domain/claim-status.ts'
import { entityName } from '../../sentences/claimant-name.ts'
import { titleInSentence } from '../../sentences/source-title.ts'
import type { PictureBand } from './view.ts'
import type { Pictured, ViewContext } from './view-context.ts'

/** Returns the band of collected data: the word of the subject left of what others say of the same data. Null without claims. */
export function pictureBand(all: readonly Pictured[], context: ViewContext): PictureBand | null {
  if (all.length === 0) return null
  const { messages } = context.header
  const { picture } = messages.ui
  const subjects = [...new Set(all.map(({ details }) => details.claim.subject.id))]
  const [only = ''] = subjects
  const rows = rowsOf(all, context)
  const isPure = rows.every(([own, other]) => (own === null || isOwn(own)) && (other === null || !isOwn(other)))
  const cardsOf = (column: 0 | 1): boolean => rows.some((row) => row[column] !== null)
  return {
    title: subjects.length === 1 ? picture.collectsOf(entityName(only, context.names, messages)) : picture.collects,
    heads: isPure ? [cardsOf(0) ? picture.ownWords : '', cardsOf(1) ? picture.othersWords : ''] : ['', ''],
    sources: [
      sharedSource(
        rows.flatMap(([own]) => own ?? []),
        context,
      ),
      sharedSource(
        rows.flatMap(([, other]) => other ?? []),
        context,
      ),
    ],
    rows: rows.map(([own, other]) => [own?.card ?? null, other?.card ?? null]),
  }
}

/** Returns the words for the one document that several cards quote. Null for one card, or several documents. */
function sharedSource(all: readonly Pictured[], { names, header: { messages } }: ViewContext): string | null {
  const ids = new Set(
    all.map(({ details, card }) => details.assertions.find(({ id }) => id === card.lead?.id)?.sourceId ?? null),
  )
  const [id = null] = ids
  const source = ids.size === 1 && all.length > 1 && id !== null ? names.source(id) : null
  return source ? messages.ui.picture.asPut(titleInSentence(source, messages)) : null
}

/** Whether the subject itself speaks on the claim, not only its speaker. */
const isOwn = ({ details }: Pictured): boolean =>
  hasOwnWord(details) &&
  details.assertions.some((one) => wasSaid(one) && speakerOf(one, details) === details.claim.subject.id)

type Row = [own: Pictured | null, other: Pictured | null]

/**
 * Pairs each claim of others with a claim on which the same subject speaks, about the same, a broader or a narrower kind of
 * data. Claims without such a pair follow, two in a row, so that at most the last row has a gap.
 */
function rowsOf(all: readonly Pictured[], context: ViewContext): readonly Row[] {
  const rows: Row[] = []
  const free = (side: 0 | 1, one: Pictured): Row | undefined =>
    rows.find((row) => row[side] === null && isRelated(row[1 - side] ?? null, one, context))
  for (const one of all) {
    const row = free(isOwn(one) ? 0 : 1, one)
    if (row) row[isOwn(one) ? 0 : 1] = one
    else rows.push(isOwn(one) ? [one, null] : [null, one])
  }
  const alone = rows.filter((row) => row.includes(null))
  const filled: Row[] = []
  for (const [own, other] of alone) {
    const one = own ?? other
    const open = filled.find((row) => row[1] === null)
    if (open) open[1] = one
    else filled.push([one, null])
  }
  const full = new Set(rows.filter((row) => !row.includes(null)))
  return [...full, ...filled]
}

function isRelated(a: Pictured | null, b: Pictured, context: ViewContext): boolean {
  if (a === null || a.details.claim.subject.id !== b.details.claim.subject.id) return false
  const [left, right] = [a, b].map(
    ({ details }) => new Set(details.claim.data.flatMap((id) => withBroader(id, context))),
  )
  const reaches = (kinds: ReadonlySet<string> | undefined, { details }: Pictured): boolean =>
    details.claim.data.some((id) => kinds?.has(id) === true)
  return reaches(left, b) || reaches(right, a)
}

/** Ids of the kind of data and of all broader ones that `names` has. */
function withBroader(id: string, { names }: ViewContext): readonly string[] {
  const found = new Set([id])
  for (const one of found) for (const broader of names.concept('DataCategory', one)?.broader ?? []) found.add(broader)
  return [...found]
}
