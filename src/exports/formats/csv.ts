import { csvFormat } from '../csv-format.ts'
import { assertionTable } from '../tables/assertion-cells.ts'
import { claimTable } from '../tables/claim-cells.ts'
import { entityTable } from '../tables/entity-cells.ts'
import { sourceTable } from '../tables/source-cells.ts'

export const claimsCsv = csvFormat('claims.csv', 'CSV, a line for each claim', claimTable)
/** Acts of the claimants with their documents, days and words. */
export const assertionsCsv = csvFormat('assertions.csv', 'CSV, a line for each statement on a claim', assertionTable)
export const sourcesCsv = csvFormat('sources.csv', 'CSV, a line for each document, with its statements', sourceTable)
export const entitiesCsv = csvFormat('entities.csv', 'CSV, a line for each entity, with its statements', entityTable)
