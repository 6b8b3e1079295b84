import { cpSync, existsSync } from 'node:fs'

const examples = 'src/graphql/examples'
if (existsSync(examples)) cpSync(examples, 'dist/graphql/examples', { recursive: true })
for (const worker of ['png-worker.mjs', 'network-worker.mjs']) cpSync(`src/server/${worker}`, `dist/server/${worker}`)
