import { createHash } from 'node:crypto'

/** Text of a dump of these lines between head and end, with the counts and the SHA-256 that belong to them. */
export function sealDump(head: object, entries: readonly string[]): string {
  const states = entries.filter((line) => line.startsWith('{"list"')).length
  const revisions = entries.flatMap((line) => (line.startsWith('{"revision"') ? [JSON.parse(line).revision] : []))
  const counts = { revision: Math.max(0, ...revisions), revisions: revisions.length, states }
  const lines = [JSON.stringify({ ...head, ...counts }), ...entries].map((line) => `${line}\n`)
  const sha256 = createHash('sha256').update(lines.join('')).digest('hex')
  return `${lines.join('')}${JSON.stringify({ lines: lines.length, sha256 })}\n`
}

/** Head and entries of a dump. */
export function openDump(text: string): { readonly head: object; readonly entries: readonly string[] } {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  return { head: JSON.parse(head), entries: lines.slice(0, -1) }
}
