import { afterAll, beforeAll, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { ALL_READERS } from './all-readers.ts'
import { expectedStatements, textsOf } from './expected-statements.ts'
import type { ReadStatement } from './export-reader.ts'

let site: StartedSite
let expected: readonly ReadStatement[]
beforeAll(async () => {
  site = await startSite()
  expected = await expectedStatements(site)
})
afterAll(() => site.stop())

it('each format has a reader of its own, and each reader a format', () => {
  expect(ALL_READERS.map(({ file }) => file).sort()).toEqual(EXPORT_FORMATS.map(({ file }) => file).sort())
})

it.each(EXPORT_FORMATS.map(({ file }) => file))(
  '%s has the headline, status, stance, polarity, certainty, claimant, source, quote and attribution of every statement of the stories, and no other',
  async (file) => {
    const reader = ALL_READERS.find((one) => one.file === file)
    // A reader takes longer than the server waits on an open connection, where the machine is busy.
    const headers = { Connection: 'close' }
    const response = await fetch(`${site.url}/export/${file}?lang=en`, { headers })
    const read = await reader?.read(Buffer.from(await response.arrayBuffer()))
    expect(expected.length).toBeGreaterThan(80)
    expect(textsOf((read ?? []).filter(({ stance }) => stance !== ''))).toEqual(textsOf(expected))
  },
)
