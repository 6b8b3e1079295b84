import { ERROR_CODES } from '../../domain/errors.ts'
import { readVersion } from '../../version.ts'
import type { Route } from '../routes/route.ts'
import { type DescribedPath, TAGS } from './described-path.ts'
import { DESCRIBED_PATHS } from './described-paths.ts'
import { PARAMETERS, type Schema } from './parameters.ts'

/** Paths that the server has, by which the description is chosen. */
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
    components: { schemas: { Errors: ERRORS }, responses: { Refusal: REFUSAL } },
  }
}

/** Returns paths of a described one, with each value of its closed lists and a slug for all else. */
export function examplesOf({ path, parts = {}, example = {} }: DescribedPath): readonly string[] {
  return Object.entries(parts).reduce<readonly string[]>(
    (paths, [name, values]) =>
      (values ?? [example[name] ?? 'x']).flatMap((value) => paths.map((one) => one.replace(`{${name}}`, value))),
    [path],
  )
}

function pathItem(described: DescribedPath, routes: readonly (ServedPaths['routes'][number] | undefined)[]): object {
  const { parts = {}, tag, id, summary, types, post, query = {} } = described
  const known = new Set(routes.flatMap((route) => route?.parameters.known ?? []))
  const hasLanguage = routes.some((route) => route?.needsLanguage === true)
  const operation = (operationId: string, made: readonly string[]): object => ({
    operationId,
    tags: [tag],
    summary,
    responses: {
      ...(made.length === 0 ? {} : { 200: { description: summary, content: contentOf(made) } }),
      ...(made.length === 0 ? { 302: { description: summary } } : {}),
      ...(hasLanguage ? { 302: { description: 'Redirect to the URL with a language.' } } : {}),
      ...(Object.hasOwn(parts, 'slug') ? MISSING : {}),
      default: { $ref: '#/components/responses/Refusal' },
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
        requestBody: { content: contentOf(post.takes) },
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

const contentOf = (types: readonly string[]): object =>
  Object.fromEntries(types.map((type) => [type.split(';')[0], {}]))

const MISSING = {
  301: { description: 'Redirect from a former slug.' },
  404: { $ref: '#/components/responses/Refusal' },
  410: { $ref: '#/components/responses/Refusal' },
}

const ERRORS: Schema = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'extensions'],
        properties: {
          message: { type: 'string' },
          extensions: {
            type: 'object',
            required: ['code'],
            properties: { code: { type: 'string', enum: ERROR_CODES } },
          },
        },
      },
    },
  },
}

/** Paths of pages and embeds send a page to clients that prefer one. */
const REFUSAL = {
  description: 'Refusal with a code and a sentence, such as 400 for an unknown parameter, 429 and 503.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } }, 'text/html': {} },
}
