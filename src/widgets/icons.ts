import type { StandingName } from '../domain/standing.ts'

export interface Icon {
  /** Path data on a field of 16 × 16. */
  readonly path: string
  /** Width of the line, with round ends. Null for a filled path. */
  readonly stroke: number | null
  /** True if text from right to left mirrors the icon, which shows a direction or a letter. */
  readonly isMirrored: boolean
}

const line = (path: string, stroke = 2, isMirrored = false): Icon => ({ path, stroke, isMirrored })
const filled = (path: string): Icon => ({ path, stroke: null, isMirrored: true })

/** Icons are paths, so that a missing font cannot hide them. A bar marks the negating side; the cross is for denials alone. */
export const ICONS: Readonly<Record<StandingName, Icon>> = {
  DISPUTED: line('M2 5h11.5M10.5 2l3 3-3 3M14 11H2.5M5.5 8l-3 3 3 3', 1.8),
  DENIED: line('M3.5 3.5l9 9M12.5 3.5l-9 9', 2.6),
  CONFIRMED: line('M2.5 8.5l4 4 7-9', 2.6),
  STATED: filled(
    'M3.5 2h9A1.5 1.5 0 0 1 14 3.5v6A1.5 1.5 0 0 1 12.5 11H8l-4 3.5V11h-.5A1.5 1.5 0 0 1 2 9.5v-6A1.5 1.5 0 0 1 3.5 2z',
  ),
  STATED_NOT: line(
    'M3.5 2h9A1.5 1.5 0 0 1 14 3.5v6A1.5 1.5 0 0 1 12.5 11H8l-4 3.5V11h-.5A1.5 1.5 0 0 1 2 9.5v-6A1.5 1.5 0 0 1 3.5 2zM5.5 6.5h5',
    1.8,
    true,
  ),
  REPORTED: line('M2.5 3.5h11M2.5 8h11M2.5 12.5h6.5', 2, true),
  REPORTED_NOT: line('M3 2h10v12H3zM6 8h4', 1.8),
  ALLEGED: filled(
    'M4 5.6C4 3.2 5.7 1.5 8.1 1.5c2.4 0 4.1 1.5 4.1 3.6 0 1.7-.9 2.6-2 3.4-.8.6-1.1 1-1.1 1.8v.3H6.8v-.5c0-1.5.6-2.3 1.7-3.1.8-.6 1.2-1 1.2-1.8 0-.9-.7-1.5-1.7-1.5s-1.7.7-1.7 1.9zM6.4 13.2a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0z',
  ),
  ALLEGED_NOT: line('M5 5.2C5 1 11.2 1 11.2 5.2c0 2.3-3.2 2.5-3.2 5M5 14h6', 2, true),
  SPECULATED: line('M2 6.2c2-2.6 4-2.6 6 0s4 2.6 6 0M2 11c2-2.6 4-2.6 6 0s4 2.6 6 0'),
  SPECULATED_NOT: line('M2 6.2c2-2.6 4-2.6 6 0s4 2.6 6 0M5 11.5h6'),
  UNKNOWN: line('M8 3a5 5 0 1 0 0 10 5 5 0 1 0 0-10z'),
  RETRACTED: line('M6.5 2.5L3 6l3.5 3.5M3.5 6h6a3.5 3.5 0 0 1 0 7H6', 2, true),
}
