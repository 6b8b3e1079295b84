import { z } from 'zod'
import type { ExportReader } from '../export-reader.ts'
import { statementsOfEdges } from './graph-edges.ts'

const shared = {
  id: z.string().min(1),
  label: z.string(),
  type: z.string().min(1),
  description: z.string(),
  tags: z.array(z.string()),
}

/** The blueprint as the documentation of Kumu describes it: elements need a label, connections both ends. */
export const kumuBlueprint = z.strictObject({
  elements: z.array(z.looseObject({ ...shared, label: z.string().min(1) })),
  connections: z.array(
    z.looseObject({ ...shared, from: z.string(), to: z.string(), direction: z.literal('directed') }),
  ),
})

export const kumuReader: ExportReader = {
  file: 'kumu.json',
  read: async (bytes) => statementsOfEdges(kumuBlueprint.parse(JSON.parse(bytes.toString('utf8'))).connections),
}
