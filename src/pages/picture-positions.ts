import { wasSaid } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { assertionCells } from '../exports/tables/assertion-cells.ts'
import { claimCells } from '../exports/tables/claim-cells.ts'
import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { mapInSlices } from '../thread/slices.ts'
import { placeGraph } from '../widgets/drawing/draw-graph.ts'
import { DRAWING_WIDTH } from '../widgets/drawing/drawing-width.ts'
import { coloursOf, graphPositions } from '../widgets/drawing/graph-positions.ts'
import { CLOSE } from '../widgets/drawing/picture-measures.ts'
import { buildView } from './build-view.ts'
import type { EmbedRequest } from './embed/embed-request.ts'
import { urlIn } from './linked-data.ts'
import type { PageContext } from './page.ts'
import { leadingClaims } from './page-topic.ts'

/**
 * Returns the JSON file with the places of all parts of the picture of a topic, and the statements on each claim, for designers
 * who redraw it. Null for an unknown topic, and for one without a picture.
 */
export async function positionsFile(request: EmbedRequest, context: PageContext): Promise<string | null> {
  const { store, messages, publicUrl } = context
  const revision = await store.revisionAt(request.asOf)
  const built = await buildView(store, { ...request, view: 'graph' })
  if (built?.view.kind !== 'graph' || built.view.cards.length === 0) return null
  const { view, topic } = built
  const { title, summary, notices, attributions, permalink } = view.header
  const recordedAt = (await store.revisions()).find(({ number }) => number === revision)?.recordedAt ?? null
  const positions = graphPositions(placeGraph(view, DRAWING_WIDTH, CLOSE), messages.direction === 'rtl')
  const shown = new Set(view.cards.map(({ slug }) => slug))
  const claims = leadingClaims(topic).filter(({ claim }) => shown.has(claim.id))
  return JSON.stringify({
    url: `${publicUrl}${permalink}`,
    revision,
    recordedAt,
    language: messages.tag,
    title,
    summary,
    notices: notices.map(({ text }) => text),
    attributions: attributions.map(({ text }) => text),
    unit: 'px',
    ...positions,
    colours: coloursOf(positions),
    claims: await statementsOf(claims, context, revision),
  })
}

/** Returns the content of the cards: each claim with its statements, in the columns of the tables. */
async function statementsOf(claims: readonly ClaimDetails[], context: PageContext, revision: RevisionNumber) {
  const { store, messages } = context
  const names = await namesOfClaims(store, claims, revision)
  const words = { messages, urlOf: urlIn(context) }
  return mapInSlices(claims, (details) => {
    const exported = { details, names }
    const { claim, url, headline, status, standing, sentence } = claimCells(exported, words)
    const statements = details.assertions.filter(wasSaid).map((one) => assertionCells(one, exported, words))
    return { claim, url, headline, status, standing, sentence, statements }
  })
}
