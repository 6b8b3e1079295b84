import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/store/load.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-damaged-texts-'))
const file = join(folder, 'graph.texts')
let app: StartedApp
beforeAll(async () => {
  app = await startApp({ location: { dataDir: folder } })
  await loadDataset(app.engine, smallDataset(), {
    author: 'test',
    set: 'test',
    now: new Date('2026-11-01T00:00:00Z'),
  })
  const texts = readFileSync(file)
  const at = texts.indexOf('"id":"claim-0003"')
  expect(at).toBeGreaterThan(0)
  writeFileSync(file, texts.fill('?', at, at + 4))
})
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a text that is damaged', () => {
  const damage = (answer: Response) =>
    app.logged.filter(
      ({ event, requestId }) => event === 'unexpected-error' && requestId === answer.headers.get('x-request-id'),
    )

  it.each([
    ['by POST', (query: string) => post(app.api, { query })],
    ['by GET', (query: string) => fetch(`${app.api}?query=${encodeURIComponent(query)}`)],
  ])('is refused, and stands in the log with its place, asked %s', async (_, ask) => {
    const answer = await ask('{ claim(slug: "claim-0003") { slug } }')
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({
      errors: [
        {
          message: 'A text in graph.texts is damaged; a backup of the database has to be restored.',
          extensions: { code: 'STORE_DAMAGED' },
        },
      ],
    })
    expect(text).not.toContain(folder)
    expect(damage(answer)).toEqual([
      expect.objectContaining({ level: 'error', detail: expect.stringContaining(`${file} has no whole text at byte`) }),
    ])
  })

  it('is refused with all that is asked beside it, and stands in the log once', async () => {
    const query = '{ a: claim(slug: "claim-0001") { slug } b: claim(slug: "claim-0003") { slug } }'
    const answer = await post(app.api, { query })
    expect(answer.status).toBe(503)
    expect(damage(answer)).toHaveLength(1)
  })

  it('is refused on a page too', async () => {
    const answer = await fetch(`${app.server.url}/claim/claim-0003?lang=en`)
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toContain(folder)
    const lines = app.logged.filter(({ requestId }) => requestId === answer.headers.get('x-request-id'))
    expect(lines.filter(({ event }) => event === 'page-failed')).toEqual([
      expect.objectContaining({ level: 'error', detail: expect.stringContaining(`${file} has no whole text at byte`) }),
    ])
  })

  it('is nothing to who does not ask for it', async () => {
    const answer = await post(app.api, { query: '{ claim(slug: "claim-0002") { slug } }' })
    expect((await answer.json()).data).toEqual({ claim: { slug: 'claim-0002' } })
    expect(damage(answer)).toEqual([])
  })
})
