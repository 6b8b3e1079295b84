import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { toCode } from '../../src/playground/to-code.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { blocksOf } from './markdown.ts'
import { type ClientFolder, type GeneratorConfig, makeClientFolder } from './typed-client.ts'

const ROOT = join(import.meta.dirname, '../..')
const PATH = 'docs/tutorials/typed-client.md'
const SCHEMA = readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8')
const blocks = blocksOf({ path: PATH, text: readFileSync(join(ROOT, PATH), 'utf8') })
const inLanguage = (language: string): readonly string[] =>
  blocks.filter((block) => block.language === language).map(({ text }) => text)
const [configFile = '', askFile = '', mainFile = ''] = inLanguage('ts')
const [query = ''] = inLanguage('graphql')
const [shown = ''] = inLanguage('json')
const commandOf = (name: string): string =>
  inLanguage('sh')
    .flatMap((text) => text.split('\n'))
    .find((line) => line.startsWith(`npx ${name} `)) ?? ''

/** Compilers and servers take long on a busy machine. */
const LONG = { timeout: 120_000 }

describe('typed client of the tutorial', LONG, () => {
  let site: StartedSite
  let folder: ClientFolder
  let config: GeneratorConfig
  beforeAll(async () => {
    site = await startSite()
    folder = await makeClientFolder()
    await folder.write({ 'codegen.ts': configFile, 'ask.ts': askFile, 'main.ts': mainFile })
    config = (await import(folder.path('codegen.ts'))).default
  }, LONG.timeout)
  afterAll(async () => {
    await folder.remove()
    await site.stop()
  })
  const check = (name: string) => folder.run(commandOf('tsc').replace('main.ts', name))

  it('has the code that the playground copies', () => {
    expect(mainFile).toBe(toCode(query, '{ "dataCategory": "biometric" }'))
  })

  it('passes the check and prints the response shown', async () => {
    await folder.generate(config, SCHEMA, { 'main.ts': mainFile })
    expect(await check('main.ts')).toEqual({ code: 0, printed: '' })
    const ran = await folder.run(commandOf('tsx'), { SANAD_API: `${site.url}/graphql` })
    expect(ran).toEqual({ code: 0, printed: shown })
  })

  it('has types: the check finds wrong fields of responses and wrong variables', async () => {
    await folder.generate(config, SCHEMA, { 'main.ts': mainFile })
    await folder.write({ 'wrong.ts': `${mainFile}\nanswer.claims.first\nawait ask(document, { dataCategory: 1 })\n` })
    const { code, printed } = await check('wrong.ts')
    expect(code).not.toBe(0)
    expect(printed.match(/error TS\d+/g)).toEqual(['error TS2339', 'error TS2322'])
  })

  it('generates nothing for a field that does not exist', async () => {
    const wrong = { 'main.ts': mainFile.replace('proposition', 'statement') }
    await expect(folder.generate(config, SCHEMA, wrong)).rejects.toThrow('Cannot query field "statement"')
  })

  it('takes every question of the playground', async () => {
    const files = Object.fromEntries(EXAMPLES.map(({ name, text }) => [`${name}.ts`, toCode(text, '{}')]))
    await folder.generate(config, SCHEMA, files)
    await folder.write(files)
    await folder.write({ 'all.ts': EXAMPLES.map(({ name }) => `await import('./${name}.ts')\n`).join('') })
    expect(await check('all.ts')).toEqual({ code: 0, printed: '' })
    const { code, printed } = await folder.run('npx tsx all.ts', { SANAD_API: `${site.url}/graphql` })
    expect(code, printed).toBe(0)
    expect(printed.match(/^\{$/gm)).toHaveLength(EXAMPLES.length)
  })
})
