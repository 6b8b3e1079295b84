/** A statement: name, Cypher text, and type of its parameters. The text is constant. */
export interface Statement<P> {
  readonly name: string
  readonly text: string
  /** Carries the type of the parameters; never set. */
  readonly parameters?: P
}

/** Joins constant parts, so that shared parts are written once. Input never becomes a part. */
export const statement = <P>(name: string, ...parts: readonly string[]): Statement<P> => ({
  name,
  text: parts.join('\n'),
})
