import { EMBED_SCHEMAS } from './embed-schemas.ts'
import { EXPORT_SCHEMAS } from './export-schemas.ts'
import { RECONCILIATION_SCHEMAS } from './reconciliation-schemas.ts'
import { SERVICE_SCHEMAS } from './service-schemas.ts'

/** Schemas of all JSON bodies, and of their parts, by name. */
export const BODY_SCHEMAS = {
  ...SERVICE_SCHEMAS,
  ...EMBED_SCHEMAS,
  ...EXPORT_SCHEMAS,
  ...RECONCILIATION_SCHEMAS,
}

export type BodySchema = keyof typeof BODY_SCHEMAS
