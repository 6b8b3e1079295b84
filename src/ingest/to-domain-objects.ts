import type { Assertion, Intermediary, Quote } from '../domain/assertion.ts'
import { toAssertionId } from '../domain/assertion-id.ts'
import type { Assessment } from '../domain/assessment.ts'
import { canonicalObject } from '../domain/canonical-objects.ts'
import type { Claim, ClaimObject, ClaimRelation, ThingRef } from '../domain/claim.ts'
import { speakerIn } from '../domain/claim-status.ts'
import type { Concept, ConceptKind } from '../domain/concept.ts'
import type { Recorded, RecordedObjects } from '../domain/dataset.ts'
import type { Entity, SpeaksFor } from '../domain/entity.ts'
import type { ExternalId, Name } from '../domain/name.ts'
import type { Judged, Provenance } from '../domain/provenance.ts'
import type { Slug } from '../domain/slug.ts'
import type { Source, SourceDerivation } from '../domain/source.ts'
import type { Story } from '../domain/story.ts'
import { toSecond } from '../text/instant.ts'
import { formerSlugsIn } from './former-slugs.ts'
import { recordedTimes } from './recorded-times.ts'
import type { SeedProvenance, SeedQuote } from './seed-parts.ts'
import type { ParsedFile } from './seed-problem.ts'
import type { SeedFile } from './seed-schema.ts'

type Item<K extends keyof SeedFile> = NonNullable<SeedFile[K]> extends readonly (infer T)[] ? T : never

/** Converts seeds to domain objects, before rules and references are checked. */
export function toDomainObjects(files: readonly ParsedFile[], now: Date): RecordedObjects {
  const recordedAt = recordedTimes(files, now)
  const all = <I extends object, T extends object>(
    itemsOf: (content: SeedFile) => readonly I[] | undefined,
    toItem: (item: I) => T,
  ): readonly Recorded<T>[] =>
    files.flatMap(({ content, folder }) =>
      (itemsOf(content) ?? []).map((item) => ({
        item: canonicalObject(toItem(item)),
        recordedAt: recordedAt(folder, ownTime(item)),
      })),
    )
  return {
    entities: all((content) => content.entities, toEntity),
    concepts: [
      ...all(
        (content) => content.dataCategories,
        (c) => toConcept(c, 'DataCategory'),
      ),
      ...all(
        (content) => content.uses,
        (c) => toConcept(c, 'Use'),
      ),
    ],
    sources: all((content) => content.sources, toSource),
    claims: all((content) => content.claims, toClaim),
    assertions: files.flatMap(({ content, folder }) =>
      (content.claims ?? []).flatMap((claim) =>
        claim.assertions.map((assertion) => ({
          item: canonicalObject(toAssertion(assertion, claim.id)),
          recordedAt: recordedAt(folder, assertion.recordedAt, claim.recordedAt),
        })),
      ),
    ),
    relations: all((content) => content.relations, toRelation),
    assessments: all((content) => content.assessments, toAssessment),
    stories: files.flatMap(({ content: { story } }) =>
      story ? [{ item: canonicalObject(toStory(story)), recordedAt: toSecond(story.recordedAt) }] : [],
    ),
    renames: all(formerSlugsIn, ({ kind, former, slug }) => ({ kind, former, slug })),
  }
}

/** Sets the publisher as the claimant of unsigned words of a document about its publisher. */
export function withOwnClaimants({ assertions, claims, sources }: RecordedObjects): RecordedObjects['assertions'] {
  const publishers = new Map(sources.map(({ item }) => [item.id, item.publishedBy]))
  const subjects = new Map(claims.map(({ item }) => [item.id, item.subject]))
  return assertions.map((one) => {
    const speaker = speakerIn(one.item, publishers.get(one.item.sourceId) ?? null)
    const subject = subjects.get(one.item.claimId)
    if (one.item.claimantId !== null || subject?.kind !== 'Entity' || subject.id !== speaker) return one
    return { ...one, item: { ...one.item, claimantId: speaker } }
  })
}

