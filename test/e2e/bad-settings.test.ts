import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('invalid setting', { timeout: 30_000 }, () => {
  it.each([
    [{ SANAD_INTROSPECTION: 'offf' }, 'SANAD_INTROSPECTION is offf, but must be true or false, 1 or 0, on or off.'],
    [{ SANAD_PLAYGROUND: 'never' }, 'SANAD_PLAYGROUND is never, but must be true or false, 1 or 0, on or off.'],
    [{ SANAD_QUERY_TIMEOUT_MS: '5s' }, 'SANAD_QUERY_TIMEOUT_MS is 5s, but must be a whole number from 1 on.'],
    [{ PUBLIC_URL: 'notaurl' }, 'PUBLIC_URL must be a URL such as https://sanad.example.org.'],
    [
      { TRUSTED_PROXIES: '10.0.0.0/33' },
      'TRUSTED_PROXIES has 10.0.0.0/33, but must list addresses and networks such as 10.0.0.0/8, 192.0.2.1.',
    ],
    [{ PORT: '4000/tcp' }, 'PORT is 4000/tcp, but must be a whole number from 0 to 65535.'],
  ])('%j is rejected before anything is loaded', async (setting, sentence) => {
    const data = join(folder, 'data')
    const { code, stdout, stderr } = await run(['serve', '--data', data], { PORT: '0', ...setting })
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.startsWith(`sanad: ${sentence}`)).toBe(true)
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(existsSync(data)).toBe(false)
    const queried = await run(['query', '-e', '{ __typename }', '--in-memory'], setting)
    expect([queried.code, queried.stdout, queried.stderr]).toEqual([1, '', stderr])
  })
})
