import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import { always, claimOf, DENIES, names, recordOf } from './spoken-claims.ts'

const [en, id] = [messagesIn('en'), messagesIn('id')]

describe('sentence of a person about that person', () => {
  const OWN = { claimantId: 'musk' } as const
  const USE = { kind: 'Use', id: 'train' } as const
  it.each([
    ['PURSUES', { object: USE }, {}, 'Elon Musk states an aim to train models.'],
    ['PURSUES', { object: USE }, { stance: 'CONFIRMS' }, 'Elon Musk confirms aiming to train models.'],
    ['DESCRIBES', {}, {}, 'Elon Musk states the opinion that a plain text.'],
    ['OWNS', {}, DENIES, 'Elon Musk denies owning LinkedIn.'],
    [
      'OWNS',
      { condition: { en: 'through a holding' } },
      DENIES,
      'Elon Musk denies owning LinkedIn (through a holding).',
    ],
    // A hedge, a negation and a bare statement keep their clause, since a shorter form would change the meaning.
    ['OWNS', {}, {}, 'Elon Musk states that Elon Musk owns LinkedIn.'],
    ['OWNS', {}, { polarity: 'NEGATES' }, 'Elon Musk states that Elon Musk does not own LinkedIn.'],
    ['PURSUES', { object: USE }, { certainty: 'POSSIBLE' }, 'Elon Musk states that Elon Musk may aim to train models.'],
  ] as const)('avoids a guess of gender: %s %j %j', (predicate, frame, act, words) => {
    const claim = claimOf(predicate, { subject: { kind: 'Entity', id: 'musk' }, ...frame })
    expect(sentenceOf(recordOf(claim, [{ ...OWN, ...act }]), always, names, en)).toBe(words)
  })

  it('has the name where others speak too, and a pronoun in a language without gender', () => {
    const claim = claimOf('PURSUES', { subject: { kind: 'Entity', id: 'musk' }, object: USE })
    const both = recordOf(claim, [{ ...OWN }, { claimantId: 'rival' }])
    expect(sentenceOf(both, always, names, en)).toBe(
      'Elon Musk states an aim to train models; LinkedIn reports that Elon Musk does.',
    )
    expect(sentenceOf(recordOf(claim, [{ ...OWN }]), always, names, id)).toBe(
      'Elon Musk menyatakan bahwa ia bertujuan train models.',
    )
  })
})
