import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { DomainError } from '../../domain/errors.ts'
import { nameFile, toDomainError, writingFailed } from './embedded-errors.ts'
import type { Row } from './engine.ts'
import { newTextFileState, openTextFile, type TextFile, type TextFileState, type TextPosition } from './text-file.ts'
import type { Texts } from './texts.ts'

/** What is asked here of the engine's database, or of a transaction of it. */
interface Statements {
  executeCypher(text: string, parameters?: object): Promise<{ toArray(): Row[] }>
}

interface Database extends Statements {
  walCheckpoint(): void
}

/** The texts of one database, in a file beside it. The database remembers up to where they are of committed transactions. */
export interface EmbeddedTexts extends Texts {
  /** Opens the file. @throws DomainError STORE_DAMAGED, STORE_UNAVAILABLE */
  attach(): Promise<void>
  /** Begins to write what was kept, while the statements of a transaction run. */
  writeAhead(): void
  /** The last statement of a transaction, once its texts are on disk. @returns what to call when it is committed */
  commitWith(tx: Statements): Promise<() => void>
  close(): Promise<void>
}

const READ = 'MATCH (t:SanadTexts) RETURN t.id AS id, t.bytes AS bytes, t.last AS last, t.chain AS chain'
const CREATE = 'CREATE (t:SanadTexts {id: $id, bytes: $bytes, last: $last, chain: $chain})'
const EXTEND = 'MATCH (t:SanadTexts) SET t.bytes = $bytes, t.last = $last, t.chain = $chain'

/** @param database its file. Before the engine makes a database in the place of one that is elsewhere. */
export function refuseTextsAlone(database: string): void {
  const texts = textPathOf(database)
  if (existsSync(database) || !existsSync(texts)) return
  const text = `${nameFile(texts)} is there without ${basename(database)}, whose texts it holds; put that back, or take both away to begin anew.`
  throw new DomainError('STORE_DAMAGED', text)
}

/** @param database its file */
export function textsBeside(db: Database, database: string): EmbeddedTexts {
  let file: TextFile | null = null
  /** As the database remembers it. */
  let committed: TextPosition | null = null

  const attached = (): TextFile => {
    if (file === null) throw new DomainError('INTERNAL', 'Texts are kept before the schema was applied.')
    return file
  }

  async function readState(): Promise<TextFileState> {
    const [known] = (await db.executeCypher(READ)).toArray()
    if (known) {
      const [end, last, chain] = [known['bytes'], known['last'], known['chain']].map(Number)
      return { id: String(known['id']), end: end ?? 0, last: last ?? 0, chain: chain ?? 0 }
    }
    const state = newTextFileState()
    // The database knows of the file before it is made: what is cut off between leaves nothing that is nobody's.
    await db.executeCypher(CREATE, { id: state.id, ...toProperties(state) })
    try {
      db.walCheckpoint()
    } catch (error) {
      throw writingFailed(error)
    }
    return state
  }

  return {
    keep: (text) => attached().keep(text),
    read: (held) => attached().read(held),
    forgetAfter: (last) => attached().forgetAfter(last),
    async attach() {
      if (file !== null) return
      const state = await readState().catch((error: unknown) => {
        throw toDomainError(error)
      })
      file = openTextFile(textPathOf(database), state)
      committed = state
    },
    writeAhead() {
      // Whether it failed is seen when it is waited for.
      file?.flush().catch(() => undefined)
    },
    async commitWith(tx) {
      const position = (await file?.flush()) ?? null
      const isOther = position?.end !== committed?.end || position?.chain !== committed?.chain
      if (position !== null && isOther) await tx.executeCypher(EXTEND, toProperties(position))
      return () => {
        committed = position
      }
    },
    close: async () => file?.close(),
  }
}

const toProperties = ({ end, last, chain }: TextPosition): object => ({ bytes: end, last, chain })

/** 'graph.grafeo' → 'graph.texts'. */
const textPathOf = (path: string): string => path.replace(/\.grafeo$/, '').concat('.texts')
