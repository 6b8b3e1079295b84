/** Words of feeds and of links to them in English. */
export const enFeeds = {
  follow: 'Follow',
  followMeans: 'See what changes here in a feed reader: new statements, denials and corrections.',
  atom: 'Feed (Atom)',
  all: 'All changes',
  allMeans: 'The claims that changed last, each with its status, who says so and the documents.',
  corrections: 'Corrections',
  correctionsMeans: 'Statements taken back, entries withdrawn by the newsroom, and claims removed.',
  changes: (title: string): string => `Changes: ${title}`,
  changesMeans: 'The claims that changed last, and those that were removed.',
  history: (title: string): string => `History: ${title}`,
  historyMeans: 'The claim as it was after each change, the newest first.',
  correction: {
    RETRACTED: 'Taken back',
    WITHDRAWN: 'Withdrawn',
    REMOVED: 'Removed',
  },
  /** Name and purpose of the search in a browser, at most 16 and 1,024 characters. */
  searchName: 'Sanad',
  searchMeans: 'Search Sanad: who said what, about which data.',
}
