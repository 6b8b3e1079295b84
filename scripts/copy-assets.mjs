import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

cpSync('src/graphql/examples', 'dist/graphql/examples', { recursive: true })
// Worker threads are written in JavaScript, so the compiler omits them.
for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' }))
  if (path.endsWith('.mjs')) cpSync(join('src', path), join('dist', path))
