import { expect, it } from 'vitest'
import { createRefusalPace } from '../../../src/server/admission/refusal-pace.ts'

it('sends a refusal at the end of its wait, however many refusals are due before it', async () => {
  const pace = createRefusalPace()
  let isPaced = false
  for (let sent = 0; sent < 20; sent += 1) void pace('READ').then(() => (isPaced ||= sent === 19))
  await pace('READ', performance.now())
  expect(isPaced).toBe(false)
})
