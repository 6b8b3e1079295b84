import { renderMatching } from '../reconciliation/measure-matching.ts'
import type { ReconciliationFigures } from './measure-reconciliation.ts'
import { short, table, whole } from './render-table.ts'

/** Most searches that a batch of 50 names may cost. */
const GOAL = 5

export const renderReconciliation = ({ invented, services, cost, index }: ReconciliationFigures): readonly string[] => [
  '### Reconciliation',
  'Misspelt names of services that do not exist, 50 for each rule (goal: 95 % among the first three).',
  renderMatching(invented),
  ...(services === null
    ? []
    : ['The same of real services; a fourth of the list is absent from the database.', renderMatching(services)]),
  `CPU of a batch of 50 misspelt names that were never sent before, against one search of the API that is not cached, client and engine included (goal ≤ ${GOAL} searches).`,
  table(
    ['names in the database', 'search, CPU ms', 'batch, CPU ms', 'searches'],
    cost.map(({ names, searchMs, batchMs }) => [
      whole(names),
      short(searchMs),
      short(batchMs),
      short(batchMs / searchMs),
    ]),
  ),
  'The index of names alone.',
  table(
    ['names', 'memory, MB', 'making it, CPU ms', 'one look-up, CPU ms'],
    index.map(({ names, bytes, buildMs, lookUpMs }) => [
      whole(names),
      short(bytes / 1e6),
      short(buildMs),
      short(lookUpMs),
    ]),
  ),
]
