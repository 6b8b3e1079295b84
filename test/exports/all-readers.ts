import type { ExportReader } from './export-reader.ts'
import {
  assertionsCsvReader,
  claimsCsvReader,
  entitiesCsvReader,
  flourishLinksReader,
  flourishPointsReader,
  sourcesCsvReader,
} from './readers/csv.ts'
import { workbookReader } from './readers/xlsx.ts'

/** One reader for each format of EXPORT_FORMATS. Add a line for a new format. */
export const ALL_READERS: readonly ExportReader[] = [
  claimsCsvReader,
  assertionsCsvReader,
  sourcesCsvReader,
  entitiesCsvReader,
  workbookReader,
  flourishLinksReader,
  flourishPointsReader,
]
