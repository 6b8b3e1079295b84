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
  headline: { proposition: text, status: 'A status', by: `${text}; somebody denies it` },
  title: `A status: ${text}`,
  body: text,
  contradiction: i % 3 === 0 ? text : null,
  assessment: null,
  utterances: [],
})

const plain = (i: number): string => `words of thing number ${i} that go on for a while`

/** Data, cards and uses with random links. The same arguments give the same view. */
export function exampleGraph(data: number, cards: number, uses: number, seed = 42, text = plain): GraphView {
  let index = seed
  const pick = (n: number): number => {
    index = (index * 1103515245 + 12345) % 2147483648
    return index % n
  }
  const claims = Array.from({ length: cards }, (_, i) => exampleCard(i, text(i + 2)))
  const links = claims.flatMap(({ id, status }) => [
    ...(data > 0 ? [{ from: `DataCategory:${pick(data)}`, to: id, status }] : []),
    ...(uses > 0 && pick(3) > 0 ? [{ from: id, to: `Use:${pick(uses)}`, status }] : []),
  ])
  return {
    kind: 'graph',
    header: EXAMPLE_FRAME,
    data: Array.from({ length: data }, (_, i) => node('DataCategory', i, text(i))),
    cards: claims,
    uses: Array.from({ length: uses }, (_, i) => node('Use', i, text(i + 1))),
    links,
  }
}
