import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inShared } from '../seeds/shared.ts'
import { type Json, type StartedService, startService } from './started-service.ts'

const SCHEMAS = inShared('reconciliation')

/** Reads the schemas of a version by the names of their files. */
function schemasOf(version: string): (name: string) => ValidateFunction {
  const folder = join(SCHEMAS, version, 'schemas')
  const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false })
  const files = readdirSync(folder)
  const known = new Set<string>()
  const ids = new Map(
    files.map((file) => {
      const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>
      const id = typeof schema.$id === 'string' ? schema.$id : file
      // Several files of a version share an $id.
      const key = known.has(id) ? `${id}#${file}` : id
      known.add(id)
      ajv.addSchema(schema, key)
      return [file, key] as const
    }),
  )
  return (name) => {
    const validate = ajv.getSchema(ids.get(`${name}.json`) ?? '')
    if (validate === undefined) throw new Error(`no schema ${name} in version ${version}`)
    return validate
  }
}
describe.skipIf(!existsSync(SCHEMAS))('responses of the service (needs ../shared/data)', () => {
  let service: StartedService
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.site.stop())

  const check = (validate: ValidateFunction, value: unknown, is = true): void => {
    expect([validate(value), is ? validate.errors : null]).toEqual([is, null])
  }

  const queries = {
    q0: { query: 'Twitter' },
    q1: { query: 'X sells user data', type: 'claim', limit: 2 },
    q2: {
      query: 'Musk',
      type: ['person', 'organization'],
      type_strict: 'any',
      properties: [{ pid: 'kind', v: ['person', { id: 'person' }] }],
    },
  }
  const all = [
    'claims-about',
    'claims-about.quote',
    'says.stance',
    'names',
    'external-ids',
    'publisher',
    'claimant',
    'date',
    'source',
    'subject',
    'attribution',
  ]
  const extension = {
    ids: ['entity/x', 'claim/x-sells-user-data', 'data/biometric-data', 'entity/nobody'],
    properties: all.map((id) => ({ id, settings: { limit: 3, content: 'claim' } })),
  }

  describe.each(['0.1', '0.2'])('are valid in version %s:', (version) => {
    let schema: ReturnType<typeof schemasOf>
    beforeAll(() => {
      schema = schemasOf(version)
    })
    it('the manifest', async () => {
      for (const lang of ['en', 'id']) check(schema('manifest'), (await service.get(`/reconcile?lang=${lang}`)).json)
    })

    it('candidates', async () => {
      check(schema('reconciliation-query-batch'), queries)
      const { json } = await service.form({ queries: JSON.stringify(queries) })
      expect(Object.keys(json)).toEqual(Object.keys(queries))
      check(schema('reconciliation-result-batch'), json)
    })

    it('suggestions', async () => {
      for (const [of, name] of [
        ['entity', 'entities'],
        ['property', 'properties'],
        ['type', 'types'],
      ] as const) {
        const { json } = await service.get(`/reconcile/suggest/${of}?prefix=${of === 'entity' ? 'x' : ''}`)
        expect((json.result as readonly Json[]).length).toBeGreaterThan(0)
        check(schema(`suggest-${name}-response`), json)
      }
    })

    it('extended data', async () => {
      check(schema('data-extension-query'), extension)
      const { json } = await service.form({ extend: JSON.stringify(extension) })
      check(schema('data-extension-response'), json)
      expect(JSON.stringify(json)).toContain('"str":"STATES')
    })

    it.skipIf(version === '0.1')('proposed properties', async () => {
      check(
        schema('data-extension-property-proposal'),
        (await service.get('/reconcile/propose?type=entity&limit=5')).json,
      )
    })
  })

  describe('are valid in version 1.0-draft:', () => {
    let schema: ReturnType<typeof schemasOf>
    beforeAll(() => {
      schema = schemasOf('1.0-draft')
    })
    it('the manifest', async () => {
      for (const lang of ['en', 'id']) check(schema('manifest'), (await service.get(`/reconcile/v1?lang=${lang}`)).json)
      // The manifest of 0.2 names other fields.
      check(schema('manifest'), (await service.get('/reconcile')).json, false)
    })

    it('candidates', async () => {
      const body = {
        queries: [
          { conditions: [{ matchType: 'name', propertyValue: 'Twitter' }] },
          { type: 'claim', conditions: [{ matchType: 'name', propertyValue: 'X sells user data' }] },
          {
            conditions: [
              { matchType: 'name', propertyValue: 'X' },
              { matchType: 'property', propertyId: 'kind', propertyValue: 'service' },
            ],
          },
        ],
      }
      check(schema('reconciliation-query-batch'), body)
      const { json } = await service.post('/reconcile/v1/match', body)
      expect(json.results).toHaveLength(3)
      check(schema('reconciliation-result-batch'), json)
    })

    it('suggestions', async () => {
      for (const [of, name] of [
        ['entity', 'entities'],
        ['property', 'properties'],
        ['type', 'types'],
      ] as const) {
        const { json } = await service.get(`/reconcile/v1/suggest/${of}?prefix=${of === 'entity' ? 'x' : ''}`)
        expect((json.result as readonly Json[]).length).toBeGreaterThan(0)
        check(schema(`suggest-${name}-response`), json)
      }
    })

    it('extended data and proposed properties', async () => {
      check(schema('data-extension-query'), extension)
      const { json } = await service.post('/reconcile/v1/extend', extension)
      check(schema('data-extension-response'), json)
      check(
        schema('data-extension-property-proposal'),
        (await service.get('/reconcile/v1/extend/propose?type=claim')).json,
      )
    })
  })
})
