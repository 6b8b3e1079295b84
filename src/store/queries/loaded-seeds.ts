import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Statement, statement } from './statement.ts'

/** Finds a set whose states this program made of these files. A later load of other content has another `contentHash`. */
export const findLoadedFiles: Statement<{ files: string; program: string }> = statement(
  'findLoadedFiles',
  'MATCH (s:LoadedSet) WHERE s.files = $files AND s.program = $program AND s.filesGave = s.contentHash',
  'RETURN s.id AS loadSet',
)

/** Stores the hashes of files and program. The first SET locks the node, so no revision is published before the commit. */
export const rememberFiles: Statement<{ loadSet: string; revision: RevisionNumber; files: string; program: string }> =
  statement(
    'rememberFiles',
    "MATCH (r:StoreState {id: 'store'}) SET r.requestedAt = timestamp() WITH r WHERE r.published = $revision",
    'MATCH (s:LoadedSet {id: $loadSet})',
    'SET s.files = $files, s.program = $program, s.filesGave = s.contentHash',
  )
