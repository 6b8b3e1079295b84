/** Texts of rows that are only read when their row is asked for, so that an engine may keep them elsewhere. */
export interface Texts {
  /** What a row is to hold for the text. Written with the next transaction, and on disk before that is committed. */
  keep(text: string): string | number
  /**
   * The text of which a row holds this.
   * @throws DomainError STORE_DAMAGED, STORE_UNAVAILABLE
   */
  read(held: unknown): string
  /**
   * Gives the room of texts free that no row has any more, from the next transaction on; absent where rows hold their texts.
   * @param last the greatest of what rows hold; null where they hold none
   */
  forgetAfter?(last: number | null): Promise<void>
}

/** Rows hold their texts themselves. */
export const TEXTS_IN_ROWS: Texts = { keep: (text) => text, read: String }
