import { posix } from 'node:path'

export interface Page {
  /** From the root of the project: docs/reference/api.md */
  readonly path: string
  readonly text: string
}

export interface Block {
  readonly path: string
  readonly line: number
  readonly language: string
  readonly text: string
  /** The next block if it follows directly: the response to the first one. */
  readonly answer: { readonly language: string; readonly text: string } | null
}

const FENCE = /^```(\w*)[^\n]*\n(.*?)^```$/gms

export function blocksOf({ path, text }: Page): readonly Block[] {
  const found = [...text.matchAll(FENCE)]
  return found.map((match, i) => {
    const [whole, language = '', content = ''] = match
    const next = found[i + 1]
    const between = next && text.slice(match.index + whole.length, next.index)
    const answer = next && between?.trim() === '' ? { language: next[1] ?? '', text: next[2] ?? '' } : null
    return { path, line: text.slice(0, match.index).split('\n').length, language, text: content, answer }
  })
}

/** All code that a reader may type: code spans, and lines of shell blocks. */
export function typedIn(page: Page): readonly string[] {
  const spans = [...page.text.replace(FENCE, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  const shell = blocksOf(page).filter(({ language }) => language === 'sh' || language === 'bash')
  return [...spans, ...shell.flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'))]
}

/** Rows of the table under a heading, cell by cell, without the header. */
export function tableUnder(text: string, heading: string): readonly (readonly string[])[] {
  const rows = sectionOf(text, heading)
    .split('\n')
    .filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

/** The text under a heading, up to the next heading of the same level; empty without such a heading. */
export function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)
  if (start < 0) return ''
  const level = /^#+/.exec(lines[start] ?? '')?.[0] ?? '#'
  const end = lines.findIndex((line, i) => i > start && line.startsWith(`${level} `))
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n')
}

/** Broken relative links. `otherFile` returns whether a file that is no page exists. */
export function brokenLinks(pages: readonly Page[], otherFile: (path: string) => boolean): readonly string[] {
  const anchors = new Map(pages.map((page) => [page.path, anchorsOf(page.text)]))
  return pages.flatMap(({ path, text }) =>
    [...text.replace(FENCE, '').matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
      if (/^[a-z]+:/.test(target)) return []
      const [file = '', anchor] = target.split('#')
      const to = file === '' ? path : posix.join(posix.dirname(path), file)
      const known = anchors.get(to)
      if (!known && !otherFile(to)) return [`${path}: ${target} is not there`]
      return anchor !== undefined && !known?.includes(anchor) ? [`${path}: ${target} has no such heading`] : []
    }),
  )
}

/**
 * Source files in code spans that do not exist: `server/log.ts` names `src/server/log.ts`.
 *
 * @param files paths from the root of the project
 */
export function missingFiles(pages: readonly Page[], files: readonly string[]): readonly string[] {
  const exists = (name: string): boolean => files.some((file) => file === name || file.endsWith(`/${name}`))
  // Readers of a tutorial make files: "Save this as `ask.ts`".
  const isMade = (text: string, name: string): boolean => text.includes(`Save this as \`${name}\``)
  return pages.flatMap(({ path, text }) =>
    [...text.replace(FENCE, '').matchAll(/`([\w./-]+\.(?:ts|mjs|cypher|graphql))`/g)]
      .filter(([, name = '']) => !exists(name) && !isMade(text, name))
      .map(([, name]) => `${path}: ${name} does not exist`),
  )
}

/** Anchors as GitHub makes them. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.replace(FENCE, '').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
