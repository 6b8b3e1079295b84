import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { playgroundScript, playgroundStyle } from './build-playground.ts'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = join(ROOT, 'src/widgets/element')

/** File below /assets/ → its source. Names with v1 are embedded in articles, so they are permanent. */
const ENTRIES: Readonly<Record<string, string>> = {
  'sanad-widget.v1.js': 'sanad-widget.ts',
  'embed.v1.js': 'embed.v1.ts',
  'embed-builder.js': 'embed-builder.ts',
  'page.js': 'page.ts',
}

/** Maximum bytes of each file with gzip. */
export const BUDGETS: Readonly<Record<string, number>> = {
  'sanad-widget.v1.js': 4096,
  'embed.v1.js': 820,
  'embed-builder.js': 2048,
  'page.js': 640,
}

/** Maximum bytes of the playground's files with gzip. */
export const PLAYGROUND_BUDGETS: Readonly<Record<string, number>> = {
  'playground.js': 430_000,
  'playground.css': 20_000,
}

/** Bundles each script as one classic, minified file, since modules do not load in a sandbox with an opaque origin. */
export async function buildBrowserCode(): Promise<Record<string, string>> {
  const built = await Promise.all(Object.entries(ENTRIES).map(async ([name, source]) => [name, await bundle(source)]))
  return Object.fromEntries(built)
}

/** Builds the files of the playground. */
export const buildPlayground = async (): Promise<Record<string, string>> => ({
  'playground.js': await playgroundScript(),
  'playground.css': playgroundStyle(),
})

export const gzipBytes = (code: string): number => gzipSync(code, { level: 9 }).length

async function bundle(source: string): Promise<string> {
  const made = await rolldown({ input: join(SOURCES, source), platform: 'browser', transform: { target: 'es2020' } })
  const { output } = await made.generate({ format: 'iife', minify: true, sourcemap: false })
  await made.close()
  if (output.length !== 1) throw new Error(`${source} must become one file, not ${output.length}.`)
  return output[0].code
}

async function writeBrowserCode(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const files = { ...(await buildBrowserCode()), ...(await buildPlayground()) }
  const budgets = { ...BUDGETS, ...PLAYGROUND_BUDGETS }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text)
    console.log(`${name}: ${gzipBytes(text)} bytes with gzip, of ${budgets[name]}`)
  }
}

// Run as a program: writes into dist/assets, or into the given folder.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeBrowserCode(process.argv[2] ?? join(ROOT, 'dist/assets'))
}