const ownTime = (item: object): string | undefined =>
  'recordedAt' in item && typeof item.recordedAt === 'string' ? item.recordedAt : undefined

const toNames = (names: Item<'entities'>['names']): readonly Name[] =>
  names.map(({ provenance, ...n }) => ({
    ...n,
    validFrom: n.validFrom ?? null,
    validTo: n.validTo ?? null,
    ...withProvenance(provenance),
  }))
const toExternalIds = (ids: Item<'entities'>['externalIds']): readonly ExternalId[] =>
  (ids ?? []).map((x) => ({ ...x, match: x.match ?? null }))

const toEntity = (e: Item<'entities'>): Entity => ({
  id: e.id,
  kind: e.kind,
  names: toNames(e.names),
  externalIds: toExternalIds(e.externalIds),
  description: e.description ?? {},
  speaksFor: (e.speaksFor ?? []).map(toSpeaksFor),
})

const toSpeaksFor = (s: NonNullable<Item<'entities'>['speaksFor']>[number]): SpeaksFor => ({
  entityId: s.entity,
  validFrom: s.validFrom ?? null,
  validTo: s.validTo ?? null,
  ...withProvenance(s.provenance),
})

const toConcept = (c: Item<'uses'>, kind: ConceptKind): Concept => ({
  id: c.id,
  kind,
  names: toNames(c.names),
  externalIds: toExternalIds(c.externalIds),
  definition: c.definition ?? {},
  broader: c.broader ?? [],
  ...(c.mentions === undefined ? {} : { mentions: c.mentions }),
})

const toSource = (s: Item<'sources'>): Source => ({
  id: s.id,
  kind: s.kind,
  title: s.title,
  ...(s.titleIsDescription ? { titleIsDescription: true } : {}),
  ...(s.shortTitle === undefined ? {} : { shortTitle: s.shortTitle }),
  url: s.url ?? null,
  language: s.language ?? null,
  publishedBy: s.publishedBy ?? null,
  publishedAt: s.publishedAt ?? null,
  derivation: s.derivation ?? 'UNKNOWN',
  derivedFrom: (s.derivedFrom ?? []).map(toDerivation),
  licence: s.licence ?? null,
  attribution: s.attribution ?? null,
  archive: s.archive ? { name: s.archive.name, url: s.archive.url ?? null } : null,
  versions: (s.versions ?? []).map((v) => ({
    id: v.id,
    sourceId: s.id,
    capturedAt: v.capturedAt ?? null,
    sha256: v.sha256 ?? null,
    effectiveFrom: v.effectiveFrom ?? null,
    kind: v.kind,
    incomplete: v.incomplete ?? false,
    note: v.note ?? null,
  })),
})

const toDerivation = (d: NonNullable<Item<'sources'>['derivedFrom']>[number]): SourceDerivation =>
  typeof d === 'string' ? { sourceId: d } : { sourceId: d.source, ...withProvenance(d.provenance) }

const toClaim = (c: Item<'claims'>): Claim => ({
  id: c.id,
  subject: toThing(c.subject),
  predicate: c.predicate,
  data: c.data ?? [],
  uses: c.uses ?? [],
  object: c.object ? toObject(c.object) : null,
  condition: c.condition ?? null,
  validFrom: c.validFrom ?? null,
  validTo: c.validTo ?? null,
  ...(c.wording === undefined ? {} : { wording: c.wording }),
  ...(c.mentions === undefined ? {} : { mentions: c.mentions }),
  ...(c.validityProvenance ? { validityProvenance: toProvenance(c.validityProvenance) } : {}),
})

const toThing = (ref: Item<'claims'>['subject']): ThingRef =>
  typeof ref === 'string' ? { kind: 'Entity', id: ref } : toIntermediary(ref)

const toIntermediary = (ref: { entity: Slug } | { source: Slug }): Intermediary =>
  'entity' in ref ? { kind: 'Entity', id: ref.entity } : { kind: 'Source', id: ref.source }

