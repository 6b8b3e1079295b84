import { tenseOf } from '../../domain/assertion.ts'
import * as acts from './assertion-enums.ts'
import { EntityOrSource } from './entity-or-source.ts'
import { loadEntity, loadSource, loadSourceOf } from './load.ts'
import { Text } from './names.ts'
import { Assertion, Entity, Source } from './node-types.ts'
import { Quote } from './quote.ts'
import { Revision } from './revision.ts'

Assertion.implement({
  description:
    "One party's act on one claim: claimant, stance, polarity, certainty, evidentiality, source, quote and day. The status of a claim follows from its assertions.",
  fields: (t) => ({
    slug: t.string({
      description: 'Id in seeds and exports, never reused, such as article-musk-confirms-policy-change.',
      resolve: ({ value }) => value.id,
    }),
    stance: t.field({
      type: acts.StanceEnum,
      resolve: ({ value }) => value.stance,
    }),
    verb: t.field({
      type: acts.ReportingVerbEnum,
      nullable: true,
      description:
        'Verb with which `source` reports the assertion; null for the default verb of the stance. It never changes a status.',
      resolve: ({ value }) => value.verb,
    }),
    polarity: t.field({
      type: acts.PolarityEnum,
      resolve: ({ value }) => value.polarity,
    }),
    certainty: t.field({
      type: acts.CertaintyEnum,
      resolve: ({ value }) => value.certainty,
    }),
    tense: t.field({
      type: acts.TenseEnum,
      resolve: ({ value }) => tenseOf(value),
    }),
    evidentiality: t.field({
      type: acts.EvidentialityEnum,
      resolve: ({ value }) => value.evidentiality,
    }),
    claimant: t.field({
      type: Entity,
      nullable: true,
      description:
        'Entity that the assertion is traced to; null if nobody is named. Unsigned words of a document count as the word of its publisher.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.claimantId, revision),
    }),
    claimantAsPrinted: t.field({
      type: Text,
      nullable: true,
      description: 'Words of the source for the claimant, such as “many users”; null if none are recorded.',
      resolve: ({ value }) => value.claimantAsPrinted,
    }),
    claimantTranslations: t.field({
      type: [Text],
      description: "The newsroom's translations of `claimantAsPrinted`, to show beside it, never in its place.",
      resolve: ({ value }) => value.claimantAsPrinted?.translations ?? [],
    }),
    retracts: t.string({
      nullable: true,
      description: 'Slug of the earlier assertion that the claimant takes back; null unless `stance` is RETRACTS.',
      resolve: ({ value }) => value.retracts,
    }),
    missing: t.field({
      type: acts.MissingItemEnum,
      nullable: true,
      description:
        'Item that a REPORTS_UNKNOWN assertion names as missing; null if its words name none, and for other stances.',
      resolve: ({ value }) => value.lacks,
    }),
    missingFrom: t.field({
      type: Entity,
      nullable: true,
      description:
        'Entity whose confirmation is missing; null unless `missing` is CONFIRMATION and the words name somebody.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.lacksFrom ?? null, revision),
    }),
    via: t.field({
      type: [EntityOrSource],
      description:
        'Intermediaries that passed the words on, in order from `claimant` to `source`; empty if there are none.',
      resolve: async ({ value, revision }, _, c) => {
        const found = await Promise.all(
          value.via.map(({ kind, id }) =>
            kind === 'Entity' ? loadEntity(c, id, revision) : loadSource(c, id, revision),
          ),
        )
        return found.filter((thing) => thing !== null)
      },
    }),
    source: t.field({
      type: Source,
      description: 'Document in which the assertion was read. Its publisher need not be the claimant.',
      resolve: ({ value, revision }, _, c) => loadSourceOf(c, value, revision),
    }),
    quote: t.field({
      type: Quote,
      nullable: true,
      description: 'Words of the source that show the assertion; null if none are recorded.',
      resolve: ({ value }) => value.quote,
    }),
    assertedAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day on which the claimant made the assertion, never the day on which it was read; null if unknown.',
      resolve: ({ value }) => value.assertedAt,
    }),
    heldFrom: t.field({
      type: 'Date',
      nullable: true,
      description:
        'First day on which the versioned source contained these words, not the day from which the claim is valid; null if unknown or not versioned.',
      resolve: ({ value }) => value.heldFrom,
    }),
    heldUntil: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Last day on which the versioned source contained these words; null if unknown, not versioned, or still there.',
      resolve: ({ value }) => value.heldUntil,
    }),
    recordedIn: t.field({
      type: Revision,
      nullable: true,
      description: 'Revision of the database that recorded the assertion in its present form.',
      resolve: async ({ recordedIn }, _, c) => {
        const revisions = await c.loaders.revisions.load('')
        return revisions.find((revision) => revision.number === recordedIn) ?? null
      },
    }),
    withdrawalReason: t.string({
      nullable: true,
      description:
        'Reason why the newsroom withdrew the assertion as its own mistake; null if it stands. A withdrawn assertion never affects a status.',
      resolve: ({ value }) => value.withdrawn,
    }),
  }),
})
