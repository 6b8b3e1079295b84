import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import type { ClaimCard, GraphView, ViewHeader, ViewNode } from '../../src/widgets/view/view.ts'

export const EXAMPLE_FRAME: ViewHeader = {
  messages: messagesIn('en'),
  title: 'A title',
  summary: '',
  permalink: '/story/x?lang=en',
  notices: [],
  attributions: [],
}

const node = (kind: string, i: number, label: string): ViewNode => ({
  id: `${kind}:${i}`,
  label,
  href: `/data/${i}?lang=en`,
})

export const exampleCard = (i: number, text: string): ClaimCard => ({
  id: `Claim:${i}`,
  slug: `claim-${i}`,
  href: `/claim/claim-${i}?lang=en`,
  status: STATUSES[i % STATUSES.length] ?? 'STATED',
  headline: { proposition: text, status: 'A status', by: `${text}; somebody denies it`, agents: null },
  title: `A status: ${text}`,
  body: text,
  contradiction: i % 3 === 0 ? text : null,
  assessment: null,
  lead: {
    id: 'said',
    quote: { value: text, language: 'en' },
    isTranslated: false,
    source: text,
    href: '/source/s',
    when: 'no date',
    whenInShort: 'no date',
  },
  unbroken: [],
  utterances: [],
})

const plain = (i: number): string => `words of thing number ${i} that go on for a while`

/** A picture of cards with random data and ends, a third of them in the band. The same arguments give the same view. */
export function exampleGraph(data: number, cards: number, ends: number, seed = 42, text = plain): GraphView {
  let index = seed
  const pick = (n: number): number => {
    index = (index * 1103515245 + 12345) % 2147483648
    return index % n
  }
  const claims = Array.from({ length: cards }, (_, i) => exampleCard(i, text(i + 2)))
  const banded = claims.filter((_, i) => i % 3 === 0)
  const some = (kind: string, of: number): ViewNode[] =>
    of === 0 ? [] : [...new Set(Array.from({ length: pick(4) }, () => pick(of)))].map((i) => node(kind, i, text(i)))
  const rows = claims
    .filter((card) => !banded.includes(card))
    .map((card) => ({ card, data: some('DataCategory', data) }))
  return {
    kind: 'graph',
    header: EXAMPLE_FRAME,
    cards: claims,
    band:
      banded.length === 0
        ? null
        : {
            title: 'X collects',
            heads: ['in its own words', 'what others say'],
            sources: [null, null],
            rows: banded.flatMap((own, i) => (i % 2 === 0 ? [[own, banded[i + 1] ?? null] as const] : [])),
          },
    groups: rows.flatMap((_, i) => (i % 2 === 0 ? [{ rows: rows.slice(i, i + 2), ends: some('Use', ends) }] : [])),
    strip: [],
    tabs: null,
  }
}
