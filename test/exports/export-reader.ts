/** One assertion as the independent reader of a format finds it in a file. A text that the file lacks is empty. */
export interface ReadStatement {
  readonly headline: string
  readonly status: string
  readonly stance: string
  readonly polarity: string
  readonly certainty: string
  readonly claimant: string
  /** Title of the source. */
  readonly source: string
  /** Exact words of the quote. */
  readonly quote: string
  /** Credit that the licence of the source requires. */
  readonly attribution: string
}

/** Reads one export format by a library that is not part of the program. */
export interface ExportReader {
  /** Name of the format in EXPORT_FORMATS, such as claims.csv. */
  readonly file: string
  /** Returns a statement for each assertion of the file, in any order. */
  readonly read: (bytes: Buffer) => Promise<readonly ReadStatement[]>
}
