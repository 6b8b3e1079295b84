import { GraphQLError, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { MAX_MESSAGE } from '../text/short-message.ts'

const NEAR = 3
const UNKNOWN_FIELD = /(?:Cannot query field|Field) "(\w+)" (?:on type|is not defined by type) "(\w+)"\.$/
const UNKNOWN_ARGUMENT = /Unknown argument "(\w+)" on field "(\w+)\.(\w+)"\.$/
const UNKNOWN_VALUE = /does not exist in "(\w+)" enum\.(?: Did you mean [^?]*\?)?$/

/**
 * Adds names of the schema to an error on an unknown name that graphql-js has no suggestion for: those that contain the
 * name, or else all of them. An error on an unknown enum value lists the values.
 */
export function suggestNames(error: GraphQLError, schema: GraphQLSchema): GraphQLError {
  const addition = additionTo(error.message, schema)
  if (addition === '') return error
  return new GraphQLError(error.message + addition, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.path && { path: error.path }),
    extensions: error.extensions,
  })
}

function additionTo(message: string, schema: GraphQLSchema): string {
  const left = MAX_MESSAGE - message.length
  const [, valueType] = UNKNOWN_VALUE.exec(message) ?? []
  if (valueType !== undefined) return listOf('Values', valuesOf(schema, valueType), left)
  const [, argument, type, field] = UNKNOWN_ARGUMENT.exec(message) ?? []
  if (argument !== undefined)
    return nearOrAll(argument, argumentsOf(schema, type ?? '', field ?? ''), 'Arguments', left)
  const [, name, owner] = UNKNOWN_FIELD.exec(message) ?? []
  return name === undefined ? '' : nearOrAll(name, fieldsOf(schema, owner ?? ''), 'Fields', left)
}

function nearOrAll(name: string, known: readonly string[], label: string, left: number): string {
  const word = name.toLowerCase()
  const near = known.filter((one) => word.length > 1 && one.toLowerCase().includes(word)).slice(0, NEAR)
  if (near.length === 0) return listOf(label, known, left)
  return ` Did you mean ${near.map((one) => `"${one}"`).join(' or ')}?`
}

/** Returns as many names as fit, in quotation marks, which keep them whole where the message is shortened. */
function listOf(label: string, names: readonly string[], left: number): string {
  let text = ` ${label}: `
  for (const [i, name] of names.entries()) {
    const next = `${i === 0 ? '' : ', '}"${name}"`
    if (text.length + next.length + 2 > left) return i === 0 ? '' : `${text}, …`
    text += next
  }
  return names.length === 0 ? '' : `${text}.`
}

function fieldsOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name)
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []
}

function argumentsOf(schema: GraphQLSchema, name: string, field: string): readonly string[] {
  const type = schema.getType(name)
  const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined
  return found?.args.map((argument) => argument.name) ?? []
}

function valuesOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name)
  return isEnumType(type) ? type.getValues().map((value) => value.name) : []
}
