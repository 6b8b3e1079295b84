import type { Row } from './row.ts'
import { connectionsRow } from './rows/connections.ts'
import { copRow } from './rows/cop.ts'
import { damageRow } from './rows/damage.ts'
import { databaseRow } from './rows/database.ts'
import { heavyRow } from './rows/heavy.ts'
import { addressesRow, mixedRow } from './rows/memory.ts'
import { quotesRow } from './rows/quotes.ts'
import { requestsRow } from './rows/requests.ts'
import { socketsRow } from './rows/sockets.ts'

/** The table of figures and goals. */
export const ROWS: readonly Row[] = [
  copRow,
  quotesRow,
  requestsRow,
  connectionsRow,
  heavyRow,
  socketsRow,
  addressesRow,
  mixedRow,
  damageRow,
  databaseRow,
]
