import { wasSaid } from '../../src/domain/assertion.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { en } from '../../src/messages/en.ts'
import { claimantName, mentionsOf } from '../../src/sentences/claimant-name.ts'
import { headline, headlineText } from '../../src/sentences/headline.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { titleOf } from '../../src/sentences/source-title.ts'
import type { StartedSite } from '../site/start-site.ts'
import type { ReadStatement } from './export-reader.ts'

/** Returns every assertion of the first 100 claims of a site that was not withdrawn, in English. */
export async function expectedStatements({ open }: StartedSite): Promise<readonly ReadStatement[]> {
  const store = open.database.visibleTo(PUBLIC_VIEWER)
  const revision = await store.revisionAt(null)
  const { items } = await store.claimPage({}, 'SLUG', { limit: 100, backwards: false, cursor: null }, revision)
  const names = await namesOfClaims(store, items, revision)
  return items.flatMap((details) =>
    details.assertions.filter(wasSaid).map((assertion) => {
      const source = names.source(assertion.sourceId)
      if (source === null) throw new Error(assertion.sourceId)
      return {
        headline: headlineText(headline(details, names, en)),
        status: details.status.status,
        stance: assertion.stance,
        polarity: assertion.polarity,
        certainty: assertion.certainty,
        claimant: claimantName(assertion, names, en, mentionsOf(names, en)).name,
        source: titleOf(source, 'en').value,
        quote: assertion.quote?.exact ?? '',
        attribution: source.attribution ?? '',
      }
    }),
  )
}

/** Returns each statement once, as a text, in an order of their own. */
export const textsOf = (statements: readonly ReadStatement[]): readonly string[] =>
  [
    ...new Set(
      statements.map((one) =>
        JSON.stringify([
          one.headline,
          one.status,
          one.stance,
          one.polarity,
          one.certainty,
          one.claimant,
          one.source,
          one.quote,
          one.attribution,
        ]),
      ),
    ),
  ].sort()
