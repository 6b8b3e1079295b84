import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Names } from '../sentences/names.ts'
import type { Attribution } from '../widgets/view/view.ts'

/** Attributions of the sources of all assertions on these claims. Their language is that of the source. */
export const attributionsOf = (claims: readonly ClaimDetails[], names: Names): readonly Attribution[] =>
  attributionsOfSources(
    claims.flatMap(({ assertions }) => assertions.map((a) => a.sourceId)),
    names,
  )

/** Attributions of the sources with these ids, each text once. */
export function attributionsOfSources(ids: readonly string[], names: Names): readonly Attribution[] {
  const found = [...new Set(ids)].flatMap((id): readonly Attribution[] => {
    const source = names.source(id)
    return source?.attribution ? [{ text: source.attribution, language: source.language }] : []
  })
  return [...new Map(found.map((one) => [one.text, one])).values()]
}
