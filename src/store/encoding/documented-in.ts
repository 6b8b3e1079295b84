import { type Provenance, sourceIdsIn } from '../../domain/provenance.ts'
import type { EdgeSpec } from './new-state.ts'

/** Edges from a state to the sources in which facts of it are documented. */
export const documentedIn = (provenances: readonly (Provenance | undefined)[]): readonly EdgeSpec[] =>
  sourceIdsIn(provenances).map((id) => ({ type: 'DOCUMENTED_IN', label: 'Source', id }))
