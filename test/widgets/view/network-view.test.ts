import { describe, expect, it } from 'vitest'
import { toAssertionId } from '../../../src/domain/assertion-id.ts'
import { MESSAGES } from '../../../src/messages/all-messages.ts'
import { linksIn } from '../../../src/widgets/view/links.ts'
import { networkView } from '../../../src/widgets/view/network-view.ts'
import { wholeClaim } from '../../domain/claims-at-random.ts'
import { claimOf, names, said } from '../../domain/spoken-claims.ts'
import { EXAMPLE_FRAME } from '../example-graph.ts'

const edgeOf = async (tag: string, certainties: readonly ('CERTAIN' | 'POSSIBLE')[]) => {
  const messages = MESSAGES.find((one) => one.tag === tag) ?? expect.fail()
  const assertions = certainties.map((certainty, i) =>
    said({ id: toAssertionId(`said-${i}`), certainty, claimantId: 'musk', assertedAt: `202${i}` }),
  )
  const header = { ...EXAMPLE_FRAME, messages }
  const view = await networkView([wholeClaim(claimOf('SELLS'), assertions)], {
    header,
    names,
    links: linksIn(tag, null),
  })
  return view.edges[0] ?? expect.fail()
}

describe.each([
  ['en', 'it may sell biometric data', 'one claim'],
  ['id', 'X dapat menjual biometric data', 'satu klaim'],
])('edge of one claim, in %s', (tag, hedged, counted) => {
  it('has the hedge of its statements', async () => {
    expect((await edgeOf(tag, ['POSSIBLE', 'POSSIBLE'])).words).toContain(hedged)
  })

  it.each([[['CERTAIN', 'POSSIBLE'] as const], [['POSSIBLE', 'CERTAIN'] as const]])(
    'has a count where its statements differ in their hedge: %j',
    async (certainties) => {
      const { words, statements } = await edgeOf(tag, certainties)
      expect(words).toBe(counted)
      expect(statements).toHaveLength(2)
    },
  )
})
