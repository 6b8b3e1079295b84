import { MultiGraph } from 'graphology'
import { parse } from 'graphology-gexf'
import type { ExportReader } from '../export-reader.ts'
import { statementsOfEdges } from './graph-edges.ts'

export const readGexf = (text: string) => parse(MultiGraph, text, { respectInputGraphType: false })

export const gexfReader: ExportReader = {
  file: 'graph.gexf',
  read: async (bytes) => statementsOfEdges(readGexf(bytes.toString('utf8')).mapEdges((_, attributes) => attributes)),
}
