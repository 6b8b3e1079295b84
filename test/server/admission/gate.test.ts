import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { createAdmission } from '../../../src/server/admission/admission.ts'
import { createGates } from '../../../src/server/admission/gate.ts'
import { createRateLimit } from '../../../src/server/admission/rate-limit.ts'
import { createRefusalPace } from '../../../src/server/admission/refusal-pace.ts'
import { createClientAddresses } from '../../../src/server/connections/client-address.ts'
import { lazy } from '../../../src/server/lazy.ts'

test('points that a check charged count for the first work alone', async () => {
  const gates = createGates({
    admission: createAdmission({}),
    rateLimit: lazy(async () => createRateLimit(1000)),
    clients: createClientAddresses(''),
    paceRefusal: createRefusalPace(),
  })
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  const gate = gates(request, response)
  const remaining = (): unknown => response.getHeader('RateLimit-Remaining')
  await gate.check(6)
  expect(remaining()).toBe('994')
  await gate.run(20, async () => undefined)
  expect(remaining()).toBe('980')
  await gate.run(20, async () => undefined)
  expect(remaining()).toBe('960')
})
