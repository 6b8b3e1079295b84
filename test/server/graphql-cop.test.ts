import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { post, type StartedApp, startApp } from './start-app.ts'

/** A request of an audit. graphql-cop decides by the response whether the server is vulnerable. */
interface Check {
  readonly name: string
  readonly isFlagged: (api: string) => Promise<boolean>
}
interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: object }[]
}

const result = async (response: Response): Promise<Result> => JSON.parse(await response.text())
const send = async (api: string, query: string): Promise<Result> => result(await post(api, { query }))
const get = async (api: string, query: string): Promise<Result> =>
  result(await fetch(`${api}?${new URLSearchParams({ query })}`))
const isAnswered = ({ data }: Result, field = '__typename'): boolean => Boolean(data?.[field])
const times = (n: number, piece: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => piece(i)).join('')

const CIRCLE =
  'query { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }'
const CHECKS: readonly Check[] = [
  {
    name: 'alias overloading',
    isFlagged: async (api) =>
      isAnswered(await send(api, `query { ${times(101, (i) => `alias${i}:__typename \n`)} }`), 'alias100'),
  },
  {
    name: 'array-based batching',
    isFlagged: async (api) =>
      Array.isArray(
        await result(
          await post(
            api,
            Array.from({ length: 11 }, () => ({ query: 'query { __typename }' })),
          ),
        ),
      ),
  },
  { name: 'circular introspection', isFlagged: async (api) => isAnswered(await send(api, CIRCLE), '__schema') },
  {
    name: 'circular fragment',
    isFlagged: async (api) =>
      !(await send(api, '{ __schema { ...A } } fragment A on __Schema { ...B } fragment B on __Schema { ...A }'))
        .errors,
  },
  {
    name: 'directive overloading',
    isFlagged: async (api) => (await send(api, `query { __typename ${'@aa'.repeat(10)} }`)).errors?.length === 10,
  },
  {
    name: 'field duplication',
    isFlagged: async (api) => isAnswered(await send(api, `query { ${'__typename \n'.repeat(500)} }`)),
  },
  {
    name: 'field suggestions',
    isFlagged: async (api) =>
      (await send(api, 'query { __schema { directive } }')).errors?.some(({ message }) =>
        message.includes('Did you mean'),
      ) ?? false,
  },
  { name: 'mutation over GET', isFlagged: async (api) => isAnswered(await get(api, 'mutation {__typename}')) },
  { name: 'query over GET', isFlagged: async (api) => isAnswered(await get(api, '{__typename}')) },
  {
    name: 'graphical editor',
    isFlagged: async (api) => /graphiql/i.test(await (await fetch(api, { headers: { Accept: 'text/html' } })).text()),
  },
  {
    name: 'introspection',
    isFlagged: async (api) =>
      isAnswered(await send(api, '{ __schema { types { name fields { name } } } }'), '__schema'),
  },
  {
    name: 'url-encoded POST',
    isFlagged: async (api) =>
      isAnswered(
        await result(await fetch(api, { method: 'POST', body: new URLSearchParams({ query: '{__typename}' }) })),
      ),
  },
  {
    name: 'trace mode',
    isFlagged: async (api) => /stacktrace|tracing/i.test(JSON.stringify(await send(api, 'query { __typename }'))),
  },
  {
    name: 'unhandled errors',
    isFlagged: async (api) => /exception/i.test(JSON.stringify((await send(api, 'qwerty cop { abc }')).errors)),
  },
]

describe('graphql-cop checks', () => {
  let open: StartedApp
  let closed: StartedApp
  beforeAll(async () => {
    open = await startApp()
    closed = await startApp({ settings: { SANAD_INTROSPECTION: 'false', SANAD_PLAYGROUND: 'false' } })
  })
  afterAll(async () => {
    await open.stop()
    await closed.stop()
  })

  it('flag only features that are open by design', async () => {
    expect(await flagged(open.api)).toEqual([
      'field suggestions',
      'query over GET',
      'graphical editor',
      'introspection',
    ])
  })
  it('flag only queries by GET where introspection is disabled', async () => {
    expect(await flagged(closed.api)).toEqual(['query over GET'])
  })
})

async function flagged(api: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const { name, isFlagged } of CHECKS) if (await isFlagged(api)) found.push(name)
  return found
}
