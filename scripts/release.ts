/** Prepares a release: checks, version, dated changelog, released schema. It commits nothing and tags nothing. */
import { execFile, spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import {
  countEntries,
  isVersionOrStep,
  nextVersion,
  type ReleaseFiles,
  ReleaseProblem,
  releaseFiles,
  versionOf,
} from './prepare-release.ts'

const HELP = `Usage: npm run release -- <version | major | minor | patch> [option…]

Checks that the working tree is clean, that its branch is main and that npm run check passes. Then sets
the version in package.json and package-lock.json, dates the section Unreleased of CHANGELOG.md, and
copies schema/schema.graphql over schema/released.graphql, below its first line. Prints the commands
that commit and tag the release; it runs neither.

Options:
  --dry-run     show the changes and write nothing; npm run check is not run
  --skip-check  leave out npm run check
  --help        show this text

Exit codes: 0 prepared, 1 refused, 2 wrong use.`

const ROOT = join(import.meta.dirname, '..')
const BRANCH = 'main'
const pathOf = (name: string): string => join(ROOT, name)
const read = (name: string): Promise<string> => readFile(pathOf(name), 'utf8')

interface Options {
  readonly wanted: string
  readonly isDry: boolean
  readonly isUnchecked: boolean
}

class WrongUse extends Error {}

/** @throws WrongUse for an unknown option */
function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        'dry-run': { type: 'boolean', default: false },
        'skip-check': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** Null for --help. @throws WrongUse */
function readOptions(argv: readonly string[]): Options | null {
  const { values, positionals } = parse(argv)
  if (values.help) return null
  const [wanted, ...more] = positionals
  if (wanted === undefined) throw new WrongUse('Name a version such as 0.2.0, or major, minor or patch.')
  if (more.length > 0) throw new WrongUse(`One version is enough; ${more.join(', ')} is more.`)
  if (!isVersionOrStep(wanted))
    throw new WrongUse(`${wanted} is neither a version such as 0.2.0, nor major, minor or patch.`)
  return { wanted, isDry: values['dry-run'], isUnchecked: values['skip-check'] }
}

async function readFiles(): Promise<ReleaseFiles> {
  return {
    'package.json': await read('package.json'),
    'package-lock.json': await read('package-lock.json'),
    'CHANGELOG.md': await read('CHANGELOG.md'),
    'schema/released.graphql': await read('schema/released.graphql'),
  }
}

const git = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)('git', [...args], { cwd: ROOT })).stdout.trimEnd()

/** Reasons for which the repository is not ready for a release of this version. */
async function repositoryProblems(version: string): Promise<readonly string[]> {
  const [changes, branch, tag] = [
    await git('status', '--porcelain'),
    await git('rev-parse', '--abbrev-ref', 'HEAD'),
    await git('tag', '--list', `v${version}`),
  ]
  return [
    ...(changes === '' ? [] : [`The working tree has changes: commit or remove them.\n${changes}`]),
    ...(branch === BRANCH ? [] : [`The branch is ${branch === 'HEAD' ? 'none' : branch}: switch to ${BRANCH}.`]),
    ...(tag === '' ? [] : [`The tag ${tag} is there already: choose a later version.`]),
  ]
}

/** @throws ReleaseProblem if npm run check fails */
async function runCheck(): Promise<void> {
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn('npm', ['run', 'check'], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, CI: '1', REQUIRE_BROWSER: '1' },
    })
    child.once('error', reject)
    child.once('exit', (ended) => resolve(ended ?? 1))
  })
  if (code !== 0) throw new ReleaseProblem('npm run check fails: mend what it says, or pass --skip-check.')
}

/** @throws ReleaseProblem if the release is refused; nothing is written then */
async function prepare({ wanted, isDry, isUnchecked }: Options): Promise<void> {
  const before = await readFiles()
  const current = versionOf(before['package.json'])
  const version = nextVersion(current, wanted)
  const day = new Date().toISOString().slice(0, 10)
  const after = releaseFiles(before, await read('schema/schema.graphql'), version, day)
  const problems = await repositoryProblems(version)
  if (problems.length > 0 && !isDry) throw new ReleaseProblem(problems.join('\n'))

  if (isUnchecked) console.log('npm run check is skipped: --skip-check.')
  else if (isDry) console.log('npm run check would run first.')
  else await runCheck()

  const entries = countEntries(before['CHANGELOG.md'])
  const isSchemaNew = before['schema/released.graphql'] !== after['schema/released.graphql']
  console.log(`${isDry ? 'Would change' : 'Changed'}:
  package.json             version ${current} → ${version}
  package-lock.json        version ${current} → ${version}
  CHANGELOG.md             Unreleased → ${version} (${day}), ${entries} ${entries === 1 ? 'entry' : 'entries'}
  schema/released.graphql  ${isSchemaNew ? 'the schema of schema/schema.graphql' : 'no change'}`)
  if (isDry) {
    if (problems.length > 0) throw new ReleaseProblem(`It would be refused:\n${problems.join('\n')}`)
    return
  }
  for (const [name, text] of Object.entries(after)) await writeFile(pathOf(name), text)
  console.log(`
Read the changes (git diff), then:
  git commit --all --message "Release ${version}"
  git tag --annotate v${version} --message "Sanad ${version}"`)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === null) console.log(HELP)
  else await prepare(options)
} catch (error) {
  const isWrongUse = error instanceof WrongUse
  if (!isWrongUse && !(error instanceof ReleaseProblem)) throw error
  console.error(`release: ${error.message}${isWrongUse ? '\n(--help shows what there is)' : ''}`)
  process.exitCode = isWrongUse ? 2 : 1
}
