import type { Assertion } from '../domain/assertion.ts'

/**
 * Returns whether the words are in the claimant's own document, but that was not read. Such an assertion is INDIRECT_SPEECH
 * of the publisher, known from a retelling elsewhere.
 *
 * @param publishedBy publisher of the document of the assertion
 */
export const isRetold = (
  { claimantId, evidentiality }: Pick<Assertion, 'claimantId' | 'evidentiality'>,
  publishedBy: string | null | undefined,
): boolean => evidentiality === 'INDIRECT_SPEECH' && claimantId !== null && claimantId === publishedBy
