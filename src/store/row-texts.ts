import type { Row } from './engines/engine.ts'
import type { Texts } from './engines/texts.ts'
import type { Properties } from './row-spec.ts'

/** Properties that no statement looks into, but those that tell of all texts (queries/record.ts). */
export const ROW_TEXTS = ['json', 'statusJson', 'searchFields'] as const

/** What a row holds instead of its texts. */
export function keepTexts(texts: Texts, properties: Properties): Properties {
  const kept: Record<string, Properties[string]> = { ...properties }
  for (const name of ROW_TEXTS) {
    const text = properties[name]
    if (typeof text === 'string') kept[name] = texts.keep(text)
  }
  return kept
}

/** A row of an answer with its texts, instead of what it holds for them. */
export function readTexts(texts: Texts, row: Row): Row {
  const read: Record<string, unknown> = { ...row }
  for (const name of ROW_TEXTS) if (row[name] != null) read[name] = texts.read(row[name])
  return read
}
