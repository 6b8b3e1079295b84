import type { StandingName } from '../domain/standing.ts'
import type { Messages } from '../messages/en.ts'
import { capitalised } from '../text/languages.ts'

/** Name of a status with its side, as a label where claims are counted or marks are keyed: "Stated not to". */
export const statusLabel = (name: StandingName, { statuses, tag }: Messages): string => capitalised(statuses[name], tag)
