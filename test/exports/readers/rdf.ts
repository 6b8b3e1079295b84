import type { ExportReader } from '../export-reader.ts'
import { quadsOfJsonLd, readQuads, statementsOfQuads } from '../rdf-statements.ts'

export const claimsJsonLdReader: ExportReader = {
  file: 'claims.jsonld',
  read: async (bytes) => statementsOfQuads(readQuads(await quadsOfJsonLd(bytes.toString('utf8')))),
}

export const claimsNQuadsReader: ExportReader = {
  file: 'claims.nq',
  read: async (bytes) => statementsOfQuads(readQuads(bytes.toString('utf8'))),
}

export const claimsTriGReader: ExportReader = {
  file: 'claims.trig',
  read: async (bytes) => statementsOfQuads(readQuads(bytes.toString('utf8'))),
}
