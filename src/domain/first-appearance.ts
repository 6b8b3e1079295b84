import { comparePartialDates } from '../text/partial-date.ts'
import type { Assertion } from './assertion.ts'
import type { Source } from './source.ts'

/**
 * Returns the assertion that is known to be the earliest, by its day or by the first capture in which its words were found.
 * Null without a known day. Of two with one day, the first of the list is returned.
 */
export function firstAppearance(
  assertions: readonly Assertion[],
  sourceOf: (id: string) => Source | null,
): Assertion | null {
  const dated = assertions.flatMap((assertion) => {
    const day = firstDayOf(assertion, sourceOf(assertion.sourceId))
    return day === null ? [] : [{ assertion, day }]
  })
  return dated.toSorted((a, b) => comparePartialDates(a.day, b.day))[0]?.assertion ?? null
}

function firstDayOf({ assertedAt, quote }: Assertion, source: Source | null): string | null {
  const holding = [quote?.versionId, ...(quote?.foundIn ?? [])]
  const captured = source?.versions.filter(({ id }) => holding.includes(id)).map(({ capturedAt }) => capturedAt) ?? []
  return [assertedAt, ...captured].toSorted(comparePartialDates)[0] ?? null
}
