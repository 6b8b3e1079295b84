import type { ExportReader } from './export-reader.ts'
import { assertionsCsvReader } from './readers/csv.ts'

/** One reader for each format of EXPORT_FORMATS. Add a line for a new format. */
export const ALL_READERS: readonly ExportReader[] = [
  assertionsCsvReader,
]
