import { type Statement, statement } from './statement.ts'

/** A set whose rows are those that these files gave to this program; what was loaded otherwise since has another hash. */
export const findLoadedFiles: Statement<{ files: string; program: string }> = statement(
  'findLoadedFiles',
  'MATCH (s:LoadedSet) WHERE s.files = $files AND s.program = $program AND s.filesGave = s.contentHash',
  'RETURN s.id AS loadSet',
)

/** The first SET locks the record, so that nobody publishes between the comparison and the end of the transaction. */
export const rememberFiles: Statement<{ loadSet: string; revision: number; files: string; program: string }> =
  statement(
    'rememberFiles',
    "MATCH (r:StoreState {id: 'store'}) SET r.requestedAt = timestamp() WITH r WHERE r.published = $revision",
    'MATCH (s:LoadedSet {id: $loadSet})',
    'SET s.files = $files, s.program = $program, s.filesGave = s.contentHash',
  )
