/** Words of pictures, tables, networks and timelines in English. */
export const enCharts = {
  matrixParts: {
    /** Heads of columns for claims without a use. */
    predicates: {
      COLLECTS: 'collects',
      PROCESSES: 'processes',
      SELLS: 'sells',
      SHARES_WITH: 'shares',
      EARNS: 'earns from it',
    },
    otherUses: 'other uses',
    moreKinds: (count: number): string => (count === 1 ? 'One more kind of data' : `${count} more kinds of data`),
    noKind: (name: string): string => `The record has no claim on what ${name} does with any of these kinds of data.`,
    notOf: (name: string, count: number, all: number): string =>
      `The record has no claim on what ${name} does with ${count} of these ${all} kinds of data`,
  },
  networkParts: {
    /** Verb of a statement by somebody who is no party. */
    reports: (plural: boolean): string => (plural ? 'report' : 'reports'),
    claims: (count: number, negated: boolean): string => {
      const claims = count === 1 ? 'one claim' : `${count} claims`
      return negated ? `that ${claims} ${count === 1 ? 'is' : 'are'} not the case` : claims
    },
    spokenOf: (count: number): string => (count === 1 ? 'spoken of in one claim' : `spoken of in ${count} claims`),
    of: 'about',
    listed: (count: number): string => (count === 1 ? 'The line in words' : `The ${count} lines in words`),
    moreEdges: (count: number): string =>
      count === 1 ? 'One more line is in words below.' : `${count} more lines are in words below.`,
  },
  timelineParts: {
    legend: {
      SAID: 'said',
      HOLDS: 'in force from then',
      CAPTURED: 'document captured',
      RECORDED: 'recorded here',
    },
    undated: (count: number): string =>
      `No date given in the source: ${count === 1 ? 'one statement' : `${count} statements`}`,
    moreEvents: (count: number): string => (count === 1 ? 'and one more statement' : `and ${count} more statements`),
    morePeriods: (count: number): string =>
      count === 1 ? 'and one more period, in the list' : `and ${count} more periods, in the list`,
  },
  picture: {
    collects: 'Collects',
    collectsOf: (who: string): string => `${who} collects`,
    ownWords: 'in its own words',
    othersWords: 'what others say',
    data: 'Data',
    uses: 'What for, and who says so',
    ends: 'Use',
    sell: 'sell',
    shareWith: (whom: string): string => `share with ${whom}`,
    competeWith: (whom: string): string => `compete with ${whom}`,
    pursue: (aim: string): string => `pursue ${aim}`,
    since: (date: string): string => `in force since ${date}`,
    between: (from: string, until: string): string => `in force from ${from} to ${until}`,
    /** Beside the words of a card, where there is little room. */
    sinceInShort: (date: string): string => `since ${date}`,
    asPut: (source: string): string => `as ${source} puts it`,
    noDate: 'no date',
    statuses: 'Statuses of all claims: choose one to see only its claims',
    all: 'All statuses',
    views: 'Views',
    tabs: { graph: 'Picture', list: 'List', matrix: 'Table', timeline: 'Timeline' },
    shown: (shown: number, all: number): string => `${shown} of ${all} claims.`,
    seeAll: 'See all',
    listed: (count: number): string => (count === 1 ? 'The claim in words' : `The ${count} claims in words`),
    showMore: (count: number): string => `Show ${count} more`,
    seeAllOf: (count: number): string => (count === 1 ? 'See the claim' : `See all ${count} claims`),
    translated: 'Words in other languages are shown in our translation.',
    about: (name: string): string => `All claims: ${name}`,
    moreData: (count: number): string => `and ${count} more`,
  },
}
