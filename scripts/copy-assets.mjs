import { cpSync, existsSync } from 'node:fs'

const examples = 'src/graphql/examples'
if (existsSync(examples)) cpSync(examples, 'dist/graphql/examples', { recursive: true })
cpSync('src/server/png-worker.mjs', 'dist/server/png-worker.mjs')
