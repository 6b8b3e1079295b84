import { isJudged, type Provenance } from '../domain/provenance.ts'
import type { Messages } from '../messages/en.ts'
import { formatDate } from '../text/languages.ts'
import type { Names } from './names.ts'
import { titleInSentence } from './source-title.ts'

/** Returns the origin of a fact, for brackets: "newsroom's own knowledge", "judgement of …, 2 August 2026", "source: …". */
export function provenanceWords(provenance: Provenance | undefined, names: Names, messages: Messages): string {
  const words = messages.provenance
  if (provenance === undefined) return words.own
  if (isJudged(provenance)) return words.judged(provenance.newsroom, formatDate(provenance.on, messages.tag))
  const source = names.source(provenance.sourceId)
  return words.documented(source ? titleInSentence(source, messages) : provenance.sourceId)
}
