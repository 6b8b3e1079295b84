import type { enAssistant } from '../messages/en-assistant.ts'
import type { Card, Evidence } from './claim-card.ts'

export type AssistantWords = typeof enAssistant

/** Returns a claim in plain lines: headline, quotes with their sources, permalink. */
export function cardText(card: Card, words: AssistantWords): string {
  const left = card.evidenceLeftOut === 0 ? [] : [words.furtherEvidence(card.evidenceLeftOut)]
  const evidence =
    card.evidence.length === 0 ? [words.noEvidence] : card.evidence.map((one) => evidenceText(one, words))
  return [card.headline, ...[...evidence, ...left, words.permalink(card.permalink)].map((line) => `  ${line}`)].join(
    '\n',
  )
}

/** Returns an assertion in one line: claimant, stance, day, quote and source. */
export function evidenceText(one: Evidence, words: AssistantWords): string {
  const source = [one.source.title ?? one.source.slug, one.source.url ?? one.source.permalink].join(', ')
  const credit = one.source.attribution === null ? [] : [words.attribution(one.source.attribution)]
  const quoted = one.quote === null ? words.noQuote(source) : words.quoted(oneLine(one.quote), source)
  const translated = one.translation === null ? [] : [words.translated(oneLine(one.translation))]
  const act = words.act({
    name: nameOf(one, words),
    stance: one.stance,
    negates: one.polarity === 'NEGATES',
    certainty: one.certainty,
    tense: one.tense,
    day: one.assertedAt,
  })
  return [`${act}: ${quoted}`, ...translated, ...credit].join('. ')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** Returns the claimant with the words of the source for it: "members of the public (“most people”)". */
function nameOf({ claimant, claimantAsPrinted }: Evidence, words: AssistantWords): string {
  const printed = claimantAsPrinted === null ? '' : `“${oneLine(claimantAsPrinted)}”`
  if (claimant === null) return printed || words.unknownPerson
  return printed === '' ? claimant : `${claimant} (${printed})`
}
