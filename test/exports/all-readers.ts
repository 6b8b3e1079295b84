import type { ExportReader } from './export-reader.ts'
import { canvasReader } from './readers/canvas.ts'
import {
  assertionsCsvReader,
  claimsCsvReader,
  entitiesCsvReader,
  flourishLinksReader,
  flourishPointsReader,
  sourcesCsvReader,
} from './readers/csv.ts'
import { dossierReader } from './readers/dossier.ts'
import { gexfReader } from './readers/gexf.ts'
import { graphmlReader } from './readers/graphml.ts'
import { kumuReader } from './readers/kumu.ts'
import { claimsJsonLdReader, claimsNQuadsReader, claimsTriGReader } from './readers/rdf.ts'
import { sourcesBibtexReader, sourcesCslReader } from './readers/references.ts'
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
  gexfReader,
  graphmlReader,
  kumuReader,
  canvasReader,
  claimsJsonLdReader,
  claimsNQuadsReader,
  claimsTriGReader,
  dossierReader,
  sourcesBibtexReader,
  sourcesCslReader,
]
