/** A Cypher statement. Its text is constant. */
export interface Statement<P> {
  readonly name: string
  readonly text: string
  /** Type of the parameters, for the compiler; never set. */
  readonly parameters?: P
}

/** Joins constant parts to a statement. Input is never a part of the text. */
export const statement = <P>(name: string, ...parts: readonly string[]): Statement<P> => ({
  name,
  text: parts.join('\n'),
})
