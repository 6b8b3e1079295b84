import type { Name } from '../../domain/name.ts'
import { pickName } from '../../sentences/names.ts'
import { type AtRevision, builder, type Objects } from '../builder.ts'
import * as enums from './enums.ts'

export const Text = builder.objectRef<Objects['Text']>('LocalizedText').implement({
  description: 'A text with the language that it is in, which may differ from the requested one.',
  fields: (t) => ({
    value: t.exposeString('value'),
    language: t.exposeString('language', {
      description: 'Language of the text (BCP 47), for markup; `und` for a slug in place of a name.',
    }),
  }),
})

/** Argument of every field that returns a text in one of several languages. */
export const LANGUAGE = builder.args((t) => ({
  language: t.string({
    required: true,
    defaultValue: 'en',
    description:
      'Wanted language (BCP 47). Without a text in it, the order is: its base language (`id` for `id-ID`), English, Indonesian, any other. `language` of the result says which.',
  }),
}))

export const ExternalIdType = builder.objectRef<Objects['ExternalId']>('ExternalId').implement({
  description: 'Identifier of the same thing in another register, or of a matching concept in another vocabulary.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', { description: 'Short name of the register or vocabulary: wikidata, dpv, …' }),
    value: t.exposeString('value', { description: 'Identifier or URL in that scheme, such as Q918.' }),
    match: t.field({
      type: enums.ConceptMatchEnum,
      nullable: true,
      description: 'Nearness of meaning, for concepts; null for an identifier of the same thing.',
      resolve: (x) => x.match,
    }),
  }),
})

/** Preferred name; the slug, with the language `und`, if there is no name. */
export const nameText = <T extends { readonly id: string; readonly names: readonly Name[] }>(
  { value }: AtRevision<T>,
  language: string,
): Objects['Text'] => pickName(value.names, language) ?? { value: value.id, language: 'und' }
