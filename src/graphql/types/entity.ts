import { DomainError } from '../../domain/errors.ts'
import { pickText } from '../../text/languages.ts'
import { builder } from '../builder.ts'
import { AS_OF, ClaimConnection, PAGE_ARGS } from './connections.ts'
import * as enums from './enums.ts'
import { loadClaimsBelow, loadEntity, loadNamed, loadRevision } from './load.ts'
import { NameType } from './name.ts'
import { ExternalIdType, LANGUAGE, nameText, Text } from './names.ts'
import { Entity, Node } from './node-types.ts'
import { SpeaksFor } from './speaks-for.ts'
import { typeNameOf } from './thing-kind.ts'

Entity.implement({
  description: 'Someone or something that acts: a person, an organization, a service or a group.',
  interfaces: [Node],
  resolveType: typeNameOf,
  fields: (t) => ({
    slug: t.string({
      description:
        'Id in URLs and seeds, unique among entities, such as elon-musk. A former slug finds the same object.',
      resolve: ({ value }) => value.id,
    }),
    kind: t.field({
      type: enums.EntityKindEnum,
      resolve: ({ value }) => value.kind,
    }),
    name: t.field({
      type: Text,
      description: 'Preferred name; the slug (language `und`) if there is no name.',
      args: LANGUAGE,
      resolve: (entity, { language }) => nameText(entity, language),
    }),
    names: t.field({
      type: [NameType],
      description: 'Names in all languages: preferred, alternative and former ones.',
      resolve: ({ value, revision }) => value.names.map((name) => ({ value: name, revision })),
    }),
    description: t.field({
      type: Text,
      nullable: true,
      description: 'Short description that distinguishes entities of one name; null if none is recorded.',
      args: LANGUAGE,
      resolve: ({ value }, { language }) => pickText(value.description, language),
    }),
    externalIds: t.field({
      type: [ExternalIdType],
      description: 'Ids of the same entity in other registers, such as Wikidata.',
      resolve: ({ value }) => value.externalIds,
    }),
    speaksFor: t.field({
      type: [SpeaksFor],
      description: 'Entities for which this one speaks, with periods; its assertions count as their word then.',
      resolve: ({ value, revision }) => value.speaksFor.map((s) => ({ value: s, revision })),
    }),
    claims: t.field({
      type: ClaimConnection,
      description: 'Claims whose subject it is, by slug. `claimsAsClaimant` has those on which it made an assertion.',
      args: PAGE_ARGS,
      resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, 'Subject', { id: value.id, revision }, args),
    }),
    claimsAbout: t.field({
      type: ClaimConnection,
      description: 'Claims whose subject or object it is, and those that mention it (`Claim.mentions`), by slug.',
      args: PAGE_ARGS,
      resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, 'About', { id: value.id, revision }, args),
    }),
    claimsAsClaimant: t.field({
      type: ClaimConnection,
      description: 'Claims with an assertion of which it is the claimant, by slug.',
      args: PAGE_ARGS,
      resolve: ({ value, revision }, args, c) => loadClaimsBelow(c, 'Claimant', { id: value.id, revision }, args),
    }),
  }),
})

builder.queryFields((t) => ({
  entity: t.field({
    type: Entity,
    nullable: true,
    description: 'One entity by slug or by external id, of which exactly one must be given; null if there is none.',
    args: {
      slug: t.arg.string({ required: false, description: 'Slug, current or former, such as x.' }),
      externalId: t.arg.string({
        required: false,
        description: 'Id in another register as scheme:value, such as wikidata:Q918.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      if (args.slug != null && args.externalId == null) {
        return loadNamed(c, 'Entity', args.slug, args.asOf, loadEntity)
      }
      const revision = await loadRevision(c, args.asOf)
      const [scheme, ...rest] = (args.externalId ?? '').split(':')
      if (args.slug != null || !scheme || rest.length === 0) {
        throw new DomainError('BAD_INPUT', 'Give either slug or externalId as scheme:value.', {
          argument: 'externalId',
        })
      }
      const value = await c.store.entityByExternalId(scheme.toLowerCase(), rest.join(':'), revision)
      return value ? { value, revision } : null
    },
  }),
}))
