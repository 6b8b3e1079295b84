import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { PREDICATE_NAMES } from '../../src/domain/predicate.ts'
import { isVerbOf, REPORTING_VERBS } from '../../src/domain/reporting-verb.ts'
import { CERTAINTIES, EVIDENTIALITIES, LACKS, LEGAL_POLARITIES, STANCES, TENSES } from '../../src/domain/stance.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { entryWords, sentenceOf } from '../../src/sentences/sentence.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { always, claimOf, names, recordOf } from '../domain/spoken-claims.ts'
import { sentenceLines, wordedClaims } from '../golden/sentence-lines.ts'
import { openSeeded } from '../graphql/seeded-store.ts'
import type { OpenStore } from '../open-store.ts'
import { fc, propertyRuns } from '../property-runs.ts'

/** Phrases that no text for readers has, by language, with what stands in their place. */
const BANNED: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /by nobody who is named/iu, // "no source named"
    /\bnot so\b/iu, // "says it does not"
    /\(?(?:not )?of the future/iu, // "in future"
    /the voices of/iu,
    /has it from/iu, // "citing"
    /nobody in this record/iu,
  ],
  id: [
    /\bmemang\b/iu,
    /\bdiduga\b/iu, // "disebut-sebut"
    /suara-suara/iu,
    /tangan pertama/iu,
    /oleh [^;.,]+ atau /iu, // "X maupun Musk"
  ],
}

const bannedIn = (text: string, tag: string): readonly string[] =>
  (BANNED[tag] ?? []).flatMap((phrase) => phrase.exec(text)?.[0] ?? [])

/** All texts of a messages file; functions are called with words in place of each argument. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* textsOf(one)
}

const assertions: fc.Arbitrary<PlainSlugs<Partial<Assertion>>> = fc
  .record({
    stance: fc.constantFrom(...STANCES.filter((stance) => stance !== 'RETRACTS')),
    side: fc.nat(1),
    certainty: fc.constantFrom(...CERTAINTIES),
    tense: fc.constantFrom(...TENSES),
    evidentiality: fc.constantFrom(...EVIDENTIALITIES),
    claimantId: fc.constantFrom('x', 'musk', 'bloomberg', 'public', null),
    sourceId: fc.constantFrom('policy', 'article'),
    verb: fc.constantFrom(...REPORTING_VERBS),
    lacks: fc.constantFrom(...LACKS),
    lacksFrom: fc.constantFrom('x', 'musk'),
    assertedAt: fc.constantFrom(null, '2023', '2023-08-31'),
    heldUntil: fc.constantFrom(null, '2024-01-01'),
  })
  .map(({ side, verb, lacks, lacksFrom, stance, ...rest }): PlainSlugs<Partial<Assertion>> => {
    const polarities = LEGAL_POLARITIES[stance]
    const isUnknown = stance === 'REPORTS_UNKNOWN'
    return {
      ...rest,
      stance,
      polarity: polarities[side % polarities.length] ?? 'UNKNOWN',
      ...(isVerbOf(verb, stance) ? { verb } : {}),
      ...(isUnknown ? { lacks } : {}),
      ...(isUnknown && lacks === 'CONFIRMATION' ? { lacksFrom } : {}),
    }
  })

describe('banned phrase', () => {
  let open: OpenStore
  beforeAll(async () => {
    open = await openSeeded()
  })
  afterAll(() => open.database.close())

  it('is in no headline and no sentence of the stories', async () => {
    const claims = await wordedClaims(open.store)
    const lines = claims.flatMap((claim) => sentenceLines(claim).split('\n\n'))
    for (const { tag } of MESSAGES) {
      const own = lines.filter((line) => line.startsWith(`- ${tag}:`))
      expect(own).toHaveLength(claims.length)
      expect(own.flatMap((line) => bannedIn(line, tag).map((phrase) => `${phrase}: ${line}`))).toEqual([])
    }
  })

  it('is in no sentence and no line on random claims', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PREDICATE_NAMES),
        fc.array(assertions, { minLength: 1, maxLength: 4 }),
        (predicate, given) => {
          const record = recordOf(claimOf(predicate), given)
          for (const messages of MESSAGES) {
            const texts = [
              sentenceOf(record, always, names, messages),
              ...record.assertions.map((one) => entryWords(one, record, names, messages)),
            ]
            expect(texts.flatMap((text) => bannedIn(text, messages.tag))).toEqual([])
          }
        },
      ),
      { numRuns: propertyRuns(300) },
    )
  })

  it.each(MESSAGES)('is in no fixed text of pages in $tag', ({ tag, ui }) => {
    const texts = [...textsOf(ui)]
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.flatMap((text) => bannedIn(text, tag).map((phrase) => `${phrase}: ${text}`))).toEqual([])
  })

  it.each([
    ['en', 'It is said, by nobody who is named, that X sells data.', 'by nobody who is named'],
    ['en', 'denied by Elon Musk (of the future)', '(of the future'],
    ['id', 'X memang menjualnya', 'memang'],
    ['id', 'belum dikonfirmasi oleh X atau Elon Musk', 'oleh X atau '],
  ])('is found in %s: %s', (tag, text, phrase) => {
    expect(bannedIn(text, tag)).toEqual([phrase])
  })
})
