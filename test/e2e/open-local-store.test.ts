import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLocalStore, openOrFindServer } from '../../src/cli/open-local-store.ts'
import { removeOwner, writeOwner } from '../../src/cli/owner-file.ts'
import { readSettings } from '../../src/config/settings.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sanad-owner-'))
})
afterEach(() => rm(folder, { recursive: true }))

const settings = () => readSettings({ SANAD_DATA: folder })
const SERVE = { inMemory: false, command: 'sanad serve' }

test.each(['openOrFindServer', 'openLocalStore'] as const)(
  '%s waits for a server that has removed its file and not yet released the database',
  async (open) => {
    const server = await openLocalStore(settings(), SERVE)
    const opened =
      open === 'openLocalStore'
        ? removeOwner(folder).then(() => openLocalStore(settings(), SERVE))
        : openOrFindServer(settings(), SERVE).then((found) => ('local' in found ? found.local : null))
    await sleep(300)
    await removeOwner(folder)
    await sleep(300)
    await server.close()
    await (await opened)?.close()
    expect(await opened).not.toBeNull()
  },
)

test('a server that has ended is not found again', async () => {
  const server = await openLocalStore(settings(), SERVE)
  const [ended, next] = ['http://127.0.0.1:1/graphql', 'http://127.0.0.1:2/graphql']
  await server.announce(ended)
  expect(await openOrFindServer(settings(), SERVE)).toEqual({ api: ended })
  const found = openOrFindServer(settings(), { ...SERVE, endedApi: ended })
  await sleep(300)
  await server.announce(next)
  expect(await found).toEqual({ api: next })
  await server.close()
})

test('a database that another command has open is refused at once, with its name', async () => {
  const seeding = await openLocalStore(settings(), { inMemory: false, command: 'sanad seed' })
  await writeOwner(folder, { pid: process.pid, command: 'sanad seed', api: null })
  await expect(openOrFindServer(settings(), SERVE)).rejects.toThrow(/in use by process \d+ \(sanad seed\)/)
  await seeding.close()
})
