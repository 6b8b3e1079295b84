import { pickText } from '../../text/languages.ts'
import { builder, type Objects } from '../builder.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { loadClaimsBelow, loadEntity, loadNamed, loadSource } from './load.ts'
import { LANGUAGE, Text } from './names.ts'
import { Entity, Node, Source } from './node-types.ts'
import { ProvenanceType } from './provenance.ts'

const Archive = builder.objectRef<Objects['Archive']>('Archive').implement({
  description: 'Archive with a copy of a document.',
  fields: (t) => ({
    name: t.exposeString('name'),
    url: t.exposeString('url', {
      nullable: true,
      description: 'URL of the copy or, if that is unknown, of the archive; null if neither is known.',
    }),
  }),
})
export const Version = builder.objectRef<Objects['SourceVersion']>('SourceVersion').implement({
  description: 'Capture of a document at one time.',
  fields: (t) => ({
    slug: t.exposeString('id', { description: 'Id in seeds, to which `Quote.version` refers; never reused.' }),
    capturedAt: t.expose('capturedAt', {
      type: 'Date',
      nullable: true,
      description: 'Day or instant of the capture, not of publication; null if unknown.',
    }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      nullable: true,
      description: 'First day on which the document is in force, as it states itself; null if it states none.',
    }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'SHA-256 of the capture in hexadecimal digits, to check a copy against; null if unknown.',
    }),
    kind: t.field({
      type: enums.VersionKindEnum,
      resolve: (v) => v.kind,
    }),
    incomplete: t.exposeBoolean('incomplete', {
      description:
        'Whether parts are missing from the capture. Words absent from it may still have been in the document.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: "Editor's note on the capture, in English; null if there is none.",
    }),
  }),
})

const SourceDerivation = builder.objectRef<Objects['SourceDerivation']>('SourceDerivation').implement({
  description: 'A document that another one rests on, with the origin of this knowledge.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      nullable: true,
      description: 'Document that the other rests on.',
      resolve: ({ value, revision }, _, c) => loadSource(c, value.sourceId, revision),
    }),
    provenance: t.field({
      type: ProvenanceType,
      description: 'Origin of the knowledge that the one rests on the other.',
      resolve: ({ value, revision }) => ({ value: value.provenance, revision }),
    }),
  }),
})

Source.implement({
  description: 'A document: an article, a policy, a post, a filing, a data set. Its publisher is an entity.',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.string({
      description:
        'Id in URLs and seeds, unique among documents, such as x-privacy-policy. A former slug finds the same object.',
      resolve: ({ value }) => value.id,
    }),
    kind: t.field({
      type: enums.SourceKindEnum,
      resolve: ({ value }) => value.kind,
    }),
    title: t.field({
      type: Text,
      nullable: true,
      description: 'Title as printed, or its translation if the two languages differ; null if there is none.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => pickText(value.title, language),
    }),
    shortTitle: t.field({
      type: Text,
      nullable: true,
      description:
        "Editor's short name of the document, as in the middle of a sentence: “the Indonesian article”. Null if there is none. It is not a title: never quote it.",
      args: LANGUAGE,
      resolve: ({ value }, { language }) => pickText(value.shortTitle ?? {}, language),
    }),
    titleIsDescription: t.boolean({
      description: "Whether an editor's description stands in place of a title. Never quote it as the title.",
      resolve: ({ value }) => value.titleIsDescription === true,
    }),
    url: t.string({
      nullable: true,
      description: 'URL of the original, not of an archived copy; null if there is none.',
      resolve: ({ value }) => value.url,
    }),
    language: t.string({
      nullable: true,
      description: 'Language of the document (BCP 47), not of a translated title; null if unknown.',
      resolve: ({ value }) => value.language,
    }),
    publishedBy: t.field({
      type: Entity,
      nullable: true,
      description: 'Publisher; null if unknown. Unsigned words of the document count as its word.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.publishedBy, revision),
    }),
    publishedAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of publication, as precise as it is known; null if unknown.',
      resolve: ({ value }) => value.publishedAt,
    }),
    derivation: t.field({
      type: enums.DerivationEnum,
      resolve: ({ value }) => value.derivation,
    }),
    derivedFrom: t.field({
      type: [SourceDerivation],
      description:
        'Documents that this one rests on, such as the report that an article retells; complete only if `derivation` is KNOWN. Where `provenance` is JUDGED, it is a judgement and no fact.',
      resolve: ({ value, revision }) => value.derivedFrom.map((derivation) => ({ value: derivation, revision })),
    }),
    licence: t.string({
      nullable: true,
      description: 'Licence that the document names, such as ODC-BY-1.0; null if it names none.',
      resolve: ({ value }) => value.licence,
    }),
    attribution: t.string({
      nullable: true,
      description: 'Credit line to show wherever content of the document appears; null if none is required.',
      resolve: ({ value }) => value.attribution,
    }),
    archive: t.field({
      type: Archive,
      nullable: true,
      description: 'Archive with a copy of the document; null if none is known.',
      resolve: ({ value }) => value.archive,
    }),
    versions: t.field({
      type: [Version],
      description: 'Captures, oldest first; empty if the document has no versions.',
      resolve: ({ value }) => value.versions,
    }),
    claims: t.field({
      type: ClaimConnection,
      description: 'Claims with an assertion that was read in this document, by slug.',
      args: PAGE_ARGS,
      resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, 'Source', { id: value.id, revision }, args),
    }),
  }),
})

builder.queryFields((t) => ({
  source: t.field({
    type: Source,
    nullable: true,
    description: 'One document by slug; null if none has or had that slug.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug, current or former, such as x-privacy-policy.' }),
      ...AS_OF,
    },
    resolve: (_, args, c) => loadNamed(c, 'Source', args.slug, args.asOf, loadSource),
  }),
}))
