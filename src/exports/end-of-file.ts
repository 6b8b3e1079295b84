import type { Messages } from '../messages/en.ts'

/** Returns the words of the last line of a file, by which a reader knows that it is whole: "End: 41 claims". */
export const endOfFile = ({ ui }: Messages, claims: number): string => ui.documents.end(ui.strip.claims(claims))
