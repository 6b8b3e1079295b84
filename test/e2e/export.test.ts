import type { ChildProcess } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIM_QUERY_PARAMETERS } from '../../src/domain/parse-claim-query.ts'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { exitOf, readApi, run, start } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-export-'))
const data = join(folder, 'data')
const base = ['export', '--format', 'claims.csv', '--data', data]
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const linesIn = (text: string): readonly string[] => text.split('\r\n').filter(Boolean)

describe('sanad export', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    expect((await run(['seed', 'seeds', '--data', data])).code).toBe(0)
  }, 60_000)

  it('lists the formats and the filters in its help', async () => {
    const { code, stdout } = await run(['export', '--help'])
    expect(code).toBe(0)
    for (const { file } of EXPORT_FORMATS) expect(stdout).toMatch(new RegExp(`^ {2}${file} +\\S`, 'm'))
    for (const name of CLAIM_QUERY_PARAMETERS) expect(stdout).toMatch(new RegExp(`^ {2}--${name}\\b`, 'm'))
  })

  it('writes to standard output, and the filters select as in URLs', async () => {
    const all = await run(base)
    const story = await run([...base, '--story', 'roll20-personal-data'])
    const denied = await run([...base, '--status', 'denied', '--status', 'DISPUTED', '--lang', 'id'])
    for (const { code, stderr } of [all, story, denied]) expect([code, stderr]).toEqual([0, ''])
    expect(linesIn(story.stdout).length).toBeLessThan(linesIn(all.stdout).length)
    expect(linesIn(story.stdout).length).toBeGreaterThan(1)
    expect(denied.stdout).toContain('Dibantah')
    expect(denied.stdout).not.toContain(',STATED,')
  })

  it('writes the state at an instant', async () => {
    const before = await run([...base, '--as-of', '2000-01-01'])
    expect([before.code, linesIn(before.stdout).length]).toEqual([0, 1])
  })

  it('writes every format to a file, which has the bytes of standard output', async () => {
    for (const { file } of EXPORT_FORMATS) {
      const out = join(folder, file)
      const args = ['export', '--format', file, '--data', data, '--story', 'roll20-personal-data']
      const written = await run([...args, '--out', out])
      expect(written).toEqual({ code: 0, stdout: '', stderr: '' })
      if (file === 'claims.csv') expect(readFileSync(out, 'utf8')).toBe((await run(args)).stdout)
      expect(readFileSync(out).length).toBeGreaterThan(0)
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('replaces the target of a link, and refuses a folder', async () => {
    const [target, link] = [join(folder, 'target.csv'), join(folder, 'link.csv')]
    writeFileSync(target, 'old')
    symlinkSync(target, link)
    expect((await run([...base, '--out', link])).code).toBe(0)
    expect(readFileSync(target, 'utf8')).toMatch(/^\uFEFF?claim,/)
    mkdirSync(join(folder, 'sub'))
    for (const out of [join(folder, 'sub'), join(folder, 'none', 'claims.csv')]) {
      const { code, stderr } = await run([...base, '--out', out])
      expect([code, stderr.startsWith('sanad: ')]).toEqual([1, true])
      expect(stderr).not.toContain('unexpected')
    }
  })

  it.each<[readonly string[], string]>([
    [[], 'error: --format is missing: name one of claims.csv'],
    [['--format', 'claim.csv'], 'Did you mean claims.csv?'],
    [['--format', 'claims.csv', '--stroy', 'x'], '(Did you mean --story?)'],
    [['--format', 'claims.csv', '--status', 'DENYED'], 'Did you mean DENIED?'],
    [['--format', 'claims.csv', '--story', ''], 'It must not be empty.'],
    [['--format', 'claims.csv', '--lang', 'xx'], 'Allowed choices are en, id'],
    [['--format', 'claims.csv', '--as-of', 'yesterday'], 'It must be an instant such as'],
    [['--format', 'claims.csv', '--as-of', '2999-01-01'], 'is in the future'],
    [['--format', 'claims.csv', '--undated'], 'undated: needs assertedFrom or assertedTo'],
    [['--format', 'claims.csv', '--seeds', 'seeds'], 'add --in-memory'],
  ])('refuses wrong use with 2, and lists formats and filters: %j', async (args, sentence) => {
    const { code, stdout, stderr } = await run(['export', ...args])
    expect(stderr).toContain(sentence)
    expect(stderr).toContain('Formats: claims.csv')
    expect(stderr).toContain('--notInSource')
    expect([code, stdout]).toEqual([2, ''])
  })

  it('reports an unknown slug with 1, as JSON on request', async () => {
    const { code, stdout, stderr } = await run([...base, '--claimant', 'nobody-here', '--json'])
    expect([code, stdout]).toEqual([1, ''])
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  it('ends quietly when the reader closes the output', async () => {
    const child = start(base)
    let errors = ''
    child.stderr?.on('data', (chunk) => (errors += chunk))
    const ended = exitOf(child)
    child.stdout?.destroy()
    expect([await ended, errors]).toEqual([0, ''])
    expect(existsSync(join(data, 'owner.json'))).toBe(false)
  })
})

describe('sanad export beside a running server', { timeout: 60_000 }, () => {
  const served = join(folder, 'served')
  const args = ['export', '--format', 'claims.csv', '--data', served, '--story', 'x-privacy-2023']
  let server: ChildProcess
  let api: string
  beforeAll(async () => {
    server = start(['serve', '--port', '0', '--data', served, '--json'])
    api = await readApi(server)
  }, 60_000)
  afterAll(async () => {
    const ended = exitOf(server)
    if (server.kill('SIGTERM')) await ended
  })

  it('writes what the server exports, and reports its refusals', async () => {
    const { code, stdout, stderr } = await run(args)
    const expected = await fetch(new URL('/export/claims.csv?lang=en&story=x-privacy-2023', api))
    expect([code, stderr, stdout]).toEqual([0, '', await expected.text()])
    const refused = await run([...args, '--claimant', 'nobody-here', '--json'])
    expect([refused.code, JSON.parse(refused.stderr).error.code]).toEqual([1, 'NOT_FOUND'])
  })

  const filesOf = (out: string): readonly string[] => readdirSync(folder).filter((name) => name.startsWith(out))

  /** Lets another server send the exports meanwhile. */
  async function withServer(respond: RequestListener, work: () => Promise<void>): Promise<void> {
    const owner = join(served, 'owner.json')
    const known = readFileSync(owner, 'utf8')
    const other = createServer(respond)
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    writeFileSync(owner, JSON.stringify({ ...JSON.parse(known), api: `http://127.0.0.1:${port}/graphql` }))
    try {
      await work()
    } finally {
      writeFileSync(owner, known)
      other.closeAllConnections()
      other.close()
    }
  }

  it('fails where the response breaks off, and leaves no file', async () => {
    const breakOff: RequestListener = (_, response) => {
      response.write('claim,url\r\n')
      setImmediate(() => response.destroy())
    }
    await withServer(breakOff, async () => {
      const { code, stderr } = await run([...args, '--out', join(folder, 'broken.csv')])
      expect(code).toBe(1)
      expect(stderr).toMatch(/broke off after \d+ bytes of claims\.csv, which is incomplete/)
      expect(filesOf('broken.csv')).toEqual([])
    })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('removes the incomplete file on %s, and ends by it', async (signal) => {
    const begin: RequestListener = (_, response) => void response.write('claim,url\r\n')
    await withServer(begin, async () => {
      const child = start([...args, '--out', join(folder, `${signal}.csv`)])
      await expect.poll(() => filesOf(signal), { timeout: 30_000 }).toHaveLength(1)
      const ended = new Promise((resolve) => child.once('close', (_, by) => resolve(by)))
      child.kill(signal)
      expect([await ended, filesOf(signal)]).toEqual([signal, []])
    })
  })
})
