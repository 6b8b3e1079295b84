/** Words of dossiers and references in English. */
export const enDocuments = {
  /** Last line of a file, with the number of its claims or sources in words. */
  end: (content: string): string => `End: ${content}`,
  sources: (count: number): string => (count === 1 ? '1 source' : `${count} sources`),
  claimant: 'Speaker',
  stance: 'Stance',
  /** Side that the claimant takes of the claim. */
  polarity: 'Polarity',
  certainty: 'Certainty',
  day: 'Day',
  inNoStory: 'Claims in no story',
  /** Behind a claim of several stories, from the second one on. */
  shownAbove: 'see above',
  /** Below the statements of a reference that lacks some. */
  moreStatements: (count: number): string =>
    count === 1 ? 'One more statement was read in this source.' : `${count} more statements were read in this source.`,
}
