import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** Day of all entries, the first that the archive can name, so that equal content has equal bytes. */
const ENTRY_DAY = new Date(1980, 0, 1)
/** Method of compression in a ZIP archive. */
const DEFLATE = 8
/** Level of zlib. */
const LEVEL = 6

/** A ZIP archive that is written entry after entry. Threads of the pool compress. */
export interface Archive {
  /** Begins an entry, after the end of the one before. */
  entry(path: string): ArchiveEntry
  /** Removes the bytes that are ready. */
  taken(): readonly Uint8Array[]
  /** Writes the directory, without which no program opens the archive. */
  end(): void
}

export interface ArchiveEntry {
  /** Adds text. Waits until the previous text is compressed, so that at most one is in memory. */
  write(text: string): Promise<void>
  end(text: string): Promise<void>
  /** Frees the compressor of an entry that was not ended. */
  close(): void
}

export function createArchive(): Archive {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  return {
    entry(path) {
      const file: ZipInputFile = { filename: path, size: 0, crc: 0, compression: DEFLATE, mtime: ENTRY_DAY }
      zip.add(file)
      return entryOf(file)
    },
    taken() {
      const chunks = ready
      ready = []
      return chunks
    },
    end: () => zip.end(),
  }
}

function entryOf(file: ZipInputFile): ArchiveEntry {
  const deflate = createDeflateRaw({ level: LEVEL })
  deflate.on('data', (chunk: Buffer) => file.ondata?.(null, new Uint8Array(chunk), false))
  const ended = new Promise<void>((resolve, reject) => {
    deflate.once('end', resolve)
    deflate.once('error', reject)
  })
  // Nobody waits for it where the export ends early.
  ended.catch(() => undefined)
  let writing: Promise<void> = Promise.resolve()

  const push = (text: string, write: (bytes: Buffer, done: (error?: Error | null) => void) => void): Promise<void> => {
    const bytes = Buffer.from(text)
    file.size += bytes.length
    file.crc = crc32(bytes, file.crc)
    const pushed = new Promise<void>((resolve, reject) => {
      write(bytes, (error) => (error ? reject(error) : resolve()))
    })
    // The next call waits for it.
    pushed.catch(() => undefined)
    return pushed
  }

  return {
    async write(text) {
      await writing
      writing = push(text, (bytes, done) => deflate.write(bytes, done))
    },
    async end(text) {
      await writing
      await Promise.all([ended, push(text, (bytes, done) => deflate.end(bytes, () => done()))])
      file.ondata?.(null, new Uint8Array(0), true)
    },
    close: () => deflate.destroy(),
  }
}
