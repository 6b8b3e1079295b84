import { describe, expect, it } from 'vitest'
import { networkFold } from '../../../src/widgets/html/network-list.ts'
import { exampleNetwork } from '../example-charts.ts'

describe('list of a network', () => {
  it('folds the speakers after the second, and loses no edge', async () => {
    const view = exampleNetwork(30, 3, (i) => `name ${i}`)
    const { markup } = await networkFold(view, 'a-')
    const speakers = new Set(view.edges.map(({ from }) => from))
    expect(speakers.size).toBeGreaterThan(2)
    expect(markup.match(/<li class="sanad-speaker"><details>/g)).toHaveLength(speakers.size - 2)
    for (const { id } of view.edges) expect(markup).toContain(`<li id="a-${id}">`)
  })
})
