/** Words of the home page in English. */
export const enFront = {
  featured: 'Featured story',
  readStory: 'Read the story',
  shownOf: (shown: number, all: number): string => `${shown} of ${all === 1 ? '1 claim' : `${all} claims`}`,
  key: 'What each status means',
  keyOf: {
    DISPUTED: 'some say so, others say not',
    DENIED: 'by the party concerned',
    CONFIRMED: 'by the party concerned, or stated by it and by an independent speaker',
    STATED: 'by the party concerned; nobody independent confirms it',
    STATED_NOT: 'its own statement, not a denial of somebody’s words',
    REPORTED: 'by somebody else',
    ALLEGED: 'or said, with no source named',
    SPECULATED: 'a guess; nobody claims to know',
    UNKNOWN: 'nobody says whether it is so',
  },
  also: 'Also in the record',
  allStories: (count: number): string => `All ${count} stories`,
  lately: 'Latest changes',
  changed: (claims: number, story: string): string =>
    `${claims === 1 ? '1 claim' : `${claims} claims`} of “${story}” recorded or changed`,
  revision: (number: number): string => `Revision ${number} recorded`,
  toTry: (count: number): string => (count === 3 ? 'Three questions to try' : 'Questions to try'),
  whoSays: (proposition: string): string => `Who says that ${proposition}?`,
  contents: 'In the record',
  summary: (claims: number, stories: number, changed: string): string =>
    `${claims === 1 ? '1 claim' : `${claims} claims`} in ${stories === 1 ? '1 story' : `${stories} stories`}${changed === '' ? '' : `, last changed ${changed}`}`,
  uses: 'Uses',
  all: (count: number): string => `all ${count}`,
  saysAbout: (says: number, about: number): string =>
    [...(says === 0 ? [] : [`says ${says}`]), ...(about === 0 ? [] : [`about ${about}`])].join(', '),
  empty: 'No story is recorded yet.',
}
