/** Words of the pages of a story and a claim in English. */
export const enPages = {
  /** Heading of a page with a message in place of its content. */
  alertTitle: 'This page cannot be shown',
  embedMeans: 'An embed tells readers when the record has changed.',
  embedAlone: 'Open the embed by itself',
  /** Numbers in the side column. */
  sideCounts: {
    title: 'In this record',
    speakers: 'Speakers',
    statements: 'Statements',
    data: 'Kinds of data',
    uses: 'Uses',
    lastChanged: 'Last changed',
    more: (count: number): string => `and ${count} more`,
    /** Where a story has more claims than its page reads. */
    countedOver: (claims: number): string =>
      `Speakers, data, uses and sources are counted over ${claims} of these claims.`,
  },
  storyPage: {
    tabs: 'Views of the story',
    tab: { graph: 'Picture', list: 'List', matrix: 'Table', timeline: 'Timeline' },
    more: (count: number): string =>
      count === 1 ? 'One more claim is in the list.' : `${count} more claims are in the list.`,
    seeAll: 'See all claims',
    only: (statuses: string): string => `Only claims with the status: ${statuses}.`,
    withoutCell: (count: number): string =>
      count === 1
        ? 'One claim names no data and no use, or is about a document.'
        : `${count} claims name no data and no use, or are about a document.`,
    pages: 'Pages of the list',
    firstPage: 'First page',
    nextPage: 'Next page',
  },
  claimPage: {
    /** @param groups groups of statements with one answer each */
    statements: (count: number, groups: number): string =>
      count === 1 ? '1 statement' : `${count} statements, the deciding ones first${groups > 1 ? ' in each group' : ''}`,
    /** @param count statements that decide the status, from this one on */
    decides: (count: number): string =>
      count === 1
        ? 'Decides the status'
        : count === 2
          ? 'Decides the status, with the next one'
          : `Decides the status, with the next ${count - 1}`,
    since: 'In force since',
    until: 'In force until',
    noDate: 'No date',
    inSource: 'in the source',
    evidence: 'Evidence in detail',
    evidenceNote: 'addresses, captures, hashes, places of the quotes',
    characters: (from: number, until: number): string => `characters ${from}–${until}`,
    earliest: 'Earliest wording found',
    earliestFirst: 'earliest first',
    byNewsroom: 'our judgement',
    notRead: 'own words not read',
    changed: 'What changed on the way',
    readOn: 'Read on',
    asReadIn: (document: string): string => `as read in ${document}`,
    /** Another claim, seen from this one. */
    relates: {
      SUPPORTS: 'Supports',
      DISAGREES_WITH: 'In disagreement with',
      QUALIFIES: 'Qualifies',
      BASIS_FOR: 'Is a basis for',
      DERIVED_FROM: 'Goes back to',
    },
    isRelated: {
      SUPPORTS: 'Supported by',
      DISAGREES_WITH: 'In disagreement with',
      QUALIFIES: 'Qualified by',
      BASIS_FOR: 'Rests on',
      DERIVED_FROM: 'Retold as',
    },
  },
}
