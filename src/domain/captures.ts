import { type Assertion, wasSaid } from './assertion.ts'
import type { ClaimDetails } from './claim-details.ts'
import type { Slug } from './slug.ts'
import type { Source, SourceVersion } from './source.ts'

/** A source version, with the assertions whose quotes were looked for in it. */
export interface Capture {
  readonly source: Source
  readonly version: SourceVersion
  /** Assertions whose quotes are in it. */
  readonly found: readonly Spoken[]
  /** Assertions whose quotes were looked for in it and not found. All others are unknown. */
  readonly absent: readonly Spoken[]
}

export interface Spoken {
  readonly claim: ClaimDetails
  readonly assertion: Assertion
}

/**
 * Captures in which a quote of these claims was found, or looked for and not found. Captures without a date, and those with
 * technical changes alone, are left out.
 */
export function capturesOf(claims: readonly ClaimDetails[]): readonly Capture[] {
  const sources = new Map(claims.flatMap(({ namedSources }) => namedSources).map((source) => [source.id, source]))
  const spokenIn = new Map<Slug, Spoken[]>()
  for (const claim of claims) {
    for (const assertion of claim.assertions.filter(wasSaid)) {
      const known = spokenIn.get(assertion.sourceId)
      if (known) known.push({ claim, assertion })
      else spokenIn.set(assertion.sourceId, [{ claim, assertion }])
    }
  }
  return [...spokenIn].flatMap(([id, spoken]) => {
    const source = sources.get(id)
    const own = inOrder(spoken)
    return source?.versions.flatMap((version) => captureOf(source, version, own) ?? []) ?? []
  })
}

function captureOf(source: Source, version: SourceVersion, spoken: readonly Spoken[]): Capture | null {
  if (version.kind !== 'CHANGE' || version.capturedAt === null) return null
  const found = spoken.filter(({ assertion: { quote } }) =>
    [quote?.versionId, ...(quote?.foundIn ?? [])].includes(version.id),
  )
  const absent = spoken.filter(({ assertion: { quote } }) => quote?.absentFrom?.includes(version.id))
  return found.length + absent.length === 0 ? null : { source, version, found, absent }
}

const inOrder = (spoken: readonly Spoken[]): readonly Spoken[] =>
  spoken.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
const keyOf = ({ claim, assertion }: Spoken): string => `${claim.claim.id}|${assertion.id}`
