import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from '../site/start-site.ts'

const run = promisify(execFile)
let site: StartedSite
let folder: string
beforeAll(async () => {
  site = await startSite()
  folder = await mkdtemp(join(tmpdir(), 'tutorials-'))
})
afterAll(async () => {
  await site.stop()
  await rm(folder, { recursive: true })
})

const tutorial = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, '../../docs/tutorials', `${name}.md`), 'utf8')
/** Blocks of code in a language, in order. */
const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code)
const isThere = async (command: string): Promise<boolean> =>
  run(command, ['--version']).then(
    () => true,
    () => false,
  )

/** Saves the programs of a tutorial, and runs its commands. @returns what each printed */
async function runPrograms(name: string, language: string, command: string): Promise<readonly string[]> {
  const text = await tutorial(name)
  const files = [...text.matchAll(/^Save this as `(.+?)`/gm)].map(([, file = '']) => file)
  const programs = blocks(text, language)
  expect(files.length).toBe(programs.length)
  for (const [i, file] of files.entries()) await writeFile(join(folder, file), programs[i] ?? '')
  const printed: string[] = []
  for (const line of blocks(text, 'sh')) {
    const [, file = ''] = line.trim().split(' ')
    expect(files).toContain(file)
    const { stdout } = await run(command, [file], { cwd: folder, env: { ...process.env, SANAD_SITE: site.url } })
    printed.push(stdout)
  }
  return printed
}

const [hasPython, hasR] = await Promise.all([isThere('python3'), isThere('Rscript')])

describe('programs of the tutorials', { timeout: 120_000 }, () => {
  it.skipIf(!hasPython)('in Python print denials with headlines, and the response to a query', async () => {
    const [denials, answer] = await runPrograms('python', 'python', 'python3')
    expect(denials).toMatch(/^(?:\d{4}(?:-\d\d){0,2}|no date): .*Elon Musk/m)
    expect(denials).toMatch(/^ {4}status of the claim: \S.*: .* – /m)
    expect(denials).toMatch(/^ {4}source: \S/m)
    expect(answer?.trim().split('\n').length).toBe(5)
    expect(answer).toMatch(/^\S.*: .* – .*Elon Musk/m)
  })

  it.skipIf(!hasR)('in R print stances by claimant', async () => {
    const [printed] = await runPrograms('r', 'r', 'Rscript')
    expect(printed).toContain('DENIES')
    expect(printed).toContain('Elon Musk')
  })

  it('in a notebook count stances, read a headline, and name a stream that opens', async () => {
    const cells = blocks(await tutorial('notebook'), 'js')
      .join('\n')
      .replace('http://127.0.0.1:4000', site.url)
    const body = `${cells}\nreturn { statements, counts, headline: { status, proposition, by }, stream }`
    const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor
    const { statements, counts, headline, stream } = await new AsyncFunction('parseTable', body)((text: string) =>
      parse(text, { columns: true }),
    )
    expect(statements.length).toBeGreaterThan(40)
    expect(counts.get('Elon Musk')['DENIES NEGATES']).toBeGreaterThan(0)
    expect(counts.get('Elon Musk')['STATES NEGATES']).toBeGreaterThan(0)
    expect(Object.values(headline).every(Boolean)).toBe(true)
    const controller = new AbortController()
    const opened = await fetch(stream, { headers: { Accept: 'text/event-stream' }, signal: controller.signal })
    expect(opened.status).toBe(200)
    controller.abort()
  })

  it.each(['google-sheets', 'datawrapper', 'flourish'])('%s names exports that there are', async (name) => {
    const text = await tutorial(name)
    const paths = [...text.matchAll(/\/export\/[^\s`"]+/g)].map(([path]) => path)
    expect(paths.length).toBeGreaterThan(0)
    for (const path of new Set(paths)) expect([path, (await fetch(site.url + path)).status]).toEqual([path, 200])
    const file = /\/export\/(?:claims|assertions)\.csv/.exec(text)?.[0]
    if (file === undefined) return
    const [columns = []] = parse(await (await fetch(`${site.url}${file}?lang=en`)).text())
    const named = [...text.matchAll(/`([a-z_]+)`/g)].map(([, column = '']) => column)
    expect(named.filter((column) => !columns.includes(column))).toEqual([])
  })

  it.each(['wordpress', 'ghost', 'drupal'])('%s names paths that there are', async (name) => {
    const text = await tutorial(name)
    const paths = [...text.matchAll(/(?:sanad\.example|`)(\/(?:claim|embed)\/[^\s`"*<]+)/g)].map(
      ([, path = '']) => path,
    )
    expect(paths.length).toBeGreaterThan(0)
    for (const path of new Set(paths)) expect([path, (await fetch(site.url + path)).status]).toEqual([path, 200])
  })
})
