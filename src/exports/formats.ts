import type { ExportFormat } from './export-format.ts'
import { assertionsCsv, claimsCsv } from './formats/csv.ts'

/** All formats, in the order of lists. Addresses, links of pages, `sanad export` and their documentation have no other list. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [claimsCsv, assertionsCsv]
