import { pickName } from '../../domain/labels.ts'
import type { Name } from '../../domain/name.ts'
import { pickText } from '../../text/languages.ts'
import { type At, builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'
import { conceptsAt, entityAt, sourcesAt } from './read.ts'

export const LANGUAGE =
  'Wanted language (BCP 47); else English, Indonesian, or whatever there is. The answer says which.'

export const Text = builder.objectRef<Objects['Text']>('LocalizedText').implement({
  description: 'A text and the language that it is in.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The text.' }),
    language: t.exposeString('language', { description: 'BCP 47.' }),
  }),
})
export const NameType = builder.objectRef<Objects['Name']>('Name').implement({
  description: 'What something is or was called.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The name.' }),
    language: t.exposeString('language', { description: 'BCP 47.' }),
    kind: t.field({ type: enums.NameKindEnum, description: 'Preferred, alias or former.', resolve: (n) => n.kind }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'Since when; null if unknown.' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Until when; null if unknown or still so.',
    }),
  }),
})
export const ExternalIdType = builder.objectRef<Objects['ExternalId']>('ExternalId').implement({
  description: 'The same thing elsewhere.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', { description: 'wikidata, dpv, …' }),
    value: t.exposeString('value', { description: 'The identifier or address there.' }),
    match: t.field({
      type: enums.MatchKindEnum,
      nullable: true,
      description: 'How well it fits.',
      resolve: (x) => x.match,
    }),
  }),
})

const named = <T extends { readonly id: string; readonly names: readonly Name[] }>(
  { value }: At<T>,
  language: string,
): Objects['Text'] => pickName(value.names, language) ?? { value: value.id, language: 'und' }

export const EntityType = builder.objectRef<Objects['Entity']>('Entity')
EntityType.implement({
  description: 'Someone or something that acts: a person, an organization, a service or a group.',
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.id }),
    kind: t.field({ type: enums.EntityKindEnum, description: 'What it is.', resolve: ({ value }) => value.kind }),
    name: t.field({
      type: Text,
      description: 'Its preferred name.',
      args: { language: t.arg.string({ required: true, defaultValue: 'en', description: LANGUAGE }) },
      resolve: (entity, { language }) => named(entity, language),
    }),
    names: t.field({ type: [NameType], description: 'All its names.', resolve: ({ value }) => value.names }),
    externalIds: t.field({
      type: [ExternalIdType],
      description: 'What it is elsewhere.',
      resolve: ({ value }) => value.externalIds,
    }),
    speaksFor: t.field({
      type: [SpeaksForType],
      description: 'For whom its word counts.',
      resolve: ({ value, at }) => value.speaksFor.map((s) => ({ value: s, at })),
    }),
  }),
})
export const SpeaksForType = builder
  .objectRef<At<{ entityId: string; validFrom: string | null; validTo: string | null }>>('SpeaksFor')
  .implement({
    description: 'That one entity speaks for another, for a time.',
    fields: (t) => ({
      entity: t.field({
        type: EntityType,
        nullable: true,
        description: 'The one spoken for.',
        resolve: ({ value, at }, _, c) => entityAt(c, value.entityId, at),
      }),
      validFrom: t.field({
        type: 'Date',
        nullable: true,
        description: 'Since when.',
        resolve: ({ value }) => value.validFrom,
      }),
      validTo: t.field({
        type: 'Date',
        nullable: true,
        description: 'Until when.',
        resolve: ({ value }) => value.validTo,
      }),
    }),
  })

const conceptType = (name: 'DataCategory' | 'Use', description: string) => {
  const ref = builder.objectRef<Objects['Concept']>(name)
  return ref.implement({
    description,
    fields: (t) => ({
      slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.id }),
      name: t.field({
        type: Text,
        description: 'Its preferred name.',
        args: { language: t.arg.string({ required: true, defaultValue: 'en', description: LANGUAGE }) },
        resolve: (concept, { language }) => named(concept, language),
      }),
      names: t.field({ type: [NameType], description: 'All its names.', resolve: ({ value }) => value.names }),
      externalIds: t.field({
        type: [ExternalIdType],
        description: 'What it is elsewhere.',
        resolve: ({ value }) => value.externalIds,
      }),
      broader: t.field({
        type: [ref],
        description: 'The directly broader ones.',
        resolve: ({ value, at }, _, c) => conceptsAt(c, name, value.broader, at),
      }),
    }),
  })
}
export const DataCategoryType = conceptType('DataCategory', 'A kind of personal data.')
export const UseType = conceptType('Use', 'What data is, or is said to be, used for.')

