import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/domain/source.ts'
import { titleJsonLd } from '../../src/exports/jsonld-title.ts'
import { en } from '../../src/messages/en.ts'
import { id } from '../../src/messages/id.ts'
import { mentionsOf } from '../../src/sentences/claimant-name.ts'
import { namesFrom } from '../../src/sentences/names.ts'
import { printedTitleOf, titleInSentence, titleOf } from '../../src/sentences/source-title.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type PlainSlugs, withSlugs } from '../domain/plain-slugs.ts'

const [{ item } = { item: null }] = smallDataset().sources
if (item === null) throw new Error('The small data set has documents.')
const source = (own: Partial<PlainSlugs<Source>>): Source =>
  withSlugs<Source>({ ...item, id: 'doc', kind: 'ARTICLE', ...own })
const article = source({ title: { id: 'Untuk Apa?', en: 'What For?' }, language: 'id' })
const report = source({
  title: { en: "Bloomberg's report", id: 'laporan Bloomberg' },
  language: 'en',
  titleIsDescription: true,
})

describe('title of a document', () => {
  it('is in quotation marks where it is as printed', () => {
    expect(titleInSentence(article, id)).toBe('“Untuk Apa?”')
    expect(titleOf(article, 'id').kind).toBe('PRINTED')
    expect(titleOf(source({ title: { en: 'What For?' }, language: 'en-GB' }), 'id').kind).toBe('PRINTED')
    expect(titleOf(source({ title: { en: 'What For?' }, language: null }), 'en').kind).toBe('PRINTED')
  })

  it('is marked as translated where its language is not that of the document', () => {
    expect(titleInSentence(article, en)).toBe('“What For?” (title translated)')
    expect(titleOf(article, 'en')).toEqual({ value: 'What For?', language: 'en', kind: 'TRANSLATED' })
    expect(printedTitleOf(article)).toEqual({ value: 'Untuk Apa?', language: 'id' })
    expect(printedTitleOf(source({ title: { en: 'What For?' }, language: 'id' }))).toBeNull()
  })

  it('is unquoted where it is a description', () => {
    expect([titleInSentence(report, en), titleInSentence(report, id)]).toEqual([
      "Bloomberg's report",
      'laporan Bloomberg',
    ])
    expect(titleOf(report, 'id').value).toBe('Laporan Bloomberg')
    expect(printedTitleOf(report)).toBeNull()
    const mention = mentionsOf(namesFrom({ sources: [report] }), id)
    expect([mention('doc'), mention('doc')]).toEqual(['laporan Bloomberg', 'artikel itu'])
    expect(mentionsOf(namesFrom({ sources: [article] }), id)('doc')).toBe('artikel “Untuk Apa?”')
  })

  it('is in linked data as printed, and never as a description', () => {
    expect(titleJsonLd(article, 'en')).toEqual({
      name: { '@value': 'Untuk Apa?', '@language': 'id' },
      alternateName: 'What For?',
    })
    expect(titleJsonLd(article, 'id')).toEqual({ name: 'Untuk Apa?' })
    expect(titleJsonLd(source({ title: { en: 'What For?' }, language: 'id' }), 'en')).toEqual({
      alternateName: 'What For?',
    })
    expect(titleJsonLd(report, 'en')).toEqual({ description: "Bloomberg's report" })
  })
})
