import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { SETTINGS } from '../src/config/settings.ts'

const Service = z.object({
  environment: z.record(z.string(), z.string()),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }),
  volumes: z.array(z.string()).optional(),
  user: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
})
const Compose = z.object({
  services: z.object({ neo4j: Service, app: Service }),
  volumes: z.record(z.string(), z.unknown()),
})
const { services, volumes } = Compose.parse(
  parse(readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8')),
)

test('the app waits for a healthy Neo4j and does not run as root', () => {
  expect(services.app.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } })
  expect(services.app.user).toBe('node')
})

test("Neo4j's data outlives its container", () => {
  const named = services.neo4j.volumes?.find((volume) => volume.endsWith(':/data'))?.split(':')[0]
  expect(Object.keys(volumes)).toContain(named)
})

test('there is no default password', () => {
  expect(services.neo4j.environment['NEO4J_AUTH']).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?[^}]+\}$/)
  expect(services.app.environment['NEO4J_PASSWORD']).toMatch(/^\$\{NEO4J_PASSWORD:\?[^}]+\}$/)
})

test('the app is given only settings that it knows', () => {
  const unknown = Object.keys(services.app.environment).filter((name) => !Object.keys(SETTINGS).includes(name))
  expect(unknown).toEqual([])
})

/** Settings that the file decides itself. */
const FIXED = {
  HOST: '0.0.0.0',
  PORT: '4000',
  NEO4J_URI: 'bolt://neo4j:7687',
  NEO4J_USER: 'neo4j',
}
/** Settings that mean nothing beside Neo4j in a container, and why. */
const NOT_FITTING: Readonly<Record<string, string>> = {
  SANAD_DATA: 'the data is in Neo4j',
  SANAD_SEEDS: 'a folder of the host is none of the container: it is mounted over /app/seeds',
}

test('the app is given every setting that fits, from outside or by the file, with our default', () => {
  const { NEO4J_PASSWORD: _, ...given } = services.app.environment
  const passed = Object.entries(SETTINGS).filter(([name]) => !(name in FIXED || name in NOT_FITTING))
  const fromOutside = passed.filter(([name]) => name !== 'NEO4J_PASSWORD')
  expect(given).toEqual({
    ...FIXED,
    ...Object.fromEntries(fromOutside.map(([name, setting]) => [name, `\${${name}:-${setting.default}}`])),
  })
})
