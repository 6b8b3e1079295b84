import { expect, it } from 'vitest'
import { type CpuProfile, partsOf } from './profile-parts.ts'

const node = (id: number, functionName: string, url = '', children: readonly number[] = []) => ({
  id,
  callFrame: { functionName, url },
  children,
})

const PROFILE: CpuProfile = {
  nodes: [
    node(1, '(root)', '', [2, 3, 4, 5, 9]),
    node(2, '(idle)'),
    node(3, '(garbage collector)'),
    node(4, 'emit', 'node:net', [6]),
    node(5, 'respond', 'file:///x/dist/server/graphql/graphql-handler.js', [7]),
    node(6, 'unpack', 'file:///x/node_modules/neo4j-driver-bolt-connection/lib/packstream.js', [8]),
    node(7, 'read', 'file:///x/dist/store/read/claim-lists.js'),
    node(8, 'parse'),
    node(9, '(program)'),
  ],
  samples: [2, 3, 4, 5, 6, 7, 8, 9, 2],
  timeDeltas: [1000, 10, 20, 10, 30, 5, 20, 5, 4000],
}

it('the parts of a profile are shares of its busy time, and functions of V8 count for their callers', () => {
  expect(partsOf(PROFILE)).toEqual({
    garbage: 0.1,
    sockets: 0.2,
    GraphQL: 0.1,
    driver: 0.5,
    store: 0.05,
    native: 0.05,
    HTTP: 0,
    'Sanad’s other code': 0,
  })
})

it('a profile without a busy sample has no parts', () => {
  expect(Object.values(partsOf({ ...PROFILE, samples: [2], timeDeltas: [1000] }))).toEqual(Array(8).fill(0))
})
