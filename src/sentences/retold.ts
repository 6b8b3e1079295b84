import type { Assertion } from '../domain/assertion.ts'

/**
 * Returns whether the claimant's own document has the words, but was not read: its assertion is INDIRECT_SPEECH, known from
 * a retelling elsewhere.
 *
 * @param publishedBy publisher of the document of the assertion
 */
export const isRetold = (
  { claimantId, evidentiality }: Pick<Assertion, 'claimantId' | 'evidentiality'>,
  publishedBy: string | null | undefined,
): boolean => evidentiality === 'INDIRECT_SPEECH' && claimantId !== null && claimantId === publishedBy
