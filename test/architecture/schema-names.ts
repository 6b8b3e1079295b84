import { Kind, type Location, parse, visit } from 'graphql'
import type { DeclaredName } from './declared-names.ts'

/** Names of types, fields, arguments and values of a GraphQL schema. */
export function graphqlNames(path: string, schema: string): readonly DeclaredName[] {
  const found: DeclaredName[] = []
  const add = (name: { readonly value: string; readonly loc?: Location | undefined }, kind: DeclaredName['kind']) => {
    found.push({ path, line: name.loc?.startToken.line ?? 1, name: name.value, kind, type: null })
  }
  visit(parse(schema), {
    enter(node) {
      if (node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.ENUM_VALUE_DEFINITION) add(node.name, 'property')
      else if (node.kind === Kind.INPUT_VALUE_DEFINITION) add(node.name, 'parameter')
      else if (/TypeDefinition$/.test(node.kind) && 'name' in node && node.name?.kind === Kind.NAME) {
        add(node.name, 'type')
      }
    },
  })
  return found
}

/** Labels and properties of the constraints and indexes of the graph. */
export const graphNames = (path: string, constraints: string): readonly DeclaredName[] =>
  constraints.split('\n').flatMap((text, i) => {
    const place = { path, line: i + 1, type: null }
    const labels = [...text.matchAll(/\(n:(\w+)\)/g)].map(([, name = '']) => ({
      ...place,
      name,
      kind: 'type' as const,
    }))
    const fields = [...text.matchAll(/\bn\.(\w+)/g)].map(([, name = '']) => ({
      ...place,
      name,
      kind: 'property' as const,
    }))
    return [...labels, ...fields]
  })
