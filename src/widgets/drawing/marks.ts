import type { Status } from '../../domain/claim-status-types.ts'

/** One mark for each status on a grid of 16, drawn as paths so that no font is needed; filled, never stroked. */
export const MARKS: Readonly<Record<Status, string>> = {
  DISPUTED: 'M1 4h9V1l5 4.5L10 10V7H1zM15 12H6V9.5L1 12.8 6 16v-2.5h9z',
  DENIED: 'M3.2 1.4 8 6.2l4.8-4.8 1.8 1.8L9.8 8l4.8 4.8-1.8 1.8L8 9.8l-4.8 4.8-1.8-1.8L6.2 8 1.4 3.2z',
  CONFIRMED: 'M1.5 8.5 3.6 6.4 6.4 9.2 12.6 3 14.7 5.1 6.4 13.4z',
  STATED: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  REPORTED: 'M2 2h12v9H8l-4 4v-4H2zM4 4v1.5h8V4zM4 7v1.5h6V7z',
  ALLEGED: 'M4 5.5a4 4 0 1 1 5.5 3.7V11h-2.5V7.5H8a1.7 1.7 0 1 0-1.7-2zM6.9 12.5h2.7V15H6.9z',
  SPECULATED: 'M2 9.5h3v3H2zM6.5 9.5h3v3h-3zM11 9.5h3v3h-3z',
  UNKNOWN: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6z',
  RETRACTED: 'M6 3v3h4.5a4 4 0 0 1 0 8H5v-2.2h5.5a1.8 1.8 0 0 0 0-3.6H6v3L1 7z',
}
