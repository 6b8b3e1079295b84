import type { Node, SourceFile } from './source-file.ts'
import { isNode, nodesOf } from './source-file.ts'

export type NameKind = 'folder' | 'file' | 'function' | 'value' | 'type' | 'property' | 'parameter'

/** A name that is visible to other files or in the folder tree. */
export interface DeclaredName {
  readonly path: string
  readonly line: number
  readonly name: string
  readonly kind: NameKind
  /** The type annotation: 'readonly string[]'; null without one. */
  readonly type: string | null
}

/**
 * Names of folders and files, of exports, of the properties of exported types, classes and objects, and of the
 * parameters of exported functions and methods. Names inside function bodies are local and omitted.
 */
export function declaredNames(files: readonly SourceFile[]): readonly DeclaredName[] {
  return [...pathNames(files), ...files.flatMap(exportedNames)]
}

/** Each folder below the first once, at the path of its first file, and each file without its extension. */
export function pathNames(files: readonly SourceFile[]): readonly DeclaredName[] {
  const firstFiles = new Map<string, string>()
  for (const { path } of files) {
    for (const folder of foldersOf(path)) if (!firstFiles.has(folder)) firstFiles.set(folder, path)
  }
  const place = { line: 1, type: null }
  return [
    ...[...firstFiles].map(([folder, path]) => ({
      ...place,
      path,
      name: folder.split('/').at(-1) ?? folder,
      kind: 'folder' as const,
    })),
    ...files.map(({ path }) => ({ ...place, path, name: moduleName(path), kind: 'file' as const })),
  ]
}

/** src/store/queries/create-states.ts → src/store, src/store/queries */
const foldersOf = (path: string): readonly string[] => {
  const parts = path.split('/').slice(0, -1)
  return parts.slice(1).map((_, i) => parts.slice(0, i + 2).join('/'))
}

/** src/store/load.ts → load */
export const moduleName = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.(?:ts|mjs)$/, '')

type Found = Pick<DeclaredName, 'name' | 'kind'> & { readonly node: Node; readonly typed?: unknown }

export const exportedNames = (file: SourceFile): readonly DeclaredName[] =>
  [...exportedDeclarations(file).flatMap(namesIn), ...aliases(file)].map(({ node, name, kind, typed }) => ({
    path: file.path,
    line: file.lineOf(node.start),
    name,
    kind,
    type: isNode(typed) && isNode(typed.typeAnnotation) ? sliceOf(file, typed.typeAnnotation) : null,
  }))

/** export { a as b }: the name b. */
const aliases = (file: SourceFile): readonly Found[] =>
  file.places.flatMap(({ node }) => {
    if (node.type !== 'ExportSpecifier' || !isNode(node.exported) || !isNode(node.local)) return []
    const name = String(node.exported.name)
    return name === node.local.name ? [] : [{ node: node.exported, name, kind: 'value' }]
  })

const sliceOf = (file: SourceFile, { start, end }: Node): string => file.text.slice(start, end)

/** Exported declarations at the top of a file. A re-export is named where it is declared. */
export function exportedDeclarations(file: SourceFile): readonly Node[] {
  const top = file.places.filter(({ ancestors }) => ancestors.length === 1).map(({ node }) => node)
  const listed = new Set(
    top
      .filter(({ type, source }) => type === 'ExportNamedDeclaration' && !isNode(source))
      .flatMap(({ specifiers }) => nodesOf(specifiers))
      .flatMap(({ local }) => (isNode(local) ? [String(local.name)] : [])),
  )
  return top.flatMap((node) => {
    if (/^Export(?:Named|Default)Declaration$/.test(node.type)) {
      return isNode(node.declaration) ? [node.declaration] : []
    }
    return declaredBy(node).some(({ name }) => listed.has(name)) ? [node] : []
  })
}

/** The names that a declaration binds, without those of its parts. */
export function declaredBy(node: Node): readonly Found[] {
  if (node.type === 'VariableDeclaration') {
    return nodesOf(node.declarations).flatMap(({ id, init }) =>
      boundNames(id).map((found) => ({ ...found, kind: isFunction(init) ? ('function' as const) : found.kind })),
    )
  }
  const kinds: Readonly<Record<string, NameKind>> = {
    FunctionDeclaration: 'function',
    ClassDeclaration: 'type',
    TSInterfaceDeclaration: 'type',
    TSTypeAliasDeclaration: 'type',
  }
  const kind = kinds[node.type]
  return kind && isNode(node.id) ? [{ node: node.id, name: String(node.id.name), kind }] : []
}

function namesIn(node: Node): readonly Found[] {
  if (node.type === 'VariableDeclaration') {
    return [
      ...declaredBy(node),
      ...nodesOf(node.declarations).flatMap(({ id, init }) => [...partsOf(id), ...partsOf(init)]),
    ]
  }
  return [...declaredBy(node), ...partsOf({ ...node, id: null })]
}

/**
 * Properties and parameters of a type, a class, an object or a function. In a body, only the returned objects count.
 */
function partsOf(value: unknown): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (!isNode(value)) return []
  // A pattern binds properties under the names of a type that is declared elsewhere.
  if (value.type === 'ObjectPattern') return partsOf(value.typeAnnotation)
  if (value.type === 'BlockStatement') return returnedObjects(value).flatMap(partsOf)
  const children = Object.entries(value).flatMap(([key, child]) =>
    key === 'body' && isFunction(value) && isNode(child) && !SHOWN_BODY.test(child.type) ? [] : [child],
  )
  return [...ownNames(value), ...children.flatMap(partsOf)]
}

const SHOWN_BODY = /^(?:BlockStatement|ObjectExpression|ParenthesizedExpression)$/
const PROPERTIES = /^(?:Property|TSPropertySignature|TSMethodSignature|PropertyDefinition|MethodDefinition)$/

function ownNames(node: Node): readonly Found[] {
  const parameters = [...nodesOf(node.params), ...nodesOf(node.parameters)].flatMap(parameterNames)
  const isNamed = PROPERTIES.test(node.type) && node.computed !== true && node.accessibility !== 'private'
  if (!isNamed || !isNode(node.key) || node.key.type !== 'Identifier') return parameters
  return [{ node: node.key, name: String(node.key.name), kind: 'property', typed: node.typeAnnotation }, ...parameters]
}

function returnedObjects(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(returnedObjects)
  if (!isNode(value) || isFunction(value) || value.type.endsWith('Expression')) return []
  if (value.type === 'ReturnStatement') {
    return isNode(value.argument) && value.argument.type === 'ObjectExpression' ? [value.argument] : []
  }
  return Object.values(value).flatMap(returnedObjects)
}

const parameterNames = (node: Node): readonly Found[] => {
  const target = node.type === 'AssignmentPattern' ? node.left : node.type === 'RestElement' ? node.argument : node
  if (!isNode(target) || target.type !== 'Identifier' || target.name === 'this') return []
  return [{ node: target, name: String(target.name), kind: 'parameter', typed: target.typeAnnotation }]
}

function boundNames(id: unknown): readonly Found[] {
  if (!isNode(id)) return []
  if (id.type === 'Identifier') return [{ node: id, name: String(id.name), kind: 'value' }]
  return nodesOf(id.properties).flatMap(({ value }) => boundNames(value))
}

export const isFunction = (value: unknown): boolean =>
  isNode(value) && /^(?:ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(value.type)
