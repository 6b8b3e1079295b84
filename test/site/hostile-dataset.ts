import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { Name } from '../../src/domain/name.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { withSlugs } from '../domain/plain-slugs.ts'

const RECORDED = '2026-01-01T00:00:00Z'
const at = <T>(item: T): { item: T; recordedAt: string } => ({ item, recordedAt: RECORDED })

const SEEDS: readonly string[] = [
  '<script>window.pwned=1</script>',
  '"><img src=x onerror="window.pwned=1">',
  "'><svg onload=window.pwned=1>",
  '</title><script>window.pwned=1</script>',
  '</script><script>window.pwned=1</script>',
  '<svg><animate onbegin=window.pwned=1 attributeName=x dur=1s>',
  '<svg><a><set attributeName=href to=javascript:window.pwned=1></a></svg>',
  'javascript:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  '&lt;script&gt;window.pwned=1&lt;/script&gt;',
  '<!--><script>window.pwned=1</script>',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '{{constructor.constructor("window.pwned=1")()}}',
  '\u0024{window.pwned=1}',
  ']]><script>window.pwned=1</script>',
  '\u202Egnitirw tfel-ot-thgir\u202C \u2066unclosed',
  '\u0000\u0001\u0008\u000B\u001F null and controls \uFFFE',
  '😀𝕏𐍈 astral 👩‍👩‍👧‍👦 family',
  'e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A zalgo',
  'نص عربي مع English وأرقام 123',
  'word'.repeat(2500),
  'https://example.org/?a=1&b="2"',
  '   \t\n  ',
  '-->',
  '<style>*{display:none}</style>',
]

/** `count` different hostile strings. */
export const hostileStrings = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${SEEDS[i % SEEDS.length]} #${i}`)

/** A data set with hostile text in every field: names, titles, quotes, translations, conditions, URLs, licences. */
export function hostileDataset(claimCount: number): Dataset {
  const strings = hostileStrings(1000)
  let used = 0
  const next = (): string => strings[used++ % strings.length] ?? ''
  const localized = (): Record<string, string> => ({ en: next(), id: next() })
  const names = (): readonly Name[] =>
    ['en', 'id', 'ar'].map((language) => ({
      value: next(),
      language,
      kind: 'PREFERRED',
      validFrom: null,
      validTo: null,
    }))
  const ids = Array.from({ length: claimCount }, (_, i) => `claim-${String(i).padStart(4, '0')}`)
  const assertion = (id: string, claimId: string, i: number): Assertion =>
    withSlugs<Assertion>({
      id: toAssertionId(id),
      claimId,
      stance: i % 3 === 0 ? 'DENIES' : i % 3 === 1 ? 'SPECULATES' : 'STATES',
      polarity: i % 3 === 0 ? 'NEGATES' : 'AFFIRMS',
      certainty: i % 2 === 0 ? 'POSSIBLE' : 'CERTAIN',
      evidentiality: 'DIRECT_QUOTE',
      claimantId: i % 4 === 0 ? toSlug('group') : toSlug('x'),
      claimantAsPrinted: { value: next(), language: 'id' },
      sourceId: 'source',
      via: [],
      quote: {
        exact: next(),
        prefix: next(),
        suffix: next(),
        start: null,
        end: null,
        language: i % 2 === 0 ? 'ar' : 'id',
        versionId: null,
        translations: [{ value: next(), language: 'en' }],
      },
      assertedAt: i % 5 === 0 ? null : '2023-08',
      heldFrom: null,
      heldUntil: null,
      retracts: null,
      withdrawn: null,
    })
  return withSlugs<Dataset>({
    entities: [
      at({
        id: 'x',
        kind: 'Service',
        names: names(),
        externalIds: [{ scheme: next(), value: next(), match: null }],
        description: localized(),
        speaksFor: [],
      }),
      at({
        id: 'group',
        kind: 'Group',
        names: names(),
        externalIds: [],
        description: localized(),
        speaksFor: [],
      }),
    ],
    concepts: ['data-a', 'data-b'].map((id) =>
      at({ id, kind: 'DataCategory' as const, names: names(), externalIds: [], definition: localized(), broader: [] }),
    ),
    sources: [
      at({
        id: 'source',
        kind: 'ARTICLE' as const,
        title: localized(),
        url: 'javascript:window.pwned=1',
        language: 'en',
        publishedBy: 'x',
        publishedAt: null,
        derivation: 'UNKNOWN' as const,
        derivedFrom: [],
        licence: next(),
        attribution: next(),
        archive: { name: next(), url: 'data:text/html,<script>window.pwned=1</script>' },
        versions: [],
      }),
    ],
    claims: ids.map((id, i) =>
      at({
        id,
        subject: { kind: 'Entity' as const, id: 'x' },
        predicate: 'COLLECTS' as const,
        data: i % 7 === 0 ? ['data-a', 'data-b'] : ['data-a'],
        uses: [],
        object: null,
        condition: i % 2 === 0 ? localized() : null,
        validFrom: null,
        validTo: null,
      }),
    ),
    assertions: ids.flatMap((id, i) => [at(assertion(`${id}-a`, id, i)), at(assertion(`${id}-b`, id, i + 1))]),
    assessments: [],
    relations: ids.slice(1, 4).map((id, i) =>
      at({
        id: `relation-${i}`,
        kind: 'DERIVED_FROM' as const,
        fromClaimId: id,
        toClaimId: toSlug('claim-0000'),
        claimantId: 'x',
        claimantAsPrinted: null,
        sourceId: 'source',
        quote: null,
        drift: localized(),
      }),
    ),
    stories: [
      at({
        id: 'story',
        title: localized(),
        summary: localized(),
        leadSourceId: toSlug('source'),
        claimIds: ids,
        pictureIds: [],
      }),
    ],
    renames: [],
    contentHash: `hostile-${claimCount}`,
  })
}
