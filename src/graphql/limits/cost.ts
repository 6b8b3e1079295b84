import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { withinBounds } from './bound-arguments.ts'
import { type FieldCost, fieldCostOf, lengthOfList } from './field-costs.ts'
import { INTROSPECTION } from './introspection-size.ts'

/** Maximum cost of one query, in points. */
export const MAX_COST = 10_000

type Values = Readonly<Record<string, unknown>>

/** Objects of one level of a query: their type, their maximum number, and the cost of the field that returns them. */
interface Level {
  readonly type: GraphQLNamedType
  readonly times: number
  readonly fieldCost: FieldCost | null
}

/**
 * Cost of a query, in points: one for each field of each object that it may return, and the points for reading
 * (field-costs.ts). A query without a runnable operation costs 0; executing it reports the error. Introspection costs 0:
 * it reads nothing from the database, and has limits of its own (introspection-limit.ts).
 * @param variables coerced by coerce-variables.ts
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Values,
  operationName: string | null | undefined,
): number {
  const operation = getOperationAST(document, operationName)
  const type = operation && schema.getRootType(operation.operation)
  if (!operation || !type) return 0
  const parts = document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one] : []))
  const fragments = new Map(parts.map((part) => [part.name.value, part]))
  return costOfSelection(
    operation.selectionSet,
    { type, times: 1, fieldCost: null },
    { schema, fragments, values: variables },
  )
}

interface CostRequest {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly values: Values
}

/** Cost of a selection. For an interface or a union, it is the cost of the most expensive type. */
function costOfSelection(set: SelectionSetNode, level: Level, request: CostRequest): number {
  const costs = new Map<string, number>()
  const add = (selections: readonly SelectionNode[], type: GraphQLNamedType): void => {
    for (const selection of selections) {
      if (isLeftOut(selection, request.values)) continue
      if (selection.kind === Kind.FIELD) {
        const cost = costOfField(selection, { ...level, type }, request)
        const types = isAbstractType(type) ? request.schema.getPossibleTypes(type) : [type]
        for (const { name } of types) costs.set(name, (costs.get(name) ?? 0) + cost)
        continue
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : request.fragments.get(selection.name.value)
      const condition = part?.typeCondition && request.schema.getType(part.typeCondition.name.value)
      if (part) add(part.selectionSet.selections, condition ?? type)
    }
  }
  add(set.selections, level.type)
  return Math.max(0, ...costs.values())
}

function costOfField(node: FieldNode, { type, times, fieldCost }: Level, request: CostRequest): number {
  const name = node.name.value
  if (INTROSPECTION.includes(name)) return 0
  const field = fieldOf(type, name)
  const priced = field && pricedField(type, field, node, request.values)
  if (!priced) return times
  const { args, own, returned, isList } = priced
  const counted = name === 'totalCount' && fieldCost !== null ? fieldCost.count : 0
  const points = times * (1 + own.reads + counted)
  if (!node.selectionSet) return points
  const known = fieldCost?.lists[name]
  const lengthNow = (): number =>
    known === undefined ? lengthOfList(`${type.name}.${name}`, args, times) : known * times
  const level: Level = { type: returned, times: isList ? lengthNow() : times, fieldCost: own }
  return points + costOfSelection(node.selectionSet, level, request)
}

/** A field of a query with the part of its cost that follows from its arguments. */
interface PricedField {
  readonly args: Values
  readonly own: FieldCost
  readonly returned: GraphQLNamedType
  readonly isList: boolean
}

/** Null for arguments that executing the field refuses. Most fields have no variables, so their values stay. */
function pricedField(
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  values: Values,
): PricedField | null {
  const known = FIXED.get(node)
  // A fragment on an interface may be priced as a part of several types.
  if (known?.type === type) return known.priced
  const priced = priceField(type, field, node, values)
  if (!(node.arguments ?? []).some(({ value }) => hasVariable(value))) FIXED.set(node, { type, priced })
  return priced
}

/** Priced fields without variables. A document is collected together with its entries. */
const FIXED = new WeakMap<FieldNode, { readonly type: GraphQLNamedType; readonly priced: PricedField | null }>()

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariable)
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => hasVariable(field.value))
  return value.kind === Kind.VARIABLE
}

function priceField(
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  values: Values,
): PricedField | null {
  const args = argumentsOf(field, node, values)
  if (!args) return null
  const returned = getNamedType(field.type)
  return {
    args,
    own: fieldCostOf(`${type.name}.${field.name}`, args, returned.name.endsWith('Connection')),
    returned,
    isList: isListType(getNullableType(field.type)),
  }
}

const fieldOf = (type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined

/** Null for arguments that executing the field refuses. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, values: Values): Values | null {
  try {
    return withinBounds(field, getArgumentValues(field, node, values))
  } catch {
    return null
  }
}

function isLeftOut(selection: SelectionNode, values: Values): boolean {
  if ((selection.directives ?? []).length === 0) return false
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, values)
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, values)
  return skip?.['if'] === true || include?.['if'] === false
}
