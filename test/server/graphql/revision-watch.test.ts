import { expect, it } from 'vitest'
import { toRevisionNumber } from '../../../src/domain/revision-number.ts'
import { createRevisionWatch } from '../../../src/server/graphql/revision-watch.ts'

it('notifies all waiting requests of a later revision by one read, also after failed reads, and ends for clients that disconnected', async () => {
  let reads = 0
  const watch = createRevisionWatch(() => {
    reads += 1
    if (reads < 3) throw new Error('away')
    return toRevisionNumber(5)
  }, 1)
  const [staying, leaving] = [new AbortController(), new AbortController()]
  const waiting = [4, 3, 5].map((after) =>
    watch.later(toRevisionNumber(after), after === 5 ? leaving.signal : staying.signal),
  )
  expect(await Promise.all(waiting.slice(0, 2))).toEqual([5, 5])
  expect(reads).toBe(3)
  leaving.abort()
  expect(await waiting[2]).toBeNull()
  expect(await watch.later(toRevisionNumber(0), leaving.signal)).toBeNull()
})