function toObject(object: NonNullable<Item<'claims'>['object']>): ClaimObject {
  if ('text' in object && typeof object.text === 'object') return { kind: 'Text', text: object.text }
  const [[key, id] = ['', '']] = Object.entries(object)
  const kind = key === 'entity' ? 'Entity' : key === 'source' ? 'Source' : key === 'claim' ? 'Claim' : 'Use'
  return { kind, id }
}

const toQuote = (q: SeedQuote | undefined): Quote | null =>
  q
    ? {
        exact: q.exact,
        prefix: q.prefix ?? null,
        suffix: q.suffix ?? null,
        start: q.start ?? null,
        end: q.end ?? null,
        language: q.language,
        versionId: q.version ?? null,
        ...(q.foundIn === undefined ? {} : { foundIn: q.foundIn }),
        ...(q.absentFrom === undefined ? {} : { absentFrom: q.absentFrom }),
        translations: q.translations ?? [],
      }
    : null

const withProvenance = (from: SeedProvenance): { readonly provenance?: Provenance } =>
  from ? { provenance: toProvenance(from) } : {}
const toProvenance = (from: NonNullable<SeedProvenance>): Provenance =>
  'newsroom' in from ? toJudged(from) : { sourceId: from.source, quote: toQuote(from.quote) }
const toJudged = ({ newsroom, on, note }: NonNullable<Item<'relations'>['provenance']>): Judged => ({
  newsroom,
  on,
  note: note ?? null,
})

type SeedAssertion = Item<'claims'>['assertions'][number]
const toAssertion = (a: SeedAssertion, claimId: Slug): Assertion => ({
  id: toAssertionId(a.id),
  claimId,
  stance: a.stance,
  ...(a.verb === undefined ? {} : { verb: a.verb }),
  polarity: a.polarity,
  certainty: a.certainty,
  ...(a.tense === 'FUTURE' ? { tense: a.tense } : {}),
  evidentiality: a.evidentiality,
  claimantId: a.claimant ?? null,
  claimantAsPrinted: a.claimantAsPrinted ?? null,
  sourceId: a.source,
  via: (a.via ?? []).map(toIntermediary),
  quote: toQuote(a.quote),
  assertedAt: a.assertedAt ?? null,
  heldFrom: a.heldFrom ?? null,
  heldUntil: a.heldUntil ?? null,
  retracts: a.retracts == null ? null : toAssertionId(a.retracts),
  ...(a.lacks === undefined ? {} : { lacks: a.lacks }),
  ...(a.lacksFrom === undefined ? {} : { lacksFrom: a.lacksFrom }),
  withdrawn: a.withdrawn ?? null,
})

const toRelation = (r: Item<'relations'>): ClaimRelation => ({
  id: r.id,
  kind: r.kind,
  fromClaimId: r.from,
  toClaimId: r.to,
  ...(r.fromAssertion === undefined ? {} : { fromAssertionId: toAssertionId(r.fromAssertion) }),
  ...(r.toAssertion === undefined ? {} : { toAssertionId: toAssertionId(r.toAssertion) }),
  claimantId: r.claimant ?? null,
  claimantAsPrinted: r.claimantAsPrinted ?? null,
  sourceId: r.source ?? null,
  quote: toQuote(r.quote),
  drift: r.drift ?? null,
  ...(r.provenance ? { provenance: toJudged(r.provenance) } : {}),
})

const toAssessment = (a: Item<'assessments'>): Assessment => ({
  id: a.id,
  claimId: a.claim,
  verdict: a.verdict,
  assessedAt: a.assessedAt,
  author: a.author,
  note: a.note ?? {},
})

const toStory = (s: NonNullable<SeedFile['story']>): Story => ({
  id: s.id,
  title: s.title,
  summary: s.summary,
  leadSourceId: s.leadSource ?? null,
  claimIds: s.claims,
  pictureIds: s.picture ?? [],
})
