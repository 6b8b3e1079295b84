/** A statement is a value: its name, its Cypher, and what its parameters are. Nothing is ever put into the text. */
export interface Statement<P> {
  readonly name: string
  readonly text: string
  /** Only for the type of the parameters. */
  readonly parameters?: P
}

/** Joins constant parts, so that shared parts are written once; never called with input. */
export const statement = <P>(name: string, ...parts: readonly string[]): Statement<P> => ({
  name,
  text: parts.join('\n'),
})
