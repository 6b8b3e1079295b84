import { cpSync, existsSync } from 'node:fs'

const examples = 'src/graphql/examples'
if (existsSync(examples)) cpSync(examples, 'dist/graphql/examples', { recursive: true })
