import { describe, expect, it } from 'vitest'
import type { Quote } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import type { SourceVersion } from '../../src/domain/source.ts'
import { CLOCKS, timelineOf } from '../../src/domain/timeline.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import { en } from '../../src/messages/en.ts'
import { namesFrom } from '../../src/sentences/names.ts'
import { timelineList } from '../../src/widgets/html/timeline-list.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { timelineView } from '../../src/widgets/view/timeline-view.ts'
import { assertion, smallDataset } from '../contracts/small-dataset.ts'
import { quote, version } from '../domain/captured-words.ts'
import { EXAMPLE_FRAME } from './example-graph.ts'

const { claims, sources, concepts, entities } = smallDataset()
const [claim] = claims
if (!claim) throw new Error('The small data set has claims.')
const { id } = claim.item
const names = namesFrom({
  entities: entities.map(({ item }) => item),
  sources: sources.map(({ item }) => item),
  concepts: concepts.map(({ item }) => item),
})
const details: ClaimDetails = {
  claim: claim.item,
  status: {
    status: 'STATED',
    polarity: 'AFFIRMS',
    because: [toAssertionId('may')],
    caveats: [],
    contradictsItself: false,
  },
  assertions: [
    assertion('may', id, {
      certainty: 'POSSIBLE',
      assertedAt: '2023-08-30',
      heldFrom: '2023-09-29',
      heldUntil: '2024-01-01',
    }),
    assertion('guess', id, {
      stance: 'SPECULATES',
      evidentiality: 'HEARSAY',
      claimantId: null,
      assertedAt: '2023-08-30',
    }),
    assertion('back', id, { stance: 'RETRACTS', retracts: toAssertionId('may'), assertedAt: '2023-08-31' }),
    assertion('ours', id, { assertedAt: '2023-08-30', withdrawn: 'read the wrong page' }),
    assertion('undated', id, { stance: 'DENIES', polarity: 'NEGATES', assertedAt: null }),
  ],
  relations: [],
  assessments: [],
  namedEntities: [],
  namedSources: [],
  namedConcepts: [],
  speaksFor: {},
  sources: {},
  changedIn: toRevisionNumber(1),
  recordedIn: {
    may: toRevisionNumber(1),
    guess: toRevisionNumber(1),
    back: toRevisionNumber(1),
    ours: toRevisionNumber(1),
    undated: toRevisionNumber(1),
  },
}
const events = timelineOf(
  [details],
  [{ number: toRevisionNumber(1), recordedAt: '2026-08-01T10:00:00Z', author: 'a', reason: 'r' }],
  {
    clocks: CLOCKS,
    from: null,
    until: null,
  },
)

