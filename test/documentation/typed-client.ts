import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { preset } from '@graphql-codegen/client-preset'
import { codegen } from '@graphql-codegen/core'
import { buildSchema, parse } from 'graphql'

/** The part of `codegen.ts` of the tutorial that decides what is generated. */
export interface GeneratorConfig {
  readonly generates: Readonly<
    Record<string, { readonly preset: string; readonly presetConfig: object; readonly config: object }>
  >
}

/** A folder with a client, as a reader of the tutorial has it. */
export interface ClientFolder {
  /** Absolute path of a file. */
  readonly path: (name: string) => string
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>
  /** Does the work of `graphql-codegen` for queries in the files. @throws Error for a query that is not valid */
  readonly generate: (config: GeneratorConfig, schema: string, files: Readonly<Record<string, string>>) => Promise<void>
  /** Runs a command of the tutorial. @returns what it prints, errors too */
  readonly run: (command: string, env?: Readonly<Record<string, string>>) => Promise<{ code: number; printed: string }>
  readonly remove: () => Promise<void>
}

const ROOT = join(import.meta.dirname, '../..')

export async function makeClientFolder(): Promise<ClientFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'typed-client-'))
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(folder, name, '..'), { recursive: true })
      await writeFile(join(folder, name), text)
    }
  }
  await write({ 'package.json': '{"type":"module"}' })
  return {
    path: (name) => join(folder, name),
    write,
    async generate({ generates }, schemaText, files) {
      const documents = Object.entries(files).flatMap(([location, text]) =>
        queriesIn(text).map((rawSDL) => ({ location, rawSDL, document: parse(rawSDL) })),
      )
      for (const [baseOutputDir, { presetConfig, config }] of Object.entries(generates)) {
        const made = await preset.buildGeneratesSection({
          baseOutputDir,
          presetConfig,
          config,
          documents,
          schema: parse(schemaText),
          schemaAst: buildSchema(schemaText),
          plugins: [],
          pluginMap: {},
        })
        for (const options of made) await write({ [options.filename]: await codegen(options) })
      }
    },
    async run(command, env = {}) {
      const [, name = '', ...rest] = command.split(' ')
      try {
        const { stdout } = await promisify(execFile)(join(ROOT, 'node_modules/.bin', name), rest, {
          cwd: folder,
          env: { ...process.env, ...env },
        })
        return { code: 0, printed: stdout }
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
        return { code, printed: `${stdout}${stderr}` }
      }
    },
    remove: () => rm(folder, { recursive: true }),
  }
}

/** Queries in `graphql()` of a program, as the compiler reads the literals. */
const queriesIn = (program: string): readonly string[] =>
  [...program.matchAll(/graphql\(`((?:[^`\\]|\\.)*)`\)/gs)].map(([, literal = '']) => literal.replace(/\\(.)/gs, '$1'))
