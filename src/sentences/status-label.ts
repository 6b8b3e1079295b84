import type { StandingName } from '../domain/standing.ts'
import type { Messages } from '../messages/en.ts'
import { capitalised } from '../text/languages.ts'

/** Returns the label of a status with its side, for counts, filters and keys: "Stated not to". */
export const statusLabel = (name: StandingName, { statuses, tag }: Messages): string => capitalised(statuses[name], tag)
