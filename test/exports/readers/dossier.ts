import type { ExportReader, ReadStatement } from '../export-reader.ts'
import { readMarkdown } from '../read-markdown.ts'

/** Reads an English dossier by a CommonMark parser. */
export const dossierReader: ExportReader = {
  file: 'dossier.md',
  read: async (bytes) => {
    const statements: ReadStatement[] = []
    let claim = { headline: '', status: '' }
    let found: Record<string, string> = {}
    let isOpen = false
    const add = (): void => {
      if (isOpen) statements.push({ ...EMPTY, ...claim, ...found })
      found = {}
      isOpen = false
    }
    for (const { path, text } of readMarkdown(bytes.toString('utf8').replace(/^---\n.*?\n---\n/s, ''))) {
      if (path === 'h3') {
        add()
        claim = { headline: text, status: '' }
      } else if (path === 'h4') {
        add()
        isOpen = true
      } else if (path === 'p' && text.startsWith('Status: ')) {
        claim = { ...claim, status: /^Status: (\w+)/.exec(text)?.[1] ?? '' }
      } else if (path === 'ul li p') {
        const [, label = '', value = ''] = /^(\w+): (.*)$/s.exec(text) ?? []
        found = { ...found, [label === 'Speaker' ? 'claimant' : label.toLowerCase()]: value }
      } else if (path === 'blockquote p' && isOpen && !('translated' in found)) {
        found = { ...found, quote: found.quote === undefined ? text : `${found.quote}\n\n${text}` }
      } else if (path === 'p' && text === 'our translation:') found = { ...found, translated: 'yes' }
    }
    add()
    return statements.map(
      ({ headline, status, stance, polarity, certainty, claimant, source, quote, attribution }) => ({
        headline,
        status,
        stance,
        polarity,
        certainty,
        claimant,
        source,
        quote,
        attribution,
      }),
    )
  },
}

const EMPTY: ReadStatement = {
  headline: '',
  status: '',
  stance: '',
  polarity: '',
  certainty: '',
  claimant: '',
  source: '',
  quote: '',
  attribution: '',
}
