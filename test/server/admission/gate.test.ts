import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { createAdmission } from '../../../src/server/admission/admission.ts'
import { createGates } from '../../../src/server/admission/gate.ts'
import { createRateLimit } from '../../../src/server/admission/rate-limit.ts'
import { createRefusalPace } from '../../../src/server/admission/refusal-pace.ts'
import { createClientAddresses } from '../../../src/server/connections/client-address.ts'
import { lazy } from '../../../src/server/lazy.ts'

test('the first work after a check costs less by the points of the check', async () => {
  const { gate, response } = gateWith(1000)
  const remaining = (): unknown => response.getHeader('RateLimit-Remaining')
  await gate.check(6)
  expect(remaining()).toBe('994')
  await gate.run(20, async () => undefined)
  expect(remaining()).toBe('980')
  await gate.run(20, async () => undefined)
  expect(remaining()).toBe('960')
})

test('a request that costs more than the points of a whole minute gets no Retry-After, and the remedy is to request less', async () => {
  const whole = gateWith(100)
  await expect(whole.gate.run(101, async () => undefined)).rejects.toThrow(
    /101 points, more than the 100 .* request less/,
  )
  expect(whole.response.getHeader('Retry-After')).toBeUndefined()

  const spent = gateWith(100)
  await spent.gate.run(60, async () => undefined)
  const second = spent.gates(spent.request, new ServerResponse(spent.request))
  await expect(second.run(60, async () => undefined)).rejects.toThrow(/40 of 100 per minute are left: try again later/)
})

function gateWith(pointsPerMinute: number) {
  const gates = createGates({
    admission: createAdmission({}),
    rateLimit: lazy(async () => createRateLimit(pointsPerMinute)),
    clients: createClientAddresses(''),
    paceRefusal: createRefusalPace(),
  })
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  return { gates, request, response, gate: gates(request, response) }
}
