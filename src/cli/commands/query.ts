import { readFile } from 'node:fs/promises'
import type { Settings } from '../../config/settings.ts'
import { DomainError } from '../../domain/errors.ts'
import { EXAMPLES } from '../../graphql/examples.ts'
import { checkSettings } from '../../server/check-settings.ts'
import { createApp } from '../../server/create-app.ts'
import { listen } from '../../server/listen.ts'
import { nearest } from '../../text/nearest.ts'
import { loadSeeds } from '../load-seeds.ts'
import { type LocalStore, openOrFindServer } from '../open-local-store.ts'
import { queryServer, type ServerResponseBody } from '../query-server.ts'
import type { Terminal } from '../terminal.ts'

export interface QueryOptions {
  /** Path of a file, or name of an example; null if `text` is given. */
  readonly source: string | null
  readonly text: string | null
  readonly variables: object
  readonly inMemory: boolean
  readonly seeds: string
  readonly json: boolean
}

/** Runs a query on the database, or on the server that has it open, with the same response. */
export async function query(settings: Settings, options: QueryOptions, terminal: Terminal): Promise<number> {
  checkSettings(settings)
  const text = options.text ?? (await findQuery(options.source ?? ''))
  const { variables } = options
  const found = await openOrFindServer(settings, { inMemory: options.inMemory, command: 'sanad query' })
  const response =
    'api' in found
      ? await queryServer(found.api, text, variables)
      : await queryLocally(found.local, { text, variables }, settings, options, terminal)
  terminal.write(options.json ? JSON.stringify(response) : JSON.stringify(response, null, 2))
  return response.errors === undefined ? 0 : 1
}

/** Starts a server on a free local port for one query. */
async function queryLocally(
  local: LocalStore,
  { text, variables }: { readonly text: string; readonly variables: object },
  settings: Settings,
  options: QueryOptions,
  terminal: Terminal,
): Promise<ServerResponseBody> {
  const now = (): Date => new Date()
  try {
    if (options.inMemory) await loadSeeds(local, options.seeds, terminal, now)
    else if ((await local.store.revisionAt(null)) === 0) {
      terminal.note(`The database is empty; \`sanad seed ${options.seeds}\` fills it.`)
    }
    const app = createApp({ database: local.database, cache: local.cache, settings, now, log: () => undefined })
    const server = await listen(app, { host: '127.0.0.1', port: 0 })
    try {
      return await queryServer(`${server.url}/graphql`, text, variables)
    } finally {
      await server.stop()
    }
  } finally {
    await local.close()
  }
}

const NAMES = EXAMPLES.map(({ name }) => name).join(', ')
export const USAGE = `give a file, -e TEXT, or one of the examples: ${NAMES}.`

/** Reads the text of a query. @throws DomainError NOT_FOUND */
async function findQuery(source: string): Promise<string> {
  const example = EXAMPLES.find(({ name }) => name === source)
  if (example) return example.text
  try {
    return await readFile(source, 'utf8')
  } catch (cause) {
    const near = nearest(
      source,
      EXAMPLES.map(({ name }) => name),
    )
    const hint = near === null ? '' : ` Did you mean ${near}?`
    throw new DomainError('NOT_FOUND', `${source} is neither a file nor one of the examples: ${NAMES}.${hint}`, {
      cause,
    })
  }
}
