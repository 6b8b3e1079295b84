import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run-cli.ts'

const ROOT = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

describe('sanad --version', { timeout: 60_000 }, () => {
  it.each(['--version', '-V'])('writes the version of package.json and ends with 0: %s', async (option) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(await run([option])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('is listed in the help', async () => {
    expect((await run(['--help'])).stdout).toContain('-V, --version')
  })
})

describe('sanad --version of the built code, in the layout of the container image', { timeout: 60_000 }, () => {
  const app = mkdtempSync(join(tmpdir(), 'sanad-image-'))
  afterAll(() => rmSync(app, { recursive: true, force: true }))
  beforeAll(() => {
    cpSync(join(ROOT, 'dist'), join(app, 'dist'), { recursive: true })
    cpSync(join(ROOT, 'package.json'), join(app, 'package.json'))
    symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'))
  })

  it('writes the version of the package.json beside dist, from any working folder', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(app, 'dist/cli/main.js'), '--version'], {
      cwd: tmpdir(),
    })
    expect(stdout).toBe(`${version}\n`)
  })

  it('finds that package.json in the image', () => {
    const image = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
      .split(/^FROM /m)
      .at(-1)
    expect(image).toMatch(/^WORKDIR \/app$/m)
    expect(image).toMatch(/^COPY --from=build \/app\/dist \.\/dist$/m)
    expect(image).toMatch(/^COPY package\.json \.\/$/m)
  })
})
