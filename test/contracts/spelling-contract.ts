import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changes } from '../../src/domain/changes.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Entity } from '../../src/domain/entity.ts'
import type { RevisionNumber } from '../../src/domain/revision-number.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { Source } from '../../src/domain/source.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { type OpenStore, toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { canonicalLanguage, canonicalText } from '../../src/text/canonical-text.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { anyTag, anyText, respelt } from '../text/spellings.ts'
import { assertion } from './small-dataset.ts'
import { everything } from './stored-states.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const BY_TEST = { author: 'test', reason: 'a test', now: NOW }
const [FIRST] = writableDataset().claims.map(({ item }) => item)
const [POLICY] = writableDataset().sources.map(({ item }) => item)

/** One spelling of all texts of an entity, a claim and a quote. */
interface Spelling {
  readonly name: string
  readonly language: string
  readonly identifier: string
  readonly scheme: string
}

const spellingsOf = (name: string, tag: string) =>
  fc.record({
    name: respelt(name),
    language: fc.constantFrom(tag, tag.toUpperCase(), tag.toLowerCase(), ` ${tag} `),
    identifier: respelt('Ⅷ-é'),
    scheme: fc.constantFrom('wikidata', 'Wikidata', ' WIKIDATA'),
  })
const twoSpellings = fc
  .tuple(anyText, anyTag)
  .chain(([name, tag]) => fc.tuple(spellingsOf(name, tag), spellingsOf(name, tag)))

const EXACT = ' cafe\u0301 \n'

const entityOf = ({ name, language, identifier, scheme }: Spelling): Entity => ({
  id: toSlug('spelt'),
  kind: 'Person',
  names: [{ value: name, language, kind: 'PREFERRED', validFrom: null, validTo: null }],
  externalIds: [{ scheme, value: identifier, match: null }],
  description: { [language]: name },
  speaksFor: [],
})
const claimOf = ({ name, language }: Spelling, id: string): Claim => ({
  ...(FIRST ?? expect.fail()),
  id: toSlug(id),
  condition: { [language]: name },
})
const changesOf = (spelling: Spelling, claimId: string): Changes => {
  const quote = { exact: EXACT, prefix: null, suffix: null, start: null, end: null, versionId: null, translations: [] }
  const item = assertion(`${claimId}-says`, claimId, { quote: { ...quote, language: spelling.language } })
  return {
    put: {
      entities: [{ item: entityOf(spelling) }],
      claims: [{ item: claimOf(spelling, claimId) }],
      assertions: [{ item }],
    },
  }
}

const anyDay = fc.constantFrom('2999', '2026-11-03', '2026-12', '2026-11-01T00:06:00Z')
const sourceWith = (change: Partial<Source>): Changes => ({
  put: { sources: [{ item: { ...(POLICY ?? expect.fail()), ...change } }] },
})
const nameOf = (value: string, language = 'en'): Changes => {
  const entity = entityOf({ name: 'x', language: 'en', identifier: 'Q1', scheme: 'wikidata' })
  const names = [{ value, language, kind: 'PREFERRED' as const, validFrom: null, validTo: null }]
  return { put: { entities: [{ item: { ...entity, names } }] } }
}

/** Changes that are refused, by the kind of their mistake, and the reason. */
const REFUSED: Readonly<Record<string, readonly [fc.Arbitrary<Changes>, RegExp]>> = {
  'a name that nobody sees': [
    fc
      .string({ unit: fc.constantFrom('\u200b', '\u2060', '\u3164', '\u202e', ' '), maxLength: 3 })
      .map((text) => nameOf(text)),
    / is blank: | contains nothing that a reader sees: /,
  ],
  'a name with a control character': [
    fc.constantFrom('\0', '\u0007', '\u001b', '\u0085').map((control) => nameOf(`a${control}b`)),
    / contains the control character U\+00/,
  ],
  'half of a surrogate pair in a URL': [
    fc.constantFrom('\ud800', '\udfff').map((half) => sourceWith({ url: `https://x.com/${half}` })),
    / contains half of a surrogate pair: /,
  ],
  'a link of another scheme than the web': [
    fc
      .constantFrom(
        'javascript:alert(1)',
        'JavaScript:alert(1)',
        'data:text/html,x',
        'ftp://x.com/',
        '//x.com/',
        'x',
        'http://',
      )
      .map((url) => sourceWith({ url })),
    / is no URL: write one that begins with https/,
  ],
  'more marks on one letter than any writing has': [
    fc.integer({ min: 31, max: 4000 }).map((count) => nameOf(`a${'\u0301\u0323'.repeat(count)}`)),
    / has more than 30 marks on one letter: /,
  ],
  'a language that is no tag': [
    fc.constantFrom('', '!', 'en_GB', 'englishlanguage', 'e').map((tag) => nameOf('x', tag)),
    / is no language tag: /,
  ],
  'a language twice': [
    fc.constantFrom('EN', ' en', 'En').map((tag) => sourceWith({ title: { en: 'a', [tag]: 'b' }, language: 'en' })),
    / names a language that is there already: /,
  ],
  'a publication in the future': [
    anyDay.map((day) => sourceWith({ publishedAt: day })),
    / is in the future: write when it was published/,
  ],
  'an assertion in the future': [
    anyDay.map((day) => ({
      put: { assertions: [{ item: assertion('later', FIRST?.id ?? '', { assertedAt: day }) }] },
    })),
    / is in the future: write when it was said/,
  ],
  'a day that no calendar has': [
    fc
      .constantFrom('2026-08-01T24:00:00Z', '0000', '0000-01-01', '2026-02-30')
      .map((day) => sourceWith({ publishedAt: day })),
    / is no possible date: /,
  ],
}

/** Spellings of texts, tags and dates on an engine; `open` gives it empty. */
export function describeSpellings(name: string, open: () => Promise<Engine>, runs: number): void {
  describe(`spellings on ${name}`, () => {
    let engine: Engine
    let opened: OpenStore
    let revision: RevisionNumber
    beforeAll(async () => {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      opened = toOpenStore(engine)
      const load = { author: 'test', set: 'test', now: NOW }
      revision = toRevisionNumber((await loadDataset(engine, writableDataset(), load)).revision)
    })
    afterAll(() => engine.close())

    it('are stored in one form, in which the same objects are unchanged, and quotes keep their characters', async () => {
      let count = 0
      const property = fc.asyncProperty(twoSpellings, async ([first, second]) => {
        count += 1
        const id = `spelt-${count}`
        revision = await opened.writer.append(changesOf(first, id), { ...BY_TEST, expectedRevision: revision })
        const [entity] = await opened.store.entities([toSlug('spelt')], revision)
        const language = canonicalLanguage(first.language) ?? expect.fail()
        const text = canonicalText(first.name)
        expect(entity).toEqual(entityOf({ name: text, language, identifier: 'Ⅷ-é', scheme: 'wikidata' }))
        const [claim] = await opened.store.claims([toSlug(id)], revision)
        expect(claim?.claim.condition).toEqual({ [language]: text })
        expect(claim?.assertions[0]?.quote).toMatchObject({ exact: EXACT, language })
        expect(await opened.store.entityByExternalId('wikidata', 'Ⅷ-é', revision)).toEqual(entity)
        expect(await opened.writer.append(changesOf(second, id), { ...BY_TEST, expectedRevision: revision })).toBe(
          revision,
        )
        const again = { put: { claims: [{ item: claimOf(second, `${id}-again`) }] } }
        await expect(opened.writer.append(again, { ...BY_TEST, expectedRevision: revision })).rejects.toThrow(
          `claims the same as ${id} `,
        )
        const end = [
          { kind: 'Claim', id },
          { kind: 'Assertion', id: `${id}-says` },
        ] as const
        revision = await opened.writer.append({ end }, { ...BY_TEST, expectedRevision: revision })
      })
      await fc.assert(property, { numRuns: propertyRuns(runs) })
    }, 60_000)

    it.each(Object.entries(REFUSED))(
      'are refused for %s, with the reason, and nothing is written',
      async (_, [changes, reason]) => {
        const before = await everything(engine)
        const property = fc.asyncProperty(changes, async (change) => {
          await expect(opened.writer.append(change, { ...BY_TEST, expectedRevision: revision })).rejects.toMatchObject({
            code: 'BAD_INPUT',
            message: expect.stringMatching(reason),
          })
        })
        await fc.assert(property, { numRuns: propertyRuns(runs) })
        expect(await everything(engine)).toEqual(before)
      },
    )

    it.each([
      ['author', '\u200b'],
      ['reason', 'a\u0007'],
      ['reason', '\ud800'],
    ])('are refused in the %s of a change, with the reason: %j', async (argument, text) => {
      const options = { ...BY_TEST, [argument]: text, expectedRevision: revision }
      await expect(opened.writer.append(nameOf('x'), options)).rejects.toMatchObject({ code: 'BAD_INPUT', argument })
    })

    it('allow dates in the future from which something holds', async () => {
      const later = { validFrom: '2027', validTo: '2999-01-01' }
      const claims = [{ item: { ...(FIRST ?? expect.fail()), id: toSlug('later'), ...later } }]
      const held = assertion('later-says', 'later', { heldFrom: '2027-01', heldUntil: '2030' })
      const put = {
        ...sourceWith({
          versions: (POLICY ?? expect.fail()).versions.map((one) => ({ ...one, effectiveFrom: '2027-01-01' })),
        }).put,
        claims,
        assertions: [{ item: held }],
      }
      const next = await opened.writer.append({ put }, { ...BY_TEST, expectedRevision: revision })
      expect(next).toBe(revision + 1)
      revision = next
    })
  })
}
