import { afterAll, beforeAll, expect, it } from 'vitest'
import { fc } from '../property-runs.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite({ maxWaitMs: 20_000 })
})
afterAll(() => site.stop())

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether a file is complete, as the documentation says how to see it. */
const IS_COMPLETE: Readonly<Record<string, (text: string) => boolean>> = {
  'claims.jsonld': isJson,
  'claims.nq': (text) => /\n# End: \d+ claims\n$/.test(text),
  'claims.trig': (text) => /\n# End: \d+ claims\n$/.test(text),
  'dossier.md': (text) => /\n\n---\n\nEnd: \d+ claims\n$/.test(text),
  'sources.bib': (text) => /\n% End: \d+ sources\n$/.test(text),
  'sources.csl.json': isJson,
}

it.each(Object.entries(IS_COMPLETE))(
  '%s that was cut off is recognisable, wherever it was cut',
  async (file, isComplete) => {
    const text = await (await fetch(`${site.url}/export/${file}?lang=en`)).text()
    expect(isComplete(text)).toBe(true)
    // The last line break of JSON has no meaning.
    const last = text.trimEnd().length - 1
    const ends = fc.oneof(fc.integer({ min: 0, max: last }), fc.integer({ min: last - 40, max: last }))
    fc.assert(
      fc.property(ends, (end) => {
        expect(isComplete(text.slice(0, end))).toBe(false)
      }),
    )
  },
)
