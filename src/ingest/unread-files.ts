/** The files that are no seeds: what they hold is not known, only what is written in them. */
export interface UnreadFiles {
  readonly count: number
  /** Whether one of them may define the id, so that nobody may say that it is nowhere. */
  mayDefine(id: string): boolean
}

/** @param texts the text of each file, null where not even that could be read: such a file may define anything */
export function unreadFiles(texts: readonly (string | null)[]): UnreadFiles {
  const mentioned = new Set(texts.flatMap((text) => text?.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []))
  const anything = texts.includes(null)
  return { count: texts.length, mayDefine: (id) => anything || mentioned.has(id) }
}
