import type { Name } from '../../domain/name.ts'
import { pickName } from '../../sentences/names.ts'
import { type AtRevision, builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'

export const Text = builder.objectRef<Objects['Text']>('LocalizedText').implement({
  description: 'A text and the language that it is in.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The text, in that language.' }),
    language: t.exposeString('language', { description: 'Its language (BCP 47); und where it has none.' }),
  }),
})

export const LANGUAGE = builder.args((t) => ({
  language: t.string({
    required: true,
    defaultValue: 'en',
    description:
      'Wanted language (BCP 47); else its base, English, Indonesian, or whatever there is. The answer says which.',
  }),
}))

export const NameType = builder.objectRef<Objects['Name']>('Name').implement({
  description: 'What something is or was called.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The name, as it is written.' }),
    language: t.exposeString('language', { description: 'Its language (BCP 47); und where it has none.' }),
    kind: t.field({
      type: enums.NameKindEnum,
      description: 'Whether to call it so, or whether others do or did.',
      resolve: (n) => n.kind,
    }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'Since when; null if unknown.' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Until when; null if unknown or still so.',
    }),
  }),
})

export const ExternalIdType = builder.objectRef<Objects['ExternalId']>('ExternalId').implement({
  description: 'What something is called in another vocabulary or register.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', { description: 'Which vocabulary or register: wikidata, dpv, …' }),
    value: t.exposeString('value', { description: 'The identifier or address there.' }),
    match: t.field({
      type: enums.MatchKindEnum,
      nullable: true,
      description: 'How well it fits; null for the identifier of the very same thing.',
      resolve: (x) => x.match,
    }),
  }),
})

/** The preferred name; the slug, in no language, where there is none. */
export const nameText = <T extends { readonly id: string; readonly names: readonly Name[] }>(
  { value }: AtRevision<T>,
  language: string,
): Objects['Text'] => pickName(value.names, language) ?? { value: value.id, language: 'und' }
