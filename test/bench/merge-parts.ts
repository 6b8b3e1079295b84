const HEADING = '### '
const COMMAND = '`npm run bench'

/**
 * Replaces the parts of a section that were measured anew, by their headings of level 3, and keeps its other parts, each
 * with the command and machine of its own run.
 */
export function mergeParts(old: string, measured: string): string {
  const [head = '', ...fresh] = splitParts(measured)
  const [oldHead = '', ...kept] = splitParts(old)
  const command = oldHead.split('\n\n').find((paragraph) => paragraph.startsWith(COMMAND))
  const replaced = new Set(fresh.map(headingOf))
  const others = kept.map((part) => (replaced.has(headingOf(part)) ? freshOf(part, fresh) : withCommand(part, command)))
  const known = new Set(kept.map(headingOf))
  return [head, ...others, ...fresh.filter((part) => !known.has(headingOf(part)))].join('\n\n')
}

/** The text before the first heading, and each part with its heading. */
const splitParts = (text: string): readonly string[] =>
  text
    .trim()
    .split(`\n${HEADING}`)
    .map((part, index) => (index === 0 ? part.trim() : `${HEADING}${part.trim()}`))

const headingOf = (part: string): string => part.split('\n')[0] ?? ''

const freshOf = (part: string, fresh: readonly string[]): string =>
  fresh.find((one) => headingOf(one) === headingOf(part)) ?? part

/** A part that was written while the section had one command for all its parts. */
function withCommand(part: string, command: string | undefined): string {
  const [heading = '', ...rest] = part.split('\n\n')
  if (command === undefined || rest[0]?.startsWith(COMMAND)) return part
  return [heading, command, ...rest].join('\n\n')
}
