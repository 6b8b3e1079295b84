import { describe, expect, it } from 'vitest'
import { toAssertionId } from '../../../src/domain/assertion-id.ts'
import type { ClaimDetails } from '../../../src/domain/claim-details.ts'
import { toRevisionNumber } from '../../../src/domain/revision-number.ts'
import { toSlug } from '../../../src/domain/slug.ts'
import { MESSAGES } from '../../../src/messages/all-messages.ts'
import { namesFrom } from '../../../src/sentences/names.ts'
import { claimCard } from '../../../src/widgets/view/claim-card.ts'
import { linksIn } from '../../../src/widgets/view/links.ts'
import { assertion, smallDataset } from '../../contracts/small-dataset.ts'

const { claims, sources, concepts } = smallDataset()
const [claim] = claims
if (!claim) throw new Error('The small data set has claims.')
const SPEAKERS = Array.from({ length: 9 }, (_, i) => `Speaker ${'ABCDEFGHI'[i]}`)
const names = namesFrom({
  entities: SPEAKERS.map((value, i) => ({
    id: toSlug(`speaker-${i}`),
    kind: 'Organization',
    names: [{ value, language: 'en', kind: 'PREFERRED', validFrom: null, validTo: null }],
    externalIds: [],
    description: {},
    speaksFor: [],
  })),
  sources: sources.map(({ item }) => item),
  concepts: concepts.map(({ item }) => item),
})
const details: ClaimDetails = {
  claim: claim.item,
  status: {
    status: 'REPORTED',
    polarity: 'AFFIRMS',
    because: SPEAKERS.map((_, i) => toAssertionId(`a${i}`)),
    caveats: [],
    contradictsItself: false,
  },
  assertions: SPEAKERS.map((_, i) =>
    assertion(`a${i}`, claim.item.id, {
      claimantId: `speaker-${i}`,
      certainty: i === 0 ? 'POSSIBLE' : 'CERTAIN',
    }),
  ),
  relations: [],
  assessments: [],
  namedEntities: [],
  namedSources: [],
  namedConcepts: [],
  speaksFor: {},
  sources: {},
  changedIn: toRevisionNumber(1),
  recordedIn: {},
}

describe.each(MESSAGES)('claim card with nine claimants, in $name', (messages) => {
  const card = claimCard(details, names, messages, linksIn(messages.tag, null))

  it('names all claimants in its sentence and its list, and counts the rest on the card', () => {
    for (const name of SPEAKERS) {
      expect(card.body).toContain(name)
      expect(card.utterances.map(({ who }) => who)).toContain(name)
    }
    // Nine claimants have two stances: one hedges. The card names three of them.
    const named = SPEAKERS.filter((name) => card.headline.by.includes(name))
    expect(named).toHaveLength(3)
    expect(card.headline.by).toContain(messages.byLine.others(6))
  })
})

describe.each([
  ['en', 'in force from 18 June 2020 to 9 June 2022', 'in force since 18 June 2020'],
  ['id', 'berlaku dari 18 Juni 2020 sampai 9 Juni 2022', 'berlaku sejak 18 Juni 2020'],
])('words of a card, in %s', (tag, ended, since) => {
  it.each([
    ['2022-06-09', ended],
    [null, since],
  ])('that are in force until %s have that day', (heldUntil, when) => {
    const words = assertion('a0', claim.item.id, { heldFrom: '2020-06-18', heldUntil })
    const messages = MESSAGES.find((one) => one.tag === tag) ?? expect.fail()
    const card = claimCard({ ...details, assertions: [words] }, names, messages, linksIn(tag, null))
    expect(card.lead?.when).toBe(when)
  })
})
