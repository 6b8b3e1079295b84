import { readVersion } from '../../version.ts'
import type { Route } from '../routes/route.ts'
import { type DescribedPath, TAGS } from './described-path.ts'
import { DESCRIBED_PATHS } from './described-paths.ts'
import { PARAMETERS } from './parameters.ts'
import { BODY_SCHEMAS } from './schemas/body-schemas.ts'
import { ref, type Schema } from './schemas/json-schema.ts'

/** Paths that the server has. The description lists no others. */
export interface ServedPaths {
  readonly routes: readonly Pick<Route, 'pattern' | 'parameters' | 'needsLanguage'>[]
  /** Patterns of the endpoints of other protocols. */
  readonly endpoints: readonly RegExp[]
}

/** Returns the OpenAPI 3.1 description of the paths that the server has. */
export function describeApi(served: ServedPaths, publicUrl: string): object {
  const paths = DESCRIBED_PATHS.flatMap((described): readonly [string, object][] => {
    const examples = examplesOf(described)
    const routes = examples.map((example) => served.routes.find(({ pattern }) => pattern.test(example)))
    const isServed =
      described.isBuiltIn === true ||
      routes.some((route) => route !== undefined) ||
      examples.some((example) => served.endpoints.some((pattern) => pattern.test(example)))
    return isServed ? [[described.path, pathItem(described, routes)]] : []
  })
  return {
    openapi: '3.1.1',
    info: {
      title: 'Sanad',
      version: readVersion(),
      description: 'A database of claims: who said what, about which data, for which use, and how sure they are.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(paths),
    components: { schemas: BODY_SCHEMAS, responses: { Refusal: REFUSAL } },
  }
}

/** Returns example paths of a described path: every combination of its closed lists, with `x` for a slug. */
export function examplesOf({ path, parts = {}, example = {} }: DescribedPath): readonly string[] {
  return Object.entries(parts).reduce<readonly string[]>(
    (paths, [name, values]) =>
      (values ?? [example[name] ?? 'x']).flatMap((value) => paths.map((one) => one.replace(`{${name}}`, value))),
    [path],
  )
}

function pathItem(described: DescribedPath, routes: readonly (ServedPaths['routes'][number] | undefined)[]): object {
  const { parts = {}, tag, id, summary, types, post, query = {}, failures = [] } = described
  const known = new Set(routes.flatMap((route) => route?.parameters.known ?? []))
  const hasLanguage = routes.some((route) => route?.needsLanguage === true)
  const operation = (operationId: string, made: readonly string[]): object => ({
    operationId,
    tags: [tag],
    summary,
    responses: {
      ...(made.length === 0 ? {} : { 200: { description: summary, content: contentOf(made, described) } }),
      ...(made.length === 0 ? { 302: { description: summary } } : {}),
      ...(hasLanguage ? { 302: { description: 'Redirect to the URL with a language.' } } : {}),
      ...(Object.hasOwn(parts, 'slug') ? MISSING : {}),
      default:
        failures.length === 0
          ? { $ref: '#/components/responses/Refusal' }
          : refusalWith(['Errors', ...failures].map(ref)),
    },
  })
  const own = Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }))
  const parameters = own.length === 0 ? {} : { parameters: own }
  return {
    parameters: [
      ...Object.entries(parts).map(([name, values]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string', ...(values === null ? {} : { enum: values }) },
      })),
      ...[...known].map(queryParameter),
    ],
    ...(types && { get: { ...operation(id, types), ...parameters } }),
    ...(post && {
      post: {
        ...operation(types === null ? id : `${id}Post`, post.types),
        requestBody: { content: Object.fromEntries(post.takes.map((type) => [type, {}])) },
        ...(types === null ? parameters : {}),
      },
    }),
  }
}

function queryParameter(name: string): object {
  const described = PARAMETERS.get(name)
  return {
    name,
    in: 'query',
    description: described?.description ?? '',
    schema: described?.schema ?? { type: 'string' },
    ...(described?.isList ? { style: 'form', explode: false } : {}),
  }
}

const IS_JSON = /[/+]json$/

/** Returns the bodies of a path by media type. A body that is not JSON is described as a string. */
const contentOf = (types: readonly string[], { body, columns }: DescribedPath): object =>
  Object.fromEntries(
    types.map((given) => {
      const [type = given] = given.split(';')
      const schema = body !== undefined && IS_JSON.test(type) ? ref(body) : textOf(type, columns)
      return [type, { schema }]
    }),
  )

/** @param columns names of the columns of a table */
const textOf = (contentMediaType: string, columns: readonly string[] | undefined): Schema => ({
  type: 'string',
  contentMediaType,
  ...(columns && { 'x-columns': columns }),
})

const MISSING = {
  301: { description: 'Redirect from a former slug.' },
  404: { $ref: '#/components/responses/Refusal' },
  410: { $ref: '#/components/responses/Refusal' },
}

/** Paths of pages and embeds send a page to clients that prefer one. */
const REFUSAL = refusalWith([ref('Errors')])

function refusalWith(schemas: readonly Schema[]): object {
  const [only] = schemas
  const refused = { schema: schemas.length === 1 ? only : { anyOf: schemas } }
  return {
    description: 'Refusal with a code and a sentence, such as 400 for an unknown parameter, 429 and 503.',
    content: {
      'application/json': refused,
      'application/graphql-response+json': refused,
      'text/html': { schema: textOf('text/html', undefined) },
    },
  }
}
