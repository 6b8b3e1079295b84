import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { sentenceOf } from '../../src/sentences/sentence.ts'
import { always, claimOf, DENIES, names, recordOf } from './spoken-claims.ts'

const [en, id] = [messagesIn('en'), messagesIn('id')]

describe('sentence of a person about that person', () => {
  const OWN = { claimantId: 'musk' } as const
  const USE = { kind: 'Use', id: 'train' } as const
  it.each([
    ['PURSUES', { object: USE }, {}, 'Elon Musk states an aim to train models, in the document “Policy”.'],
    [
      'PURSUES',
      { object: USE },
      { stance: 'CONFIRMS' },
      'Elon Musk confirms aiming to train models, in the document “Policy”.',
    ],
    ['DESCRIBES', {}, {}, 'Elon Musk says that a plain text, in the document “Policy”.'],
    ['OWNS', {}, DENIES, 'Elon Musk denies owning LinkedIn, in the document “Policy”.'],
    [
      'OWNS',
      { condition: { en: 'through a holding' } },
      DENIES,
      'Elon Musk denies owning LinkedIn (through a holding), in the document “Policy”.',
    ],
    // A hedge, a negation and a bare statement keep their clause, since a shorter form would change the meaning.
    ['OWNS', {}, {}, 'Elon Musk says in the document “Policy” that Elon Musk owns LinkedIn.'],
    [
      'OWNS',
      {},
      { polarity: 'NEGATES' },
      'Elon Musk says in the document “Policy” that Elon Musk does not own LinkedIn.',
    ],
    [
      'PURSUES',
      { object: USE },
      { certainty: 'POSSIBLE' },
      'Elon Musk says in the document “Policy” that Elon Musk may aim to train models.',
    ],
  ] as const)('avoids a guess of gender: %s %j %j', (predicate, frame, act, words) => {
    const claim = claimOf(predicate, { subject: { kind: 'Entity', id: 'musk' }, ...frame })
    expect(sentenceOf(recordOf(claim, [{ ...OWN, ...act }]), always, names, en)).toBe(words)
  })

  it('has the name where others speak too, and a pronoun in a language without gender', () => {
    const claim = claimOf('PURSUES', { subject: { kind: 'Entity', id: 'musk' }, object: USE })
    const both = recordOf(claim, [{ ...OWN }, { claimantId: 'rival' }])
    expect(sentenceOf(both, always, names, en)).toBe(
      'Elon Musk states an aim to train models, in the document “Policy”; LinkedIn says in that document that Elon Musk does.',
    )
    expect(sentenceOf(recordOf(claim, [{ ...OWN }]), always, names, id)).toBe(
      'Elon Musk menyatakan dalam dokumen “Policy” bahwa ia bertujuan train models.',
    )
  })
})
