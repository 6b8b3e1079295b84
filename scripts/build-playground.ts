import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { tokensCss } from '../src/widgets/tokens-css.ts'

const SOURCES = join(import.meta.dirname, '../src/playground')
const STYLES = ['@graphiql/react/style.css', '@graphiql/plugin-doc-explorer/style.css']

/** Bundles the playground as one classic script: the editor of GraphiQL 4 with React, and its own parts. */
export async function playgroundScript(): Promise<string> {
  const made = await rolldown({
    input: join(SOURCES, 'playground.tsx'),
    platform: 'browser',
    transform: { target: 'es2020', define: { 'process.env.NODE_ENV': '"production"' } },
    // Packages mark modules for React on servers, which a bundle has no use for.
    checks: { moduleLevelDirective: false },
  })
  const { output } = await made.generate({
    format: 'iife',
    minify: true,
    sourcemap: false,
    codeSplitting: false,
    strictExecutionOrder: true,
  })
  await made.close()
  if (output.length !== 1) throw new Error(`The playground must become one file, not ${output.length}.`)
  return output[0].code
}

/** Style sheet of the playground: the tokens of the pages, the styles of the editor, and its own. */
export function playgroundStyle(): string {
  const require = createRequire(import.meta.url)
  const texts = STYLES.map((path) => readFileSync(require.resolve(path), 'utf8'))
  return [tokensCss(), ...texts, readFileSync(join(SOURCES, 'playground.css'), 'utf8')].join('\n')
}
