import { ACT, type Bad, changed, type Files, inClaims, inThings } from './bad-seed-cases.ts'

const formerly = (id: string, list: string): Files => inThings(`- id: ${id}\n`, `- id: ${id}\n    formerly: ${list}\n`)

/** Seeds with invalid former slugs. */
export const BAD_FORMER_SLUGS: readonly Bad[] = [
  {
    what: 'a reference to a former slug',
    files: {
      ...inClaims('source: policy', 'source: polcy'),
      'zz.yaml': 'sources:\n  - { id: memo, formerly: [polcy], kind: POST, title: { en: Memo } }\n',
    },
    problem: ['UNKNOWN_REFERENCE', 'claims.yaml', 13, 17, `${ACT}.source`],
    message: 'source polcy was renamed: write memo',
  },
  {
    what: 'a former slug that equals the current one',
    files: formerly('policy', '[polcy, policy]'),
    problem: ['DUPLICATE_ID', 'things.yaml', 10, 23, 'sources[0].formerly[1]'],
    message: 'source policy is the id that it has: leave it out',
  },
  {
    what: 'a former slug that is listed twice',
    files: formerly('x', '[twitter, twitter]'),
    problem: ['DUPLICATE_ID', 'things.yaml', 3, 25, 'entities[0].formerly[1]'],
    message: 'entity twitter is there twice: keep one',
  },
  {
    what: 'a former slug that is the current slug of another object, in another file',
    files: {
      ...formerly('x', '[twitter]'),
      'zz.yaml': 'entities:\n  - { id: twitter, kind: Service, names: [{ value: T, language: en, kind: ALIAS }] }\n',
    },
    problem: ['DUPLICATE_ID', 'things.yaml', 3, 16, 'entities[0].formerly[0]'],
    message: /^entity twitter is in \S*zz\.yaml: ids are never reused, so give that object another$/,
  },
  {
    what: 'a former slug of two objects',
    files: {
      ...formerly('policy', '[terms]'),
      'zz.yaml': 'sources:\n  - { id: memo, formerly: [terms], kind: POST, title: { en: Memo } }\n',
    },
    problem: ['DUPLICATE_ID', 'zz.yaml', 2, 28, 'sources[0].formerly[0]'],
    message: 'source terms was the id of policy too: it can lead to one of the two only',
  },
  {
    what: 'a former slug with invalid characters',
    files: changed('story.yaml', 'id: a-story\n', 'id: a-story\n  formerly: [A Story]\n'),
    problem: ['INVALID', 'story.yaml', 3, 14, 'story.formerly[0]'],
    message: 'is no id: write a-z, 0-9 and single hyphens',
  },
]
