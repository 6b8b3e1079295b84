import { EXAMPLES } from '../graphql/examples.ts'

const SERVE = `  $ sanad serve                        load ./seeds, then open http://127.0.0.1:4000/
  $ sanad serve --in-memory --port 0   nothing kept on disk, any free port`
const CHECK = '  $ sanad check seeds                  are the stories well-formed?'
const EXPORT = '  $ sanad export-schema --out schema/schema.graphql'

const GENERAL = `
Examples:
${SERVE}
${CHECK}
  $ sanad query -e '{ stories { totalCount } }' --in-memory
${EXPORT}

Exit codes: 0 done, 1 failed, 2 wrong use. Settings come from the environment; see docs.`

const width = Math.max(...EXAMPLES.map(({ name }) => name.length))
const QUERIES = EXAMPLES.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`).join('\n')

/** Text below the options in the help of each command. */
export const HELP = {
  sanad: GENERAL,
  serve: `
Examples:
${SERVE}`,
  seed: `
Examples:
  $ sanad seed seeds                        load the stories of the repository
  $ sanad seed stories --data /srv/sanad    load your own into a database elsewhere`,
  check: `
Examples:
${CHECK}
  $ sanad check --database             are the statuses in the database right?`,
  query: `
Examples:
  $ sanad query who-owned-x --in-memory
  $ sanad query -e '{ stories { totalCount } }' --json
  $ sanad query lookup.graphql --variables '{"slug":"x"}'

Example queries:
${QUERIES}`,
  mcp: `
Examples:
  $ sanad mcp                          an assistant on this computer reads the local database
  $ sanad mcp --in-memory              the stories of the repository, nothing kept on disk

The assistant starts this command and talks to it over standard input and output. The configuration of an assistant:
  { "mcpServers": { "sanad": { "command": "sanad", "args": ["mcp", "--data", "/srv/sanad"] } } }`,
  stats: `
Examples:
  $ sanad stats
  $ sanad stats --data /srv/sanad --json`,
  export: `
Examples:
  $ sanad export --format claims.csv --in-memory --story x-privacy-2023
  $ sanad export --format claims.csv --status DENIED,DISPUTED --out contested.csv`,
  dump: `
Examples:
  $ sanad dump --out backup.jsonl.gz             all revisions, drafts included
  $ sanad dump --public --out sanad.jsonl.gz     published states alone`,
  import: `
Examples:
  $ sanad import sanad backup.jsonl.gz --check              is the file complete and unchanged?
  $ sanad import sanad backup.jsonl.gz --data /srv/sanad    into an empty database`,
  exportSchema: `
Example:
${EXPORT}`,
} as const
