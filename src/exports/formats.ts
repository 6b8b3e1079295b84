import type { ExportFormat } from './export-format.ts'
import { sourcesBibtex } from './formats/bibtex.ts'
import { boardCanvas } from './formats/canvas.ts'
import { sourcesCsl } from './formats/csl.ts'
import { assertionsCsv, claimsCsv, entitiesCsv, sourcesCsv } from './formats/csv.ts'
import { dossier } from './formats/dossier.ts'
import { flourishLinksCsv, flourishPointsCsv } from './formats/flourish.ts'
import { graphGexf } from './formats/gexf.ts'
import { graphGraphml } from './formats/graphml.ts'
import { claimsJsonLd } from './formats/jsonld.ts'
import { kumuJson } from './formats/kumu.ts'
import { claimsNQuads } from './formats/nquads.ts'
import { claimsTriG } from './formats/trig.ts'
import { workbookXlsx } from './formats/xlsx.ts'

/** All formats, in the order of lists. Addresses, links of pages, `sanad export` and their documentation have no other list. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  claimsCsv,
  assertionsCsv,
  sourcesCsv,
  entitiesCsv,
  workbookXlsx,
  flourishLinksCsv,
  flourishPointsCsv,
  graphGexf,
  graphGraphml,
  kumuJson,
  boardCanvas,
  claimsJsonLd,
  claimsNQuads,
  claimsTriG,
  dossier,
  sourcesBibtex,
  sourcesCsl,
]
