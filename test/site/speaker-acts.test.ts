import { describe, expect, it } from 'vitest'
import { LEGAL_POLARITIES, STANCES } from '../../src/domain/stance.ts'
import { actKindOf } from '../../src/domain/standing-of-act.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { ACT_KINDS } from '../../src/pages/things/speaker-acts.ts'
import { assertion } from '../contracts/small-dataset.ts'

const KINDS = STANCES.flatMap((stance) =>
  LEGAL_POLARITIES[stance].map((polarity) => ({
    stance,
    polarity,
    kind: actKindOf(assertion('a', 'c', { stance, polarity })),
  })),
)

describe('acts of a speaker', () => {
  it('are never one number for what is so and what is not', () => {
    for (const kind of ACT_KINDS) {
      const polarities = new Set(KINDS.filter((one) => one.kind === kind).map(({ polarity }) => polarity))
      expect([kind, polarities.size]).toEqual([kind, 1])
    }
  })

  it.each(STANCES)('are all counted, in words of each language: %s', (stance) => {
    for (const { kind } of KINDS.filter((one) => one.stance === stance)) {
      expect(ACT_KINDS).toContain(kind)
      for (const { ui } of MESSAGES) expect(ui.things.acts[kind]).not.toBe('')
    }
  })
})
