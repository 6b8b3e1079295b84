import { tenseOf } from '../../domain/assertion.ts'
import { builder, type Objects } from '../builder.ts'
import * as acts from './assertion-enums.ts'
import { EntityOrSource } from './entity-or-source.ts'
import { loadEntity, loadSource } from './load.ts'
import { Text } from './names.ts'
import { Assertion, Entity, Source } from './node-types.ts'
import { Revision } from './revision.ts'

export const Quote = builder.objectRef<Objects['Quote']>('Quote').implement({
  description: 'Verbatim words (W3C TextQuoteSelector and TextPositionSelector).',
  fields: (t) => ({
    exact: t.exposeString('exact', { description: 'The words, exactly as they stand there.' }),
    prefix: t.exposeString('prefix', { nullable: true, description: 'Some words before them, to find the place by.' }),
    suffix: t.exposeString('suffix', { nullable: true, description: 'Some words after them, to find the place by.' }),
    start: t.exposeInt('start', {
      nullable: true,
      description: 'Where they begin in the version, in Unicode code points; null if not known.',
    }),
    end: t.exposeInt('end', { nullable: true, description: 'Where they end, exclusive; null if not known.' }),
    language: t.exposeString('language', {
      description: 'The language of the source, which is never replaced (BCP 47).',
    }),
    version: t.string({
      nullable: true,
      description: 'Key of the version of the source that it was read in.',
      resolve: (q) => q.versionId,
    }),
    foundIn: t.stringList({
      description: 'Keys of other versions in which these very words were looked for and found.',
      resolve: ({ foundIn = [] }) => foundIn,
    }),
    absentFrom: t.stringList({
      description: 'Keys of versions in which they were looked for and not found; of all others it is not known.',
      resolve: ({ absentFrom = [] }) => absentFrom,
    }),
    translations: t.field({
      type: [Text],
      description: 'Ours, beside the words: never instead of them.',
      resolve: (q) => q.translations,
    }),
  }),
})

Assertion.implement({
  description:
    "One party's act on one claim: who, what stance, which way, how sure, how it reached us, when, where, in which words.",
  fields: (t) => ({
    slug: t.string({ description: 'Its key, never reused.', resolve: ({ value }) => value.id }),
    stance: t.field({
      type: acts.StanceEnum,
      description: 'What the claimant does: state, confirm, deny, allege, guess, …',
      resolve: ({ value }) => value.stance,
    }),
    polarity: t.field({
      type: acts.PolarityEnum,
      description: 'Whether it says that the claim is so, that it is not so, or neither.',
      resolve: ({ value }) => value.polarity,
    }),
    certainty: t.field({
      type: acts.CertaintyEnum,
      description: 'How sure, as the claimant puts it.',
      resolve: ({ value }) => value.certainty,
    }),
    tense: t.field({
      type: acts.TenseEnum,
      description: 'Whether the claimant speaks of the future: “will”, a plan, a forecast.',
      resolve: ({ value }) => tenseOf(value),
    }),
    evidentiality: t.field({
      type: acts.EvidentialityEnum,
      description: 'By what way it reached us: quoted, reported, hearsay, …',
      resolve: ({ value }) => value.evidentiality,
    }),
    claimant: t.field({
      type: Entity,
      nullable: true,
      description: 'Who said it; null where nobody is named.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.claimantId, revision),
    }),
    claimantAsPrinted: t.field({
      type: Text,
      nullable: true,
      description: 'The words the source used for the claimant.',
      resolve: ({ value }) => value.claimantAsPrinted,
    }),
    claimantTranslations: t.field({
      type: [Text],
      description: 'The same in other languages, ours: beside the words, never instead of them.',
      resolve: ({ value }) => value.claimantAsPrinted?.translations ?? [],
    }),
    retracts: t.string({
      nullable: true,
      description: 'For RETRACTS: slug of the assertion that it takes back.',
      resolve: ({ value }) => value.retracts,
    }),
    lacks: t.field({
      type: acts.LackEnum,
      nullable: true,
      description: 'For REPORTS_UNKNOWN: what is said to be missing; null where the words do not tell.',
      resolve: ({ value }) => value.lacks,
    }),
    lacksFrom: t.field({
      type: Entity,
      nullable: true,
      description: 'Whose confirmation is said to be missing.',
      resolve: ({ value, revision }, _, c) => loadEntity(c, value.lacksFrom ?? null, revision),
    }),
    via: t.field({
      type: [EntityOrSource],
      description: 'Through whom or what it was handed down, from the claimant towards the source.',
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
      nullable: true,
      description: 'The document it was read in.',
      resolve: ({ value, revision }, _, c) => loadSource(c, value.sourceId, revision),
    }),
    quote: t.field({
      type: Quote,
      nullable: true,
      description: 'The words that say so; null where none are recorded.',
      resolve: ({ value }) => value.quote,
    }),
    assertedAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it was said; null if unknown.',
      resolve: ({ value }) => value.assertedAt,
    }),
    heldFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since when a versioned source held it.',
      resolve: ({ value }) => value.heldFrom,
    }),
    heldUntil: t.field({
      type: 'Date',
      nullable: true,
      description: 'Until when a versioned source held it.',
      resolve: ({ value }) => value.heldUntil,
    }),
    recordedIn: t.field({
      type: Revision,
      nullable: true,
      description: 'The revision in which this record learnt it as it stands here.',
      resolve: async ({ recordedIn }, _, c) => {
        const revisions = await c.loaders.revisions.load('')
        return revisions.find((revision) => revision.number === recordedIn) ?? null
      },
    }),
    withdrawn: t.string({
      nullable: true,
      description: 'Why the newsroom took its own entry out.',
      resolve: ({ value }) => value.withdrawn,
    }),
  }),
})