describe('timeline list', async () => {
  const view = await timelineView(events, {
    header: { ...EXAMPLE_FRAME, messages: messagesIn('en') },
    names,
    links: linksIn('en', null),
  })

  it('has each day once, and on each day each kind of event once', () => {
    expect(view.days.map(({ when }) => when)).toEqual([
      '30 August 2023',
      '31 August 2023',
      '29 September 2023',
      '1 January 2024',
      '1 August 2026',
    ])
    expect(view.days.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    for (const { groups } of view.days)
      expect(new Set(groups.map(({ heads }) => heads.map(({ word }) => word).join())).size).toBe(groups.length)
  })

  it('gives an assertion as a hedged clause with the act of its speaker, never the status of the claim', () => {
    const texts = (day: string): readonly string[] =>
      view.days.find(({ when }) => when === day)?.groups.flatMap((group) => group.events.map(({ text }) => text)) ?? []
    expect(texts('30 August 2023')).toEqual([
      expect.stringMatching(/^it is guessed \(no source named\) that X collects /),
      expect.stringMatching(/^X says that it may collect [^(]*$/),
    ])
    expect(texts('31 August 2023')).toEqual([expect.stringMatching(/^X took back the statement that X collects/)])
    expect(texts('1 January 2024')).toEqual([expect.stringContaining('no longer stated after 1 January 2024')])
    expect(view.undated.flatMap(({ events }) => events.map(({ text, act }) => [text, act]))).toEqual([
      [expect.stringMatching(/^X denies that it collects/), 'DENIED'],
    ])
    const acts = view.days.flatMap(({ groups }) => groups.flatMap((group) => group.events.map(({ act }) => act)))
    expect(acts.slice(0, 3)).toEqual(['SPECULATED', 'STATED', 'RETRACTED'])
    for (const { events } of view.days.flatMap(({ groups }) => groups))
      for (const { badge } of events) expect(badge).toBeNull()
  })

  it('merges an assertion with the start of its validity on one day, without the status of the claim', async () => {
    const both = {
      ...details,
      assertions: [assertion('may', id, { assertedAt: '2022-06-10', heldFrom: '2022-06-10' })],
    }
    const happened = timelineOf([both], [], { clocks: ['SAID', 'HOLDS'], from: null, until: null })
    for (const tag of ['en', 'id']) {
      const { ui } = messagesIn(tag)
      const result = await timelineView(happened, {
        header: { ...EXAMPLE_FRAME, messages: messagesIn(tag) },
        names,
        links: linksIn(tag, null),
      })
      expect(result.days.map(({ groups }) => groups.map(({ heads }) => heads.map(({ word }) => word)))).toEqual([
        [[ui.events.ASSERTED, ui.events.HELD_FROM]],
      ])
      expect(result.days[0]?.groups[0]?.events.map(({ badge }) => badge)).toEqual([null])
    }
  })

  it('marks what was said, and draws a period in force as one bar', () => {
    expect(view.marks.filter(({ kind }) => kind !== 'RECORDED')).toEqual([
      { kind: 'SAID', number: 1, from: '2023-08-30', until: null, label: expect.stringContaining('X') },
      { kind: 'SAID', number: 2, from: '2023-08-31', until: null, label: 'X' },
      {
        kind: 'HOLDS',
        number: 3,
        from: '2023-09-29',
        until: '2024-01-01',
        label: expect.stringContaining('one statement'),
      },
    ])
  })

  it.each(MESSAGES)('folds recordings, and what has no date, in $name', async (messages) => {
    const { markup } = await timelineList({ ...view, header: { ...view.header, messages } }, '')
    expect(markup).toContain(`<summary>${messages.ui.timelineParts.undated(1)}</summary>`)
    // No line here has a status beside it, only stances.
    expect(markup).not.toContain(messages.ui.statusNow)
    expect(markup.match(/<details/g)).toHaveLength(2)
    // A withdrawal for our own mistake is never folded.
    expect(markup).toContain(
      `<div class="sanad-group"><span class="sanad-clock" data-mark="RECORDED">${en.ui.events.WITHDRAWN}`,
    )
    expect(markup.match(/<details[^>]* open/g)).toBeNull()
  })
})

describe('capture event in a timeline', () => {
  const [policy] = sources
  if (!policy) throw new Error('The small data set has a document.')
  const stated = version('v-23', { effectiveFrom: '2023-09-22' })
  const captured = async (versions: readonly SourceVersion[], quotes: readonly Partial<Quote>[], tag: string) => {
    const claimed: ClaimDetails = {
      ...details,
      namedSources: [{ ...policy.item, versions }],
      assertions: quotes.map((own, i) =>
        assertion(`q-${i}`, id, { assertedAt: null, quote: quote({ versionId: 'v-23', ...own }) }),
      ),
    }
    const happened = timelineOf([claimed], [], { clocks: ['SAID'], from: '2023', until: null })
    const view = await timelineView(happened, {
      header: { ...EXAMPLE_FRAME, messages: messagesIn(tag) },
      names,
      links: linksIn(tag, null),
    })
    return (await timelineList(view, '')).markup
  }
  const plain = (markup: string): string =>
    markup
      .slice(markup.indexOf('<time'))
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<[^>]*>/g, '|')
      .replace(/\|+/g, '|')

  it("has the capture's stated validity, and the claims whose quotes are in it, each once", async () => {
    expect(plain(await captured([stated], [{}, {}], 'en'))).toBe(
      '|23 August 2023|document captured|“Privacy Policy” was captured; it states that it is in force from 22 September 2023.' +
        '|The words quoted for 2 statements stand in it|X| says that it collects messages| |“Privacy Policy”|',
    )
  })

  it('names quotes that are absent from it, in the language of the page', async () => {
    const markup = await captured([stated], [{ versionId: null, absentFrom: ['v-23'] }], 'id')
    expect(plain(markup)).toContain(
      '|dokumen direkam|“|Privacy Policy|” direkam; dokumen itu menyatakan berlaku sejak 22 September 2023.' +
        '|Kata-kata yang dikutip untuk 1 pernyataan tidak ada di dalamnya|X| menyatakan bahwa',
    )
    expect(markup).toContain('<span lang="en">Privacy Policy</span>')
  })

  it('shows the act of each speaker whose words are in a capture, without the status of the claim', async () => {
    const markup = await captured([stated], [{}], 'en')
    expect(markup).toContain('data-status="STATED"')
    expect(markup).not.toContain(en.ui.statusNow)
  })

  it('with an incomplete capture says that absence is unknown', async () => {
    expect(plain(await captured([{ ...stated, incomplete: true, effectiveFrom: null }], [{}], 'en'))).toContain(
      '“Privacy Policy” was captured. (incomplete: what is absent from it is not known)',
    )
  })
})
