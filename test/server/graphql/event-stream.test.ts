import { expect, it } from 'vitest'
import { eventStream } from '../../../src/server/graphql/event-stream.ts'

it('sends a comment whenever no event arrives for a time, and loses no event', async () => {
  let tell = (_: { readonly id: string; readonly text: string }): void => undefined
  async function* events() {
    yield await new Promise<{ readonly id: string; readonly text: string }>((resolve) => {
      tell = resolve
    })
  }
  const left = new AbortController()
  const texts: string[] = []
  for await (const text of eventStream(events(), left.signal, 1)) {
    texts.push(text)
    if (texts.length === 3) tell({ id: '1.1', text: '{}' })
  }
  expect(texts.slice(1, 3)).toEqual([':\n\n', ':\n\n'])
  expect(texts.at(-1)).toBe('event: next\nid: 1.1\ndata: {}\n\n')
})
