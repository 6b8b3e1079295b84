import { pickText } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { loadClaimsBelow, loadEntity, loadRevision, loadSource, loadSources } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Entity, Node, Source } from './node-types.ts'

const Archive = builder.objectRef<Objects['Archive']>('Archive').implement({
  description: 'Who keeps a copy of a document.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Who keeps it.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where the copy is; null if not known.' }),
  }),
})
export const Version = builder.objectRef<Objects['SourceVersion']>('SourceVersion').implement({
  description: 'A document as captured at a time.',
  fields: (t) => ({
    slug: t.exposeString('id', { description: 'Its key, never reused.' }),
    capturedAt: t.expose('capturedAt', {
      type: 'Date',
      nullable: true,
      description: 'When it was captured; null if not known.',
    }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      nullable: true,
      description: 'Since when it is in force, as it states itself.',
    }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'Hash of the captured text, to check a copy against; null if there is none.',
    }),
    kind: t.field({
      type: enums.VersionKindEnum,
      description: 'Whether it differs from the capture before in content or only in form.',
      resolve: (v) => v.kind,
    }),
    incomplete: t.exposeBoolean('incomplete', {
      description: 'A cut capture: what is absent from it is not known, never gone.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'What an editor noted on this capture, in English.' }),
  }),
})

Source.implement({
  description: 'A document. What is unknown of it is null.',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.id }),
    kind: t.field({
      type: enums.SourceKindEnum,
      description: 'Whether it is an article, a policy, a post, …',
      resolve: ({ value }) => value.kind,
    }),
    title: t.field({
      type: Text,
      nullable: true,
      description: 'Its title; translated where its language is not that of the document. Null if it has none.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => pickText(value.title, language),
    }),
    titleIsDescription: t.boolean({
      description: 'True where an editor says what it is in place of a title: never to be quoted as its title.',
      resolve: ({ value }) => value.titleIsDescription === true,
    }),
    url: t.string({
      nullable: true,
      description: 'Its address on the web; null if it has none.',
      resolve: ({ value }) => value.url,
    }),
    language: t.string({
      nullable: true,
      description: 'The language that it is written in (BCP 47); null if not known.',
      resolve: ({ value }) => value.language,
    }),
    publishedBy: t.field({
      type: Entity,
      nullable: true,
      description: 'Who published it; a document speaks for its publisher.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.publishedBy, revision),
    }),
    publishedAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it was published; null if not known.',
      resolve: ({ value }) => value.publishedAt,
    }),
    derivation: t.field({
      type: enums.DerivationEnum,
      description: 'Whether it is known what it rests on.',
      resolve: ({ value }) => value.derivation,
    }),
    derivedFrom: t.field({
      type: [Source],
      description: 'The documents that it rests on, as far as known.',
      resolve: ({ value, revision }, _, c) => loadSources(c, value.derivedFrom, revision),
    }),
    licence: t.string({
      nullable: true,
      description: 'The licence that it names; null if it names none.',
      resolve: ({ value }) => value.licence,
    }),
    attribution: t.string({
      nullable: true,
      description: 'What must be shown wherever something from it is; null if nothing.',
      resolve: ({ value }) => value.attribution,
    }),
    archive: t.field({
      type: Archive,
      nullable: true,
      description: 'Who keeps a copy of it; null if nobody is known to.',
      resolve: ({ value }) => value.archive,
    }),
    versions: t.field({
      type: [Version],
      description: 'Its captures, where it has versions.',
      resolve: ({ value }) => value.versions,
    }),
    claims: t.field({
      type: ClaimConnection,
      description: 'Claims on which something was read in it, by slug.',
      args: PAGE_ARGS,
      resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, 'Source', { id: value.id, revision }, args),
    }),
  }),
})

builder.queryFields((t) => ({
  source: t.field({
    type: Source,
    nullable: true,
    description: 'One document; null if none has or had that slug.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug of the document, such as x-privacy-policy.' }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => loadSource(c, args.slug, await loadRevision(c, args.asOf)),
  }),
}))
