import type { StandingName } from '../domain/standing.ts'
import type { Messages } from '../messages/en.ts'
import { capitalised } from '../text/languages.ts'

/** Capitalised word of a status where claims are counted or marks are keyed: "Says it does not". */
export const statusLabel = (name: StandingName, { ui, statuses, tag }: Messages): string =>
  name === 'STATED_NOT' ? ui.strip.saysNot : capitalised(statuses[name], tag)
