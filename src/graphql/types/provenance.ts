import { isDocumented, isJudged, PROVENANCE_KINDS, provenanceKindOf } from '../../domain/provenance.ts'
import { pickText } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'
import { values } from './enum-values.ts'
import { loadSource } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Source } from './node-types.ts'
import { Quote } from './quote.ts'

const ProvenanceKindEnum = builder.enumType('ProvenanceKind', {
  description: 'Origin of a fact that no claimant asserts. Show it wherever the fact is shown.',
  values: values(PROVENANCE_KINDS, {
    DOCUMENTED: 'Read in `source`.',
    JUDGED: 'Concluded by `newsroom` on the day `on`: a judgement, never to be shown as a fact.',
    OWN_KNOWLEDGE: "The newsroom's own knowledge, for which it names no document.",
  }),
})

export const ProvenanceType = builder.objectRef<Objects['Provenance']>('Provenance').implement({
  description:
    'Origin of a fact that no claimant asserts (PROV-O): a period, a validity, a derivation, a name, a relation.',
  fields: (t) => ({
    kind: t.field({
      type: ProvenanceKindEnum,
      resolve: ({ value }) => provenanceKindOf(value),
    }),
    source: t.field({
      type: Source,
      nullable: true,
      description: 'Document in which it was read; null unless `kind` is DOCUMENTED.',
      resolve: ({ value, revision }, _, c) => loadSource(c, isDocumented(value) ? value.sourceId : null, revision),
    }),
    quote: t.field({
      type: Quote,
      nullable: true,
      description: 'Words of the document that say so; null if none are recorded.',
      resolve: ({ value }) => (isDocumented(value) ? value.quote : null),
    }),
    newsroom: t.string({
      nullable: true,
      description: 'Signature of a judgement; null unless `kind` is JUDGED.',
      resolve: ({ value }) => (isJudged(value) ? value.newsroom : null),
    }),
    on: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of a judgement; null unless `kind` is JUDGED.',
      resolve: ({ value }) => (isJudged(value) ? value.on : null),
    }),
    note: t.field({
      type: Text,
      nullable: true,
      description: 'Reason for a judgement; null if none is recorded.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => (isJudged(value) && value.note ? pickText(value.note, language) : null),
    }),
  }),
})
