import { DomainError } from '../../domain/errors.ts'
import { toDomainError } from './embedded-errors.ts'
import type { Row } from './engine.ts'
import { newTextFileState, openTextFile, type TextFile, type TextFileState } from './text-file.ts'
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
  close(): void
}

const READ = 'MATCH (t:TextFile) RETURN t.id AS id, t.bytes AS bytes'
const CREATE = 'CREATE (t:TextFile {id: $id, bytes: $bytes})'
const EXTEND = 'MATCH (t:TextFile) SET t.bytes = $bytes'

/** @param path of the file of texts */
export function textsBeside(db: Database, path: string): EmbeddedTexts {
  let file: TextFile | null = null
  /** As the database remembers it. */
  let committed = 0

  const attached = (): TextFile => {
    if (file === null) throw new DomainError('INTERNAL', 'Texts are kept before the schema was applied.')
    return file
  }

  async function readState(): Promise<TextFileState> {
    const [known] = (await db.executeCypher(READ)).toArray()
    if (known) return { id: String(known['id']), end: Number(known['bytes']) }
    const state = newTextFileState()
    // The database knows of the file before it is made: what is cut off between leaves nothing that is nobody's.
    await db.executeCypher(CREATE, { id: state.id, bytes: state.end })
    db.walCheckpoint()
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
      file = openTextFile(path, state)
      committed = state.end
    },
    writeAhead() {
      // Whether it failed is seen when it is waited for.
      file?.flush().catch(() => undefined)
    },
    async commitWith(tx) {
      const bytes = (await file?.flush()) ?? committed
      if (bytes !== committed) await tx.executeCypher(EXTEND, { bytes })
      return () => {
        committed = bytes
      }
    },
    close: () => file?.close(),
  }
}