export const VersionType = builder.objectRef<Objects['SourceVersion']>('SourceVersion').implement({
  description: 'A document as captured at a time.',
  fields: (t) => ({
    slug: t.exposeString('id', { description: 'Its key.' }),
    capturedAt: t.expose('capturedAt', { type: 'Date', nullable: true, description: 'When it was captured.' }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      nullable: true,
      description: 'Since when it holds, as it states itself.',
    }),
    sha256: t.exposeString('sha256', { nullable: true, description: 'Of the captured text.' }),
    kind: t.field({ type: enums.VersionKindEnum, description: 'Whether the content changed.', resolve: (v) => v.kind }),
    incomplete: t.exposeBoolean('incomplete', {
      description: 'A cut capture: what is absent from it is not known, never gone.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'What an editor noted.' }),
  }),
})
export const SourceType = builder.objectRef<Objects['Source']>('Source')
SourceType.implement({
  description: 'A document. What is unknown of it is null.',
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.id }),
    kind: t.field({ type: enums.SourceKindEnum, description: 'What it is.', resolve: ({ value }) => value.kind }),
    title: t.field({
      type: Text,
      nullable: true,
      description: 'Its title.',
      args: { language: t.arg.string({ required: true, defaultValue: 'en', description: LANGUAGE }) },
      resolve: ({ value }, { language }) => pickText(value.title, language),
    }),
    url: t.string({ nullable: true, description: 'Its address.', resolve: ({ value }) => value.url }),
    publishedBy: t.field({
      type: EntityType,
      nullable: true,
      description: 'Who published it.',
      resolve: ({ value, at }, _, c) => entityAt(c, value.publishedBy, at),
    }),
    publishedAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it was published.',
      resolve: ({ value }) => value.publishedAt,
    }),
    derivation: t.field({
      type: enums.DerivationEnum,
      description: 'Whether it is known what it rests on.',
      resolve: ({ value }) => value.derivation,
    }),
    derivedFrom: t.field({
      type: [SourceType],
      description: 'What it rests on.',
      resolve: ({ value, at }, _, c) => sourcesAt(c, value.derivedFrom, at),
    }),
    licence: t.string({ nullable: true, description: 'Its licence.', resolve: ({ value }) => value.licence }),
    attribution: t.string({
      nullable: true,
      description: 'What its licence asks to be shown.',
      resolve: ({ value }) => value.attribution,
    }),
    versions: t.field({ type: [VersionType], description: 'Its captures.', resolve: ({ value }) => value.versions }),
  }),
})
export const QuoteType = builder.objectRef<Objects['Quote']>('Quote').implement({
  description: 'Verbatim words (W3C TextQuoteSelector and TextPositionSelector).',
  fields: (t) => ({
    exact: t.exposeString('exact', { description: 'The words.' }),
    prefix: t.exposeString('prefix', { nullable: true, description: 'What stands before.' }),
    suffix: t.exposeString('suffix', { nullable: true, description: 'What stands after.' }),
    start: t.exposeInt('start', { nullable: true, description: 'Unicode code points from the beginning.' }),
    end: t.exposeInt('end', { nullable: true, description: 'Exclusive.' }),
    language: t.exposeString('language', { description: 'BCP 47.' }),
    version: t.string({
      nullable: true,
      description: 'Slug of the version it was read in.',
      resolve: (q) => q.versionId,
    }),
    translations: t.field({ type: [Text], description: 'Our translations.', resolve: (q) => q.translations }),
  }),
})
