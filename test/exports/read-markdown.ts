import MarkdownIt from 'markdown-it'

/** A block of Markdown as a CommonMark parser reads it. */
export interface Block {
  /** Names of the elements around the text, from the outermost: `blockquote p`, `ul li p`, `h3`. */
  readonly path: string
  /** Text as a reader sees it, with line breaks. */
  readonly text: string
  /** Kinds of marks in the text, such as `link` or `em`. */
  readonly marks: readonly string[]
}

const parser = new MarkdownIt('default', { html: true })

/** Returns the blocks of a Markdown text in their order. */
export function readMarkdown(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  const path: string[] = []
  for (const token of parser.parse(markdown, {})) {
    if (token.nesting === 1) path.push(token.tag)
    else if (token.nesting === -1) path.pop()
    else if (token.type === 'inline') {
      const children = token.children ?? []
      const text = children
        .map(({ type, content }) => (type === 'hardbreak' || type === 'softbreak' ? '\n' : content))
        .join('')
      const marks = children.map(({ type }) => type).filter((type) => !PLAIN.includes(type))
      blocks.push({ path: path.join(' '), text, marks })
    } else blocks.push({ path: [...path, token.type].join(' '), text: token.content, marks: [] })
  }
  return blocks
}

const PLAIN = ['text', 'text_special', 'hardbreak', 'softbreak']
