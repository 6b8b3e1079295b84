import { type Assertion, wasSaid } from '../domain/assertion.ts'
import { byAssertionDay } from '../domain/assertion-order.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { correctionsOf } from '../domain/corrections.ts'
import { correctionPhrase, entrySentence } from '../sentences/correction-phrases.ts'
import { headline } from '../sentences/headline.ts'
import type { Names } from '../sentences/names.ts'
import { sentenceOf } from '../sentences/sentence.ts'
import { titleOf } from '../sentences/source-title.ts'
import { isolateText } from '../text/isolate-text.ts'
import { baseOf, capitalised, formatDate } from '../text/languages.ts'
import { type Xml, type XmlChild, xmlElement } from '../text/xml.ts'
import { safeUrl } from '../widgets/html/markup.ts'
import { assessmentOf } from '../widgets/view/card-assessment.ts'
import { type FeedContext, instantOf, pageUrl } from './feed-context.ts'

/** Corrections of one claim, for its content. */
const MAX_CORRECTIONS = 20

/** Status and by-line, sentence, statements, assessment, corrections and links of a claim, as elements of XHTML. */
export function claimContent(
  details: ClaimDetails,
  names: Names,
  links: { readonly page: string; readonly pinned: string | null; readonly readAt: FeedContext['revision'] },
  context: FeedContext,
): readonly Xml[] {
  const { messages } = context
  const { ui, tag } = messages
  const { proposition, status, by } = headline(details, names, messages)
  const spoken = details.assertions.filter(wasSaid)
  const judged = assessmentOf(details.assessments, messages)
  const corrections = correctionsOf(details, links.readAt).slice(0, MAX_CORRECTIONS)
  return [
    paragraph(xmlElement('strong', {}, isolateText(`${status}: ${proposition}`)), ' – ', isolateText(by)),
    paragraph(isolateText(sentenceOf(details, { validOn: null }, names, messages))),
    ...(spoken.length === 0
      ? []
      : [
          xmlElement(
            'ul',
            {},
            [...spoken].sort(byAssertionDay).map((one) => statementItem(one, details, names, context)),
          ),
        ]),
    ...(judged === null
      ? []
      : [
          paragraph(
            isolateText(judged.text),
            judged.note !== null && [' ', inLanguage('q', judged.note.value, judged.note.language, tag)],
          ),
        ]),
    ...corrections.map((one) =>
      paragraph(isolateText(correctionPhrase(one, instantOf(one.revision, context), names, messages))),
    ),
    pageLinks(links, ui.seeCurrent, context),
  ]
}

/** Links to the current page, and to the page as it was. */
export function pageLinks(
  { page, pinned }: { readonly page: string; readonly pinned: string | null },
  words: string,
  { messages: { ui } }: FeedContext,
): Xml {
  return paragraph(
    xmlElement('a', { href: page }, words),
    pinned !== null && [' · ', xmlElement('a', { href: pinned }, ui.seeThen)],
  )
}

export const paragraph = (...children: readonly XmlChild[]): Xml => xmlElement('p', { dir: 'auto' }, ...children)

/** Item of a statement: claimant and stance, words, document and day, and the attribution that its licence asks for. */
function statementItem(assertion: Assertion, details: ClaimDetails, names: Names, context: FeedContext): Xml {
  const { messages } = context
  const { ui, tag } = messages
  const { quote, assertedAt, sourceId } = assertion
  const source = names.source(sourceId)
  const url = source?.url ? safeUrl(source.url) : null
  const translation = quote?.translations.find(({ language }) => baseOf(language) === tag)
  const title = source ? titleOf(source, tag) : { value: sourceId, language: tag }
  return xmlElement(
    'li',
    { dir: 'auto' },
    paragraph(isolateText(capitalised(entrySentence(assertion, details, names, messages), tag))),
    quote !== null &&
      xmlElement(
        'blockquote',
        { lang: quote.language, 'xml:lang': quote.language, dir: 'auto', cite: url },
        xmlElement('p', {}, isolateText(quote.exact)),
      ),
    translation !== undefined && paragraph(`${ui.ourTranslation}: `, isolateText(translation.value)),
    paragraph(
      xmlElement(
        'a',
        { href: pageUrl({ kind: 'source', slug: sourceId }, null, context) },
        inLanguage('bdi', title.value, title.language, tag),
      ),
      `, ${assertedAt === null ? ui.dateUnknown : formatDate(assertedAt, tag)}`,
      source?.attribution ? [' · ', isolateText(source.attribution)] : false,
    ),
  )
}

const inLanguage = (name: 'q' | 'bdi', text: string, language: string, around: string): Xml =>
  xmlElement(name, language === around ? {} : { lang: language, 'xml:lang': language }, isolateText(text))
