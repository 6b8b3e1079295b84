import type { RevisionNumber } from '../../domain/revision-number.ts'
import { toSlug } from '../../domain/slug.ts'
import { countByName, type NamedCount, STANDINGS, standingName } from '../../domain/standing.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'

/** Number of claims of a story by status, from the most contested. Where the topic lacks claims, the store counts them. */
export async function storyCounts(
  { slug, claims, complete }: PageTopic,
  revision: RevisionNumber,
  { store }: PageContext,
): Promise<readonly NamedCount[]> {
  if (complete) return countByName(claims.map(({ status }) => status))
  const story = toSlug(slug)
  const counts = await Promise.all(
    STANDINGS.map(async (standing) => ({
      name: standingName(standing),
      count: await store.countClaims({ story, standings: [standing] }, revision),
    })),
  )
  const sum = (name: string): number => counts.reduce((all, one) => all + (one.name === name ? one.count : 0), 0)
  return [...new Set(counts.map(({ name }) => name))]
    .map((name) => ({ name, count: sum(name) }))
    .filter(({ count }) => count > 0)
}
