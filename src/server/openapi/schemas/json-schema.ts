/** A JSON Schema (2020-12). */
export type Schema = Readonly<Record<string, unknown>>

/** Schemas by the names under which a document has them. */
export type Schemas = Readonly<Record<string, Schema>>

export const text: Schema = { type: 'string' }
export const integer: Schema = { type: 'integer' }
export const number: Schema = { type: 'number' }
export const url: Schema = { type: 'string', format: 'uri' }

export const oneOf = (values: readonly (string | number)[]): Schema => ({ type: typeof values[0], enum: values })
export const listOf = (items: Schema): Schema => ({ type: 'array', items })
export const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values })
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
/** Refers to a schema of the document. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/**
 * Returns the schema of an object with these properties. It forbids no others, so that an addition breaks no client.
 * @param optional properties that may be absent
 */
export const objectOf = (properties: Schemas, optional: Schemas = {}): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
})
