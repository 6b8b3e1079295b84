/** Words of exported graphs in English. */
export const enGraph = {
  exportedGraph: {
    /** Verbs between the names of two things. */
    edges: {
      SUBJECT: 'is about',
      OBJECT: 'has as object',
      DATA: 'concerns the data',
      USE: 'has as use',
      SOURCE: 'is read in',
      PUBLISHED_BY: 'is published by',
      SPEAKS_FOR: 'speaks for',
      RESTS_ON: 'rests on',
    },
    claimsOf: (name: string): string => `Claims about ${name}`,
    speakers: 'Speakers and documents',
    /** Content of a board. */
    revision: (number: number, recordedAt: string): string =>
      `Revision ${number} of the record${recordedAt === '' ? '' : `, ${recordedAt}`}`,
  },
}
