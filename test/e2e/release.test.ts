import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { compareVersions, nextVersion } from '../../scripts/prepare-release.ts'
import { fc } from '../property-runs.ts'

const ROOT = join(import.meta.dirname, '../..')
const LEFT_OUT = ['.git', 'node_modules', 'dist', '.sanad']
const UNRELEASED =
  '# Changelog\n\n## Unreleased\n\nFor readers.\n\n### The API\n\n- [major] `a` is gone.\n- `b` is new.\n'
const TODAY = (): string => new Date().toISOString().slice(0, 10)

describe('npm run release', { timeout: 120_000 }, () => {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), 'sanad-release-')))
  afterAll(() => rmSync(clone, { recursive: true, force: true }))
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = process.env
  const identity = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@b.c',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@b.c',
  }
  const env = { ...inherited, ...identity, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', NO_COLOR: '1' }
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: clone, env, encoding: 'utf8' })
  const read = (name: string): string => readFileSync(join(clone, name), 'utf8')
  const write = (name: string, text: string): void => writeFileSync(join(clone, name), text)
  const commit = (name: string, text: string): void => {
    write(name, text)
    git('commit', '--quiet', '--all', '--message', `Change ${name}`)
  }
  const changed = (): string => git('status', '--porcelain')
  const start = (command: string, args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: clone, env, encoding: 'utf8' })
    return { code: status, stdout, stderr }
  }
  const release = (...args: string[]) => start(process.execPath, ['--import', 'tsx', 'scripts/release.ts', ...args])
  const expectRefused = (args: readonly string[], reason: RegExp): void => {
    const before = changed()
    const { code, stderr } = release(...args)
    expect(stderr).toMatch(reason)
    expect(code).toBe(1)
    expect(changed()).toBe(before)
  }

  let first = ''
  beforeAll(() => {
    const isCopied = (path: string): boolean => !LEFT_OUT.some((name) => path === join(ROOT, name))
    cpSync(ROOT, clone, { recursive: true, filter: isCopied })
    symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'))
    write('.gitignore', `${read('.gitignore')}\nnode_modules\n`)
    write('CHANGELOG.md', UNRELEASED)
    write('package.json', read('package.json').replace(/"version": "[^"]*"/, '"version": "0.1.0"'))
    git('init', '--quiet', '--initial-branch', 'main')
    git('add', '--all')
    git('commit', '--quiet', '--message', 'Begin')
    first = git('rev-parse', 'HEAD').trim()
  })
  beforeEach(() => {
    git('checkout', '--quiet', '--force', '-B', 'main', first)
    git('clean', '--quiet', '--force', '-d')
    for (const tag of git('tag', '--list').split('\n').filter(Boolean)) git('tag', '--delete', tag)
  })

  it('sets the version, dates the changelog, copies the schema, and prints commands that work', () => {
    const { code, stdout, stderr } = start('npm', ['run', '--silent', 'release', '--', 'minor', '--skip-check'])
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toContain('npm run check is skipped: --skip-check.')
    expect(stdout).toContain(`CHANGELOG.md             Unreleased → 0.2.0 (${TODAY()}), 2 entries`)
    expect(
      changed()
        .trim()
        .split('\n')
        .map((line) => line.trim().slice(2).trim())
        .sort(),
    ).toEqual(['CHANGELOG.md', 'package-lock.json', 'package.json', 'schema/released.graphql'].sort())

    expect(JSON.parse(read('package.json')).version).toBe('0.2.0')
    const lock = JSON.parse(read('package-lock.json'))
    expect([lock.version, lock.packages[''].version]).toEqual(['0.2.0', '0.2.0'])
    expect(git('diff', '--numstat', 'package.json', 'package-lock.json').replace(/\s+/g, ' ').trim()).toBe(
      '2 2 package-lock.json 1 1 package.json',
    )
    expect(read('CHANGELOG.md')).toBe(UNRELEASED.replace('## Unreleased\n', `## Unreleased\n\n## 0.2.0 (${TODAY()})\n`))
    const [firstLine = '', ...lines] = read('schema/released.graphql').split('\n')
    expect(firstLine).toBe(readFileSync(join(ROOT, 'schema/released.graphql'), 'utf8').split('\n')[0])
    expect(lines).toEqual(read('schema/schema.graphql').split('\n').slice(1))
    expect(buildSchema(lines.join('\n')).getType('Query')).toBeDefined()

    const commands = stdout.split('\n').filter((line) => line.startsWith('  git '))
    expect(commands).toHaveLength(2)
    execFileSync('bash', ['-e', '-c', commands.join('\n')], { cwd: clone, env })
    expect(changed()).toBe('')
    expect(git('log', '-1', '--format=%s').trim()).toBe('Release 0.2.0')
    expect(git('rev-list', '-1', 'v0.2.0')).toBe(git('rev-parse', 'HEAD'))
    expectRefused(['patch', '--skip-check'], /CHANGELOG\.md has no entries under Unreleased/)
  })

  it('accepts a version in numbers, and each step', () => {
    for (const [wanted, version] of [
      ['0.10.0', '0.10.0'],
      ['patch', '0.1.1'],
      ['major', '1.0.0'],
    ]) {
      expect(release(wanted ?? '', '--dry-run').stdout).toContain(`version 0.1.0 → ${version}`)
    }
  })

  it('prints the changes of a dry run, and writes none', () => {
    const { code, stdout } = release('0.2.0', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain('npm run check would run first.')
    expect(stdout).toContain('Would change:')
    expect(stdout).not.toContain('git commit')
    expect(changed()).toBe('')
    git('checkout', '--quiet', '-B', 'side')
    const refused = release('0.2.0', '--dry-run')
    expect(refused.stdout).toContain('Would change:')
    expect(refused.stderr).toContain('It would be refused:\nThe branch is side: switch to main.')
    expect(refused.code).toBe(1)
  })

  it('rejects a version that is not newer, and one that is tagged', () => {
    expectRefused(['0.1.0', '--skip-check'], /0\.1\.0 is not newer than 0\.1\.0, the version in package\.json/)
    expectRefused(['0.0.9', '--skip-check'], /0\.0\.9 is not newer than 0\.1\.0/)
    git('tag', 'v0.2.0')
    expectRefused(['0.2.0', '--skip-check'], /The tag v0\.2\.0 is there already/)
  })

  it('rejects a changelog without entries, or with the version', () => {
    commit('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\nNothing yet.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n')
    expectRefused(['minor', '--skip-check'], /no entries under Unreleased/)
    commit('CHANGELOG.md', '# Changelog\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n')
    expectRefused(['minor', '--skip-check'], /no entries under Unreleased/)
    commit('CHANGELOG.md', `${UNRELEASED}\n## 0.2.0 (2026-01-01)\n\n- Old.\n`)
    expectRefused(['minor', '--skip-check'], /has a section 0\.2\.0 already/)
  })

  it('rejects changed and new files, and branches other than main', () => {
    write('new.txt', 'x')
    expectRefused(['minor', '--skip-check'], /The working tree has changes[\s\S]*\?\? new\.txt/)
    rmSync(join(clone, 'new.txt'))
    write('README.md', 'x')
    expectRefused(['minor', '--skip-check'], /The working tree has changes[\s\S]* M README\.md/)
    git('checkout', '--quiet', '--', 'README.md')
    git('checkout', '--quiet', '-B', 'side')
    expectRefused(['minor', '--skip-check'], /The branch is side: switch to main/)
    git('checkout', '--quiet', '--detach')
    expectRefused(['minor', '--skip-check'], /The branch is none: switch to main/)
  })

  it('runs npm run check, and stops where that fails', () => {
    const withCheck = (command: string): string =>
      read('package.json').replace(/"check": "[^"]*"/, () => `"check": ${JSON.stringify(command)}`)
    commit('package.json', withCheck('echo checking && exit 3'))
    expectRefused(['minor'], /npm run check fails/)
    commit('package.json', withCheck('echo all is well'))
    const { code, stdout } = release('minor')
    expect(code).toBe(0)
    expect(stdout).toContain('all is well')
    expect(JSON.parse(read('package.json')).version).toBe('0.2.0')
  })

  it.each([[[]], [['next']], [['1.2']], [['v0.2.0']], [['01.2.3']], [['minor', 'major']], [['minor', '--dryrun']]])(
    'exits with 2 on wrong usage: %j',
    (args) => {
      const { code, stderr } = release(...args)
      expect(stderr).toMatch(/^release: [\s\S]*--help shows what there is/)
      expect(code).toBe(2)
    },
  )

  it('prints help', () => {
    const { code, stdout } = release('--help')
    expect(stdout).toMatch(/^Usage: npm run release[\s\S]*--dry-run[\s\S]*--skip-check/)
    expect(code).toBe(0)
  })
})

describe('nextVersion', () => {
  const part = fc.nat(2000)
  const version = fc.tuple(part, part, part).map((parts) => parts.join('.'))

  it('is newer than the previous version, for each step', () => {
    fc.assert(
      fc.property(version, fc.constantFrom('major', 'minor', 'patch'), (current, step) => {
        const next = nextVersion(current, step)
        expect(compareVersions(next, current)).toBeGreaterThan(0)
        expect(nextVersion(current, next)).toBe(next)
        expect(() => nextVersion(next, current)).toThrow(/not newer/)
      }),
    )
  })
})
