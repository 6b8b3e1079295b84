import { DomainError } from '../../domain/errors.ts'
import { pickText } from '../../text/languages.ts'
import { type AtRevision, builder } from '../builder.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { loadClaimsBelow, loadEntity, loadRevision } from './load.ts'
import { ExternalIdType, LANGUAGE, NameType, nameText, Text } from './names.ts'
import { Entity, Node } from './node-types.ts'
import { typeNameOf } from './thing-kind.ts'

const SpeaksFor = builder
  .objectRef<AtRevision<{ entityId: string; validFrom: string | null; validTo: string | null }>>('SpeaksFor')
  .implement({
    description: 'That one entity speaks for another, for a time.',
    fields: (t) => ({
      entity: t.field({
        type: Entity,
        nullable: true,
        description: 'For whom it speaks.',
        resolve: ({ value, revision }, _, c) => loadEntity(c, value.entityId, revision),
      }),
      validFrom: t.field({
        type: 'Date',
        nullable: true,
        description: 'Since when; null if unknown.',
        resolve: ({ value }) => value.validFrom,
      }),
      validTo: t.field({
        type: 'Date',
        nullable: true,
        description: 'Until when; null if unknown or still so.',
        resolve: ({ value }) => value.validTo,
      }),
    }),
  })

Entity.implement({
  description: 'Someone or something that acts: a person, an organization, a service or a group.',
  interfaces: [Node],
  resolveType: typeNameOf,
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.id }),
    kind: t.field({
      type: enums.EntityKindEnum,
      description: 'Whether it is a person, an organization, a service or a group.',
      resolve: ({ value }) => value.kind,
    }),
    name: t.field({
      type: Text,
      description: 'What to call it.',
      args: LANGUAGE,
      resolve: (entity, { language }) => nameText(entity, language),
    }),
    names: t.field({
      type: [NameType],
      description: 'All names that it has or had.',
      resolve: ({ value }) => value.names,
    }),
    description: t.field({
      type: Text,
      nullable: true,
      description: 'What it is, in a few words.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => pickText(value.description, language),
    }),
    externalIds: t.field({
      type: [ExternalIdType],
      description: 'What it is called elsewhere, such as on Wikidata.',
      resolve: ({ value }) => value.externalIds,
    }),
    speaksFor: t.field({
      type: [SpeaksFor],
      description: 'For whom its word counts as a first party, and when.',
      resolve: ({ value, revision }) => value.speaksFor.map((s) => ({ value: s, revision })),
    }),
    claims: t.field({
      type: ClaimConnection,
      description: 'Claims of which it is the subject, by slug.',
      args: PAGE_ARGS,
      resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, 'Subject', { id: value.id, revision }, args),
    }),
    claimed: t.field({
      type: ClaimConnection,
      description: 'Claims that it said something on, by slug.',
      args: PAGE_ARGS,
      resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, 'Claimant', { id: value.id, revision }, args),
    }),
  }),
})

builder.queryFields((t) => ({
  entity: t.field({
    type: Entity,
    nullable: true,
    description: 'One entity, by slug or by what it is elsewhere (wikidata:Q918); null if there is none.',
    args: {
      slug: t.arg.string({ required: false, description: 'Its slug, or one that it had; this or externalId.' }),
      externalId: t.arg.string({
        required: false,
        description: 'What it is called elsewhere, as scheme:value, such as wikidata:Q918.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      const revision = await loadRevision(c, args.asOf)
      if (args.slug != null && args.externalId == null) return loadEntity(c, args.slug, revision)
      const [scheme, ...rest] = (args.externalId ?? '').split(':')
      if (args.slug != null || !scheme || rest.length === 0) {
        throw new DomainError('BAD_INPUT', 'Give either slug or externalId as scheme:value.', {
          argument: 'externalId',
        })
      }
      if (!args.externalId?.isWellFormed()) return null
      const value = await c.store.entityByExternalId(scheme, rest.join(':'), revision)
      return value ? { value, revision } : null
    },
  }),
}))
