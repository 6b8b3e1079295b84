import type { Node, Place, SourceFile } from './source-file.ts'
import { isNode } from './source-file.ts'

const CYPHER =
  /\b(?:MATCH|MERGE|CREATE)\s+(?:\w+\s*=\s*)?\w*\(|\bUNWIND\s+[$\w[]|\bDETACH\s+DELETE\b|\bRETURN\s+\S|\bCALL\s*[({]|\bLOAD\s+CSV\b|\b(?:CREATE|DROP|SHOW)\s+(?:FULLTEXT\s+|TEXT\s+)?(?:INDEX|CONSTRAINT)/
const SCHEMA_STATEMENT = /^(?:CREATE (?:FULLTEXT )?|DROP )(?:INDEX|CONSTRAINT)\b/
const QUERIES = 'src/store/queries/'
const ENGINES = 'src/store/engines/'

/** The text of a string or a template, with … for each expression; null for other nodes. */
export function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return null
  return node.quasis.map((part: { value: { cooked: string } }) => part.value.cooked).join('…')
}

const hasHoles = (node: Node): boolean => Array.isArray(node.expressions) && node.expressions.length > 0

const report = (file: SourceFile, node: Node, what: string): string => `${file.path}:${file.lineOf(node.start)} ${what}`

/** Cypher is in store/queries, and in store/engines for statements that differ by engine. */
export function cypherPlaces(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.startsWith(QUERIES) && !path.startsWith(ENGINES))
    .flatMap((file) =>
      file.places
        .filter(({ node }) => CYPHER.test(textOf(node) ?? ''))
        .map(({ node }) => report(file, node, `Cypher outside of store/queries: ${textOf(node)?.slice(0, 40)}`)),
    )
}

/**
 * Cypher takes no interpolation: in store/queries only statement() joins texts, and elsewhere only the engines' schema
 * statements do, from the closed list of store/encoding/schema.ts.
 */
export function cypherHoles(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const inQueries = file.path.startsWith(QUERIES)
    return file.places.flatMap(({ node }) => {
      const parts = node.type === 'BinaryExpression' && node.operator === '+' ? [node.left, node.right] : []
      const texts = parts.filter(isNode).map(textOf)
      const filled = node.type === 'TemplateLiteral' && hasHoles(node) ? [textOf(node)] : texts
      const [first] = filled.filter((text) => text !== null)
      if (first === undefined) return []
      const isSchema = file.path.startsWith(ENGINES) && SCHEMA_STATEMENT.test(first)
      const isCypher = inQueries || (filled.some((text) => CYPHER.test(text ?? '')) && !isSchema)
      return isCypher ? [report(file, node, `something is put into Cypher: ${first.slice(0, 40)}`)] : []
    })
  })
}

/** statement() joins constant parts, so only store/queries may import it. */
export function statementMakers(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.startsWith(QUERIES))
    .flatMap((file) =>
      file.places
        .filter(
          ({ node }) => node.type === 'ImportSpecifier' && isNode(node.imported) && node.imported.name === 'statement',
        )
        .map(({ node }) => report(file, node, 'statement() is only for store/queries')),
    )
}

export function environmentReads(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path !== 'src/config/settings.ts')
    .flatMap((file) =>
      file.places
        .filter(({ node }) => readsEnvironment(node))
        .map(({ node }) => report(file, node, 'only src/config/settings.ts reads the environment')),
    )
}

function readsEnvironment(node: Node): boolean {
  if (node.type === 'ImportSpecifier') return isNode(node.imported) && node.imported.name === 'env'
  if (node.type === 'VariableDeclarator') {
    const names = isNode(node.id) && Array.isArray(node.id.properties) ? node.id.properties : []
    return isNamed(node.init, 'process') && names.some((one: Node) => isNamed(one.key, 'env'))
  }
  if (node.type !== 'MemberExpression' || !isNamed(node.object, 'process')) return false
  return isNamed(node.property, 'env') || (isNode(node.property) && node.property.value === 'env')
}

