import { MultiGraph } from 'graphology'
import { parse } from 'graphology-graphml'
import type { ExportReader } from '../export-reader.ts'
import { statementsOfEdges } from './graph-edges.ts'

export const readGraphml = (text: string) => parse(MultiGraph, text)

export const graphmlReader: ExportReader = {
  file: 'graph.graphml',
  read: async (bytes) => statementsOfEdges(readGraphml(bytes.toString('utf8')).mapEdges((_, attributes) => attributes)),
}
