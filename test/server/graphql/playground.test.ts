import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type StartedApp, startApp } from '../start-app.ts'

const { renderGraphiQL } = vi.hoisted(() => ({ renderGraphiQL: vi.fn() }))
vi.mock('@graphql-yoga/render-graphiql', () => ({ renderGraphiQL }))

let app: StartedApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

it('playground renders after an earlier attempt failed', async () => {
  renderGraphiQL.mockImplementationOnce(() => {
    throw new Error('not now')
  })
  renderGraphiQL.mockReturnValue('<html><head></head><script>1</script></html>')
  const visit = (): Promise<Response> => fetch(app.api, { headers: { Accept: 'text/html' } })
  expect((await visit()).status).toBe(500)
  expect((await visit()).status).toBe(200)
})
