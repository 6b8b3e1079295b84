import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Statement, statement } from './statement.ts'

/** Finds a set whose states come from these files by this program. A later load by other means has another hash. */
export const findLoadedFiles: Statement<{ files: string; program: string }> = statement(
  'findLoadedFiles',
  'MATCH (s:LoadedSet) WHERE s.files = $files AND s.program = $program AND s.filesGave = s.contentHash',
  'RETURN s.id AS loadSet',
)

/** Remembers the files. The first SET locks the node, so that no revision is published before the transaction ends. */
export const rememberFiles: Statement<{ loadSet: string; revision: RevisionNumber; files: string; program: string }> =
  statement(
    'rememberFiles',
    "MATCH (r:StoreState {id: 'store'}) SET r.requestedAt = timestamp() WITH r WHERE r.published = $revision",
    'MATCH (s:LoadedSet {id: $loadSet})',
    'SET s.files = $files, s.program = $program, s.filesGave = s.contentHash',
  )
