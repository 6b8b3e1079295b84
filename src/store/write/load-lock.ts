import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '../../domain/errors.ts'
import { HUB_LABELS } from '../encoding/node-labels.ts'
import { FORMAT, OPEN } from '../encoding/schema.ts'
import type { Engine, Parameters, StatementRunner } from '../engines/engine.ts'
import * as record from '../queries/database.ts'
import type { Statement } from '../queries/statement.ts'

/** The right to load: one process has it at a time. */
export interface Turn {
  readonly published: number
  /** All or nothing. @throws DomainError CONFLICT when another process took over meanwhile */
  write(work: (tx: StatementRunner) => Promise<unknown>): Promise<void>
}

/** A load is taken for dead when it has written nothing for as long as two of its transactions may take. */
const SILENCE_MS = 60_000
const ASK_AGAIN_MS = 500
const MOST_ASKS = 240
const CLEANED_AT_ONCE = 1000

/**
 * Waits while another process loads; cleans up after one that died.
 * @throws DomainError BUSY after two minutes
 */
export async function takeTurn(engine: Engine): Promise<Turn> {
  await engine.prepareLoads()
  for (let asks = 0; asks < MOST_ASKS; asks += 1) {
    const turn = await askForTurn(engine, false)
    if (turn) return turn
    await sleep(ASK_AGAIN_MS)
  }
  throw new DomainError('BUSY', 'Another process is loading into this database; try again when it is done.')
}

/** Makes the record whole again after a load that was cut off. @returns whether there was one */
export async function recover(engine: Engine): Promise<boolean> {
  const [state] = await engine.forLoads.run(record.readRecord.text)
  if (!state) await engine.transaction((tx) => tx.run(record.createRecord.text, { format: FORMAT }))
  if (state?.loading !== true) return false
  // Whoever has the embedded database open is alone with it; Neo4j may be loaded into by somebody else just now.
  const turn = await askForTurn(engine, engine.name === 'embedded')
  if (!turn) return false
  await giveBack(turn)
  await engine.flush()
  return true
}

/** Ends a load that came to nothing. */
export async function giveUp(turn: Turn): Promise<void> {
  await removeLeftovers(turn)
  await giveBack(turn)
}

async function askForTurn(engine: Engine, alone: boolean): Promise<Turn | null> {
  const taken = await engine.transaction(async (tx) => {
    const [row] = await tx.run(record.takeTurn.text, { alone, silenceMs: SILENCE_MS })
    if (row) await tx.run(record.markLoading.text)
    return row ?? null
  })
  if (!taken) return null
  const number = Number(taken.turn)
  const turn: Turn = {
    published: Number(taken.published),
    write: (work) =>
      engine.transaction(async (tx) => {
        const [mine] = await tx.run(record.confirmTurn.text, { turn: number })
        if (!mine) throw new DomainError('CONFLICT', 'Another process took this load for dead and began its own.')
        await work(tx)
      }),
  }
  if (taken.wasLoading === true) await removeLeftovers(turn)
  return turn
}

const giveBack = (turn: Turn): Promise<void> =>
  turn.write((tx) => tx.run(record.publish.text, { revision: turn.published }))

async function removeLeftovers(turn: Turn): Promise<void> {
  const { published } = turn
  await repeat(turn, record.removeUnpublishedRows, { published })
  await repeat(turn, record.reopenRows, { published, open: OPEN })
  for (const label of HUB_LABELS) await repeat(turn, record.removeUnpublishedHubs[label], { published })
}

/** In bounded transactions, whatever the size of the load was. */
async function repeat(turn: Turn, { text }: Statement<object>, parameters: Parameters): Promise<void> {
  let cleaned = CLEANED_AT_ONCE
  while (cleaned >= CLEANED_AT_ONCE) {
    await turn.write(async (tx) => {
      const [row] = await tx.run(text, { ...parameters, limit: CLEANED_AT_ONCE })
      cleaned = Number(row?.cleaned ?? 0)
    })
  }
}
