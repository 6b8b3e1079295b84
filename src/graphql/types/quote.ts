import { builder, type Objects } from '../builder.ts'
import { Text } from './names.ts'

export const Quote = builder.objectRef<Objects['Quote']>('Quote').implement({
  description:
    'Verbatim words from one version of a source, with their position (W3C TextQuoteSelector and TextPositionSelector).',
  fields: (t) => ({
    exact: t.exposeString('exact', {
      description: 'Words in the language of the source, never replaced by a translation.',
    }),
    prefix: t.exposeString('prefix', {
      nullable: true,
      description: 'Words just before `exact`, to find the place if offsets shift; null if none are recorded.',
    }),
    suffix: t.exposeString('suffix', {
      nullable: true,
      description: 'Words just after `exact`, to find the place if offsets shift; null if none are recorded.',
    }),
    start: t.exposeInt('start', {
      nullable: true,
      description:
        'Offset of the first character in the text of `version`, in Unicode code points, not UTF-16 units; null if unknown.',
    }),
    end: t.exposeInt('end', {
      nullable: true,
      description: 'Offset after the last character, in Unicode code points; null if unknown.',
    }),
    language: t.exposeString('language', {
      description: 'Language of `exact` (BCP 47).',
    }),
    version: t.string({
      nullable: true,
      description: 'Slug of the source version in which the words were read; null if none is recorded.',
      resolve: (q) => q.versionId,
    }),
    foundIn: t.stringList({
      description: 'Slugs of other versions that were searched for exactly these words and contain them.',
      resolve: ({ foundIn = [] }) => foundIn,
    }),
    absentFrom: t.stringList({
      description:
        'Slugs of versions that were searched for exactly these words and lack them. Versions that the quote does not name were not searched.',
      resolve: ({ absentFrom = [] }) => absentFrom,
    }),
    translations: t.field({
      type: [Text],
      description: "The newsroom's translations, to show beside `exact`, never in its place.",
      resolve: (q) => q.translations,
    }),
  }),
})
