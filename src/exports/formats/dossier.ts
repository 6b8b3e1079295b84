import { stringify } from 'yaml'
import { type Assertion, wasSaid } from '../../domain/assertion.ts'
import type { Slug } from '../../domain/slug.ts'
import type { Source } from '../../domain/source.ts'
import type { Story } from '../../domain/story.ts'
import type { Messages } from '../../messages/en.ts'
import { documentedPeriod } from '../../sentences/documented-period.ts'
import { headline, headlineText } from '../../sentences/headline.ts'
import { sentenceOf } from '../../sentences/sentence.ts'
import { markdownLink } from '../../text/escape-markdown.ts'
import { isolateText } from '../../text/isolate-text.ts'
import { formatDate, pickText } from '../../text/languages.ts'
import { assertionWords } from '../assertion-words.ts'
import { endOfFile } from '../end-of-file.ts'
import type { ExportedClaim, ExportFormat, ExportSource } from '../export-format.ts'
import { markdownLine, markdownQuote } from '../markdown-text.ts'
import { claimantText, titleText } from '../tables/cell-texts.ts'

/**
 * Markdown with front matter in YAML, for Obsidian and editors: the claims of each story in its order, then the others. The last
 * line has the number of claims.
 */
export const dossier: ExportFormat = {
  file: 'dossier.md',
  group: 'DOCUMENT',
  mediaType: 'text/markdown; charset=utf-8; variant=CommonMark',
  description: 'Markdown, a dossier with every statement and its words',
  async *write(source) {
    const { messages } = source
    const { ui } = messages
    yield await head(source)
    const shown = new Set<Slug>()
    let hasStories = false
    for await (const story of source.stories()) {
      let isFirst = true
      for await (const exported of source.claimsOfStory(story)) {
        if (isFirst) yield storyHead(story, source)
        isFirst = false
        hasStories = true
        const { id } = exported.details.claim
        yield shown.has(id)
          ? `### ${headlineLine(exported, messages)} (${ui.documents.shownAbove})\n\n`
          : section(exported, source)
        shown.add(id)
      }
    }
    let isFirst = true
    for await (const exported of source.claims(shown)) {
      if (isFirst && hasStories) yield `## ${ui.documents.inNoStory}\n\n`
      isFirst = false
      yield section(exported, source)
    }
    // No text of a claim is read as this rule, so that none is taken for the end.
    yield `---\n\n${endOfFile(messages, await source.countClaims())}\n`
  },
}

async function head(source: ExportSource): Promise<string> {
  const { messages, revision, recordedAt, url, query } = source
  const title = await titleOf(source)
  const properties = {
    title,
    revision,
    ...(recordedAt === null ? {} : { recorded: recordedAt }),
    url,
    language: messages.tag,
    ...(query.size === 0 ? {} : { filter: String(query) }),
    claims: await source.countClaims(),
  }
  return `---\n${stringify(properties, { lineWidth: 0 })}---\n\n# ${markdownLine(title)}\n\n`
}

/** Returns the title of the story of the filter, or that of all claims. */
async function titleOf({ messages, query, stories }: ExportSource): Promise<string> {
  if (query.has('story'))
    for await (const story of stories()) return pickText(story.title, messages.tag)?.value ?? story.id
  return `${messages.ui.site}: ${messages.ui.claims}`
}

function storyHead({ id, title, summary }: Story, { messages, urlOf }: ExportSource): string {
  const [name, words] = [pickText(title, messages.tag)?.value ?? id, pickText(summary, messages.tag)?.value ?? '']
  const link = `## ${markdownLink(name, urlOf('story', id))}\n\n`
  return words.trim() === '' ? link : `${link}${markdownLine(words)}\n\n`
}

const headlineLine = ({ details, names }: ExportedClaim, messages: Messages): string =>
  markdownLine(headlineText(headline(details, names, messages)))

function section(exported: ExportedClaim, source: ExportSource): string {
  const { details, names } = exported
  const { messages, urlOf } = source
  const { ui } = messages
  const url = urlOf('claim', details.claim.id)
  return [
    `### ${headlineLine(exported, messages)}\n\n`,
    `${markdownLine(sentenceOf(details, { validOn: null }, names, messages))}\n\n`,
    `${ui.status}: ${markdownLine(details.status.status)} · ${markdownLink(ui.claim, url)}\n\n`,
    ...details.assertions.filter(wasSaid).map((assertion) => statement(assertion, exported, source)),
  ].join('')
}

function statement(assertion: Assertion, { details, names }: ExportedClaim, source: ExportSource): string {
  const { messages } = source
  const { ui, tag } = messages
  const { quote } = assertion
  const document = names.source(assertion.sourceId)
  const translation = quote?.translations.find(({ language }) => language.split('-')[0] === tag)
  const lines = [
    [ui.documents.claimant, markdownLine(claimantText(assertion, names, messages))],
    [ui.documents.stance, markdownLine(assertion.stance)],
    [ui.documents.polarity, markdownLine(assertion.polarity)],
    [ui.documents.certainty, markdownLine(assertion.certainty)],
    [ui.documents.day, markdownLine(daysOf(assertion, messages))],
    [ui.source, linkOf(document, assertion.sourceId, source)],
    ...(document?.attribution ? [[ui.attribution, markdownLine(isolateText(document.attribution))]] : []),
  ]
  return [
    `#### ${markdownLine(assertionWords(assertion, details, names, messages))}\n\n`,
    ...lines.map(([label, value]) => `- ${label}: ${value}\n`),
    '\n',
    ...(quote ? [markdownQuote(quote.exact), '\n'] : []),
    ...(translation ? [`${ui.ourTranslation}:\n\n`, markdownQuote(translation.value), '\n'] : []),
  ].join('')
}

/** Returns the day of an assertion, or the period in which its document held the words, or that neither is known. */
const daysOf = (assertion: Assertion, messages: Messages): string =>
  assertion.assertedAt === null
    ? (documentedPeriod(assertion, messages) ?? messages.ui.dateUnknown)
    : formatDate(assertion.assertedAt, messages.tag)

/** Returns the title as a link to the document, or to its page here where its own address is not known. */
const linkOf = (document: Source | null, slug: string, { messages, urlOf }: ExportSource): string =>
  markdownLink(document ? titleText(document, messages) : slug, document?.url ?? urlOf('source', slug))
