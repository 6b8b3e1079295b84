import { wasSaid } from '../../domain/assertion.ts'
import { escapeMarkdown, markdownLink } from '../../text/escape-markdown.ts'
import { formatDate } from '../../text/languages.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { type AssertionCells, assertionCells } from '../tables/assertion-cells.ts'
import { joinedText } from '../tables/cell-texts.ts'
import type { ClaimCells } from '../tables/claim-cells.ts'

/**
 * Returns the text of a card in Markdown: the headline as a link to the page of the claim, a line for each assertion with its
 * words, quote, source and day, and the attributions.
 */
export function claimText(cells: ClaimCells, exported: ExportedClaim, source: ExportSource): string {
  const said = exported.details.assertions.filter(wasSaid).map((one) => assertionCells(one, exported, source))
  const credits = joinedText([...new Set(said.map(({ attribution }) => attribution).filter(Boolean))])
  return [
    `**${markdownLink(String(cells.headline), String(cells.url))}**`,
    said.map((one) => `- ${assertionLine(one, source)}`).join('\n'),
    credits === '' ? '' : `*${escapeMarkdown(credits)}*`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

function assertionLine(cells: AssertionCells, { messages, urlOf }: ExportSource): string {
  const { words, quote, asserted_at: day, source, source_slug: slug, source_url: url } = cells
  const { ui, tag, quoted } = messages
  const when = day === '' ? ui.dateUnknown : formatDate(day, tag)
  const document = markdownLink(source, url || urlOf('source', slug))
  return [
    `${escapeMarkdown(words)}.`,
    ...(quote === '' ? [] : [escapeMarkdown(quoted(quote))]),
    `(${document}, ${when})`,
  ].join(' ')
}
