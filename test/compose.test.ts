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

test('docker-compose.yml starts the app after a healthy Neo4j, and as another user than root', () => {
  expect(services.app.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } })
  expect(services.app.user).toBe('node')
})

test('docker-compose.yml keeps the data of Neo4j beyond its container', () => {
  const named = services.neo4j.volumes?.find((volume) => volume.endsWith(':/data'))?.split(':')[0]
  expect(Object.keys(volumes)).toContain(named)
})

test('docker-compose.yml has no default password', () => {
  expect(services.neo4j.environment['NEO4J_AUTH']).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?[^}]+\}$/)
  expect(services.app.environment['NEO4J_PASSWORD']).toMatch(/^\$\{NEO4J_PASSWORD:\?[^}]+\}$/)
})

test('docker-compose.yml passes only known settings to the app', () => {
  const unknown = Object.keys(services.app.environment).filter((name) => !Object.keys(SETTINGS).includes(name))
  expect(unknown).toEqual([])
})

/** Settings that the file fixes. */
const FIXED = {
  HOST: '0.0.0.0',
  PORT: '4000',
  NEO4J_URI: 'bolt://neo4j:7687',
  NEO4J_USER: 'neo4j',
}
/** Settings without an effect beside Neo4j in a container, with the reason. */
const NOT_FITTING: Readonly<Record<string, string>> = {
  SANAD_DATA: 'the data is in Neo4j',
  SANAD_SEEDS: 'a folder of the host is none of the container: it is mounted over /app/seeds',
}

test('docker-compose.yml passes every applicable setting, from the environment or fixed, with its default', () => {
  const { NEO4J_PASSWORD: _, ...given } = services.app.environment
  const passed = Object.entries(SETTINGS).filter(([name]) => !(name in FIXED || name in NOT_FITTING))
  const fromOutside = passed.filter(([name]) => name !== 'NEO4J_PASSWORD')
  expect(given).toEqual({
    ...FIXED,
    ...Object.fromEntries(fromOutside.map(([name, setting]) => [name, `\${${name}:-${setting.default}}`])),
  })
})
