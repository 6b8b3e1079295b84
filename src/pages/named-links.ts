import type { ClaimDetails } from '../domain/claim-details.ts'
import { claimsOfDescent } from '../domain/descent.ts'
import type { Messages } from '../messages/en.ts'
import { type Names, nameOf } from '../sentences/names.ts'
import { titleInSentence } from '../sentences/source-title.ts'
import type { NamedLink } from '../widgets/html/linked-text.ts'
import type { Links } from '../widgets/view/links.ts'

/**
 * Returns the names that sentences on these claims may have, with the pages of their things. A page gives its own path,
 * so that it does not link to itself.
 */
export function namedLinks(
  claims: readonly ClaimDetails[],
  names: Names,
  messages: Messages,
  links: Links,
  own: string | null = null,
): readonly NamedLink[] {
  const { tag } = messages
  const all = claims.flatMap((details) => [details, ...names.descents(details.claim.id).flatMap(claimsOfDescent)])
  const found = [
    ...all.flatMap(({ namedEntities }) =>
      namedEntities.map((entity) => ({
        name: nameOf(entity, tag),
        href: links.page({ kind: 'entity', slug: entity.id }),
      })),
    ),
    ...all.flatMap(({ namedSources }) =>
      namedSources.map((source) => ({
        name: titleInSentence(source, messages),
        href: links.page({ kind: 'source', slug: source.id }),
      })),
    ),
    ...all.flatMap(({ namedConcepts }) =>
      namedConcepts.map((concept) => ({
        name: nameOf(concept, tag),
        href: links.page({ kind: concept.kind === 'Use' ? 'use' : 'data', slug: concept.id }),
      })),
    ),
  ]
  return [...new Map(found.map((one) => [one.href, one])).values()].filter(({ href }) => href !== own)
}
