import { assertionTable } from './assertion-cells.ts'
import { claimTable } from './claim-cells.ts'
import { entityTable } from './entity-cells.ts'
import { sourceTable } from './source-cells.ts'

/** Tables of a workbook, in the order of its sheets. */
export const WORKBOOK_TABLES = [claimTable, assertionTable, sourceTable, entityTable] as const
