import { type ASTNode, parse, visit } from 'graphql'
import { textOf } from './code-rules.ts'
import { type Comment, isNode, nodesOf, type SourceFile } from './source-file.ts'

export type ProseKind =
  | 'comment'
  | 'test title'
  | 'GraphQL description'
  | 'paragraph'
  | 'list item'
  | 'heading'
  | 'table cell'

/** A text that is checked as a unit: a paragraph, a title, a cell. */
export interface Prose {
  readonly path: string
  readonly line: number
  readonly kind: ProseKind
  /** Without comment and Markdown syntax. The lines of a paragraph are joined by spaces. */
  readonly text: string
}

type Block = Omit<Prose, 'path'>

/** Paragraphs of comments. A tag of a doc comment (`@param x`) begins one, without the tag itself. */
export const commentProse = ({ path, comments }: SourceFile): readonly Prose[] =>
  joinLines(comments)
    .flatMap(({ line, value }) => paragraphs(value.replace(/^[ \t]*\*+/gm, ''), line, 'comment'))
    .map((block) => ({ ...block, path }))

/** Consecutive line comments are one text. */
function joinLines(comments: readonly Comment[]): readonly { readonly line: number; readonly value: string }[] {
  const joined: { line: number; value: string }[] = []
  comments.forEach((one, i) => {
    const before = comments[i - 1]
    const last = joined.at(-1)
    const goesOn =
      before && !before.isBlock && !one.isBlock && before.line === one.line - 1 && before.column === one.column
    if (goesOn && last) last.value += `\n${one.value}`
    else joined.push({ line: one.line, value: one.value })
  })
  return joined
}

const TITLED = new Set(['it', 'test', 'describe'])

/** First arguments of it, test and describe, also of it.each(…)(…) and similar calls. */
export const titleProse = (file: SourceFile): readonly Prose[] =>
  file.places.flatMap(({ node }) => {
    if (node.type !== 'CallExpression' || !TITLED.has(rootName(node.callee))) return []
    const [title] = nodesOf(node.arguments)
    const text = title === undefined ? null : textOf(title)
    return text === null ? [] : [{ path: file.path, line: file.lineOf(node.start), kind: 'test title', text }]
  })

function rootName(callee: unknown): string {
  if (!isNode(callee)) return ''
  if (callee.type === 'Identifier') return String(callee.name)
  return rootName(callee.type === 'MemberExpression' ? callee.object : (callee.callee ?? callee.tag))
}

export function graphqlProse(path: string, schema: string): readonly Prose[] {
  const found: Prose[] = []
  visit(parse(schema), {
    enter(node: ASTNode) {
      if (!('description' in node) || !node.description) return
      const { value, loc, block } = node.description
      const line = (loc?.startToken.line ?? 1) + (block === true && schema.startsWith('"""\n', loc?.start) ? 1 : 0)
      found.push(...paragraphs(value, line, 'GraphQL description').map((one) => ({ ...one, path })))
    },
  })
  return found
}

/** Paragraphs, list items, headings and table cells of a page, without code, table rules and comments. */
export function markdownProse(path: string, page: string): readonly Prose[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, '')
  const text = page.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, blank).replace(/<!--[\s\S]*?-->/g, blank)
  return paragraphs(text, 1, 'paragraph').map((block) => ({ ...block, path }))
}

const STARTS: readonly (readonly [RegExp, ProseKind | null])[] = [
  [/^#{1,6} +/, 'heading'],
  [/^(?:[-*+]|\d+[.)]) +/, 'list item'],
  [/^@\w+(?: \{[^}]*\})?/, null],
]

/** Splits at empty lines, and at each heading, list item, table row or tag of a doc comment. */
function paragraphs(text: string, firstLine: number, kind: ProseKind): readonly Block[] {
  const blocks: Block[] = []
  let open = false
  for (const [i, whole] of text.split('\n').entries()) {
    const line = firstLine + i
    const content = whole.replace(/^[\s>]+/, '').trimEnd()
    const last = blocks.at(-1)
    const start = STARTS.find(([pattern]) => pattern.test(content))
    if (content === '' || /^\|/.test(content)) {
      open = false
      if (!/^[|:\s-]*$/.test(content))
        blocks.push(...cells(content).map((cell) => ({ line, kind: 'table cell' as const, text: cell })))
    } else if (start) {
      const [pattern, ownKind] = start
      const rest = content.replace(pattern, '').trimStart()
      const tagged = /^@param\b/.test(content) ? rest.replace(/^\S+ */, '') : rest
      blocks.push({ line, kind: ownKind ?? kind, text: tagged })
      open = ownKind !== 'heading'
    } else if (open && last) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${content}`.trim() }
    } else {
      blocks.push({ line, kind, text: content })
      open = true
    }
  }
  return blocks
}

const cells = (row: string): readonly string[] =>
  row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