const isNamed = (value: unknown, name: string): boolean => isNode(value) && value.name === name

/** The clock and randomness are arguments, which cli and server pass. */
export function hiddenInputs(files: readonly SourceFile[], allowed: readonly Allowance[]): readonly string[] {
  return files
    .filter(({ path }) => !/^src\/(?:cli|server)\//.test(path))
    .flatMap((file) =>
      file.places
        .map(({ node }) => ({ node, code: file.text.slice(node.start, node.end) }))
        .filter(({ code }) => HIDDEN.test(code))
        .filter(({ code }) => !allowed.some((one) => one.path === file.path && one.code === code))
        .map(({ node, code }) => report(file, node, `${code}: take it as an argument`)),
    )
}
const HIDDEN = /^(?:new Date\(\)|Date\.now\(\)|performance\.now\(\)|Math\.random\(\)|randomUUID\(\))$/

export interface Allowance {
  readonly path: string
  /** The code as written, with single spaces. */
  readonly code: string
  readonly reason: string
}

/** A cast is unchecked by the compiler, so it is allowed only where outside data is parsed (parse…, to…, read…). */
export function casts(files: readonly SourceFile[], allowed: readonly Allowance[]): readonly string[] {
  const used = new Set<Allowance>()
  const found = files.flatMap((file) =>
    file.places.flatMap((place) => {
      const { node } = place
      if (node.type === 'TSTypeAssertion') return [report(file, node, '<T> before a value: do not cast')]
      if (node.type !== 'TSAsExpression' || !isNode(node.typeAnnotation)) return []
      const type = file.text.slice(node.typeAnnotation.start, node.typeAnnotation.end)
      if (type === 'const' || isBorder(place)) return []
      const code = file.text.slice(node.start, node.end).replace(/\s+/g, ' ')
      const allowance = allowed.find((one) => one.path === file.path && code.includes(one.code))
      if (allowance) used.add(allowance)
      return allowance ? [] : [report(file, node, `${code}: cast only in parse…, to…, read…`)]
    }),
  )
  const stale = allowed.filter((one) => !used.has(one)).map((one) => `${one.path} no longer casts: ${one.code}`)
  return [...found, ...stale]
}

const isBorder = ({ ancestors }: Place): boolean =>
  ancestors.some((node) => {
    const name =
      node.type === 'FunctionDeclaration'
        ? node.id
        : node.type === 'VariableDeclarator' && isFunction(node.init)
          ? node.id
          : null
    return isNode(name) && /^(?:parse|to|read)(?:[A-Z]|$)/.test(String(name.name))
  })

const isFunction = (value: unknown): boolean => isNode(value) && /^(?:Arrow)?FunctionExpression$/.test(value.type)

/** any, a non-null assertion, and comments that disable the compiler. */
export function silenced(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [
    ...file.places.flatMap(({ node }) => {
      if (node.type === 'TSAnyKeyword') return [report(file, node, 'any')]
      if (node.type === 'TSNonNullExpression' || node.definite === true) return [report(file, node, 'non-null !')]
      return []
    }),
    ...file.comments
      .filter(({ value }) => /@ts-(?:ignore|nocheck|expect-error)|biome-ignore-all/.test(value))
      .map(({ value, line }) => `${file.path}:${line} ${value.trim()}`),
  ])
}

const linesIn = (text: string): number => text.trimEnd().split('\n').length

export const tooLong = (files: readonly SourceFile[], max: number): readonly string[] =>
  files.filter(({ text }) => linesIn(text) > max).map(({ path, text }) => `${path}: ${linesIn(text)} lines`)

/** Collective names (utils, helpers, …); a folder or file is named after its concept. */
export const drawers = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) =>
      path.split('/').some((part) => /^(?:utils?|libs?|helpers?|services?|common|misc)(?:\.ts)?$/.test(part)),
    )
    .map(({ path }) => `${path}: name it by what it holds`)
