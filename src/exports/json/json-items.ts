import { createPauses } from '../../thread/slices.ts'

/** Writes the items of a JSON array, one on each line, without the brackets. Between items the event loop serves other requests. */
export async function* jsonItems(items: AsyncIterable<object> | Iterable<object>): AsyncIterable<string> {
  const pause = createPauses()
  let before = '\n'
  for await (const item of items) {
    yield `${before}${JSON.stringify(item)}`
    before = ',\n'
    await pause()
  }
}
