import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BUILT_COMMAND } from '../built-command.ts'
import { type Page, sectionOf, typedIn } from './markdown.ts'

/** Command → its options, from the program's help. */
export type Commands = ReadonlyMap<string, readonly string[]>

const ROOT = join(import.meta.dirname, '../..')

export async function readCommands(): Promise<Commands> {
  const names = listed(await help([]), 'Commands').filter((name) => name !== 'help')
  const options = await Promise.all(names.map(async (name) => listed(await help([name]), 'Options')))
  return new Map(names.map((name, i) => [name, (options[i] ?? []).filter((one) => !['-h', '--help'].includes(one))]))
}

async function help(command: readonly string[]): Promise<string> {
  const args = [...BUILT_COMMAND, ...command, '--help']
  return (await promisify(execFile)(process.execPath, args, { cwd: ROOT })).stdout
}

/** First words of the lines in a part of a help text: `  -e, --execute <text>  the query` → -e, --execute. */
function listed(text: string, part: string): readonly string[] {
  const lines = (text.split(`${part}:\n`)[1] ?? '').split('\n\n')[0]?.split('\n') ?? []
  return lines.flatMap((line) => {
    const [, first, second] = /^ {2}([\w-]+)(?:, (--[\w-]+))?/.exec(line) ?? []
    return [first, second].filter((one) => one !== undefined)
  })
}

/** Options that the command line page omits, and documented options that do not exist. */
export function commandGaps(page: string, commands: Commands): readonly string[] {
  return [...commands].flatMap(([command, options]) => {
    const section = sectionOf(page, `sanad ${command}`)
    if (section === '') return [`no heading: sanad ${command}`]
    const told = [...section.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(--?[\w-]+)/g)].map(([, option = '']) => option),
    )
    return [
      ...options.filter((one) => !told.includes(one)).map((one) => `sanad ${command} ${one} is not told`),
      ...told.filter((one) => !options.includes(one)).map((one) => `sanad ${command} ${one} does not exist`),
    ]
  })
}

/** Commands in pages that would fail. */
export function unknownCommands(
  pages: readonly Page[],
  commands: Commands,
  scripts: readonly string[],
): readonly string[] {
  return pages.flatMap((page) =>
    typedIn(page).flatMap((line) => [
      ...[...line.matchAll(/\bnpm run ([\w:-]+)/g)]
        .filter(([, script = '']) => !scripts.includes(script))
        .map(([found]) => `${page.path}: ${found}`),
      ...[...line.matchAll(/(?:^|\s)(?:sanad|src\/cli\/main\.ts|dist\/cli\/main\.js) ([a-z][\w-]*)(.*)/g)].flatMap(
        ([found, command = '', rest = '']) => {
          const options = commands.get(command)
          const given = [...rest.replace(/'[^']*'/g, '').matchAll(/\s(--?[a-z][\w-]*)/g)].map(([, one = '']) => one)
          return options && given.every((one) => options.includes(one)) ? [] : [`${page.path}: ${found.trim()}`]
        },
      ),
    ]),
  )
}
