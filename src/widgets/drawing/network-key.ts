import { STANDINGS, type StandingName, standingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import { statusLabel } from '../../sentences/status-label.ts'
import { el, join } from '../html/markup.ts'
import type { Ink } from './ink.ts'
import { measureText } from './measure-text.ts'
import type { Drawn } from './stack.ts'

/** Sizes in px: sample of the line, icon, gap of an entry's parts, gap between entries, text, height of a line of entries. */
const KEY = { sample: 30, icon: 14, gap: 5, between: 18, size: 13, line: 22 } as const

const ORDER: readonly StandingName[] = [...new Set(STANDINGS.map(standingName))]

const STANCES = {
  DENIED: 'DENIES',
  CONFIRMED: 'CONFIRMS',
  STATED: 'STATES',
  ALLEGED: 'ALLEGES',
  SPECULATED: 'SPECULATES',
  RETRACTED: 'RETRACTS',
} as const

/** Draws the line, the icon and the verb of each kind of act once, in as many lines as needed, with their top at `top` px. */
export function networkKey(
  acts: readonly StandingName[],
  { width, top }: { readonly width: number; readonly top: number },
  ink: Ink,
  messages: Messages,
): Drawn {
  let [x, y] = [0, top]
  const entries = ORDER.filter((act) => acts.includes(act)).map((act) => {
    const verb = verbOf(act, messages)
    const beforeVerb = KEY.sample + KEY.icon + 2 * KEY.gap
    const wide = beforeVerb + measureText(verb, { size: KEY.size, weight: 'regular' })
    if (x > 0 && x + wide > width) [x, y] = [0, y + KEY.line]
    const [start, middle] = [x, y + KEY.line / 2]
    x += wide + KEY.between
    return el(
      'g',
      { class: `sanad-s-${act.toLowerCase()}` },
      ink.statusLine(act, `M${ink.xOf(start)} ${middle}H${ink.xOf(start + KEY.sample)}`),
      ink.icon(act, start + KEY.sample + KEY.gap, middle - KEY.icon / 2, KEY.icon),
      ink.text(verb, { x: start + beforeVerb, y: middle + 4.5, size: KEY.size, colour: act }),
    )
  })
  return { drawn: join(...entries), height: y + KEY.line - top }
}

/** Returns the verb of a kind of act, which the labels of its edges begin with. */
function verbOf(act: StandingName, messages: Messages): string {
  const { ui } = messages
  const side = act.replace(/_NOT$/, '')
  const verb = isStated(side) ? ui.acts[STANCES[side]] : side === 'REPORTED' ? ui.networkParts.reports(false) : null
  if (verb === null) return statusLabel(act, messages)
  return side === act ? verb : ui.actNegated(verb)
}

const isStated = (name: string): name is keyof typeof STANCES => name in STANCES
