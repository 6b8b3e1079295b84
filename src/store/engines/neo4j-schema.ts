import type { StoreSchema, TextIndex, UniqueSpec } from './engine.ts'

type Spec = StoreSchema['indexes'][number]
const indexName = ({ label, property }: Spec): string => `index_${label}_${property}`
const uniqueName = ({ label, properties }: UniqueSpec): string => `unique_${label}_${properties[0]}`
export const toIndexName = ({ label, property }: TextIndex): string => `text_${label}_${property}`

/** Names of the constraints and indexes that the statements below create. */
export const schemaNames = ({ unique, indexes, text }: StoreSchema): readonly string[] => [
  ...unique.map(uniqueName),
  ...indexes.map(indexName),
  ...text.map(toIndexName),
]

/** Statements that create the schema, one each; schema/constraints.cypher is generated from them. */
export const toSchemaTexts = ({ unique, indexes, text }: StoreSchema): readonly string[] => [
  ...unique.map(
    (one) =>
      `CREATE CONSTRAINT ${uniqueName(one)} IF NOT EXISTS FOR (n:${one.label}) ` +
      `REQUIRE (${one.properties.map((property) => `n.${property}`).join(', ')}) IS UNIQUE`,
  ),
  ...indexes.map((one) => `CREATE INDEX ${indexName(one)} IF NOT EXISTS FOR (n:${one.label}) ON (n.${one.property})`),
  ...text.map(
    (one) =>
      `CREATE FULLTEXT INDEX ${toIndexName(one)} IF NOT EXISTS FOR (n:${one.label}) ON EACH [n.${one.property}, n.${one.names}] ` +
      "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}",
  ),
]
