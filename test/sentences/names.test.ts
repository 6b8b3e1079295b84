import { expect, it } from 'vitest'
import { toSlug } from '../../src/domain/slug.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { namesFrom } from '../../src/sentences/names.ts'
import { propositionOf } from '../../src/sentences/proposition.ts'
import { claimOf, concept, entity } from '../domain/spoken-claims.ts'

it('names distinguish a data category from a use of the same slug', () => {
  const names = namesFrom({
    entities: [entity('x', 'X', 'Service')],
    concepts: [concept('ads', 'ads that were seen', 'DataCategory'), concept('ads', 'show advertisements', 'Use')],
  })
  const claim = { ...claimOf('USES_FOR'), data: [toSlug('ads')], uses: [toSlug('ads')] }
  expect(propositionOf(claim, names, messagesIn('en'))).toBe('X uses ads that were seen to show advertisements')
})
