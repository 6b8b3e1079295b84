import { z } from 'zod'
import type { ExportReader } from '../export-reader.ts'
import { statementsOfEdges } from './graph-edges.ts'

const side = z.enum(['top', 'right', 'bottom', 'left'])
const values = z.record(z.string(), z.union([z.string(), z.number()]))
const node = { id: z.string().min(1), x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }

/** JSON Canvas 1.0, as its specification describes it, with our values for programs. */
export const jsonCanvas = z.strictObject({
  sanad: z.strictObject({ revision: z.int(), recordedAt: z.string().nullable(), url: z.string() }),
  nodes: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ ...node, type: z.literal('text'), text: z.string(), sanad: values.optional() }),
      z.strictObject({ ...node, type: z.literal('group'), label: z.string() }),
    ]),
  ),
  edges: z.array(
    z.strictObject({
      id: z.string().min(1),
      fromNode: z.string(),
      fromSide: side,
      toNode: z.string(),
      toSide: side,
      label: z.string(),
      sanad: values.optional(),
    }),
  ),
})

export const canvasReader: ExportReader = {
  file: 'board.canvas',
  read: async (bytes) =>
    statementsOfEdges(jsonCanvas.parse(JSON.parse(bytes.toString('utf8'))).edges.map(({ sanad = {} }) => sanad)),
}
