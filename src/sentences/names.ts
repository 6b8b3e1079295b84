import type { Claim } from '../domain/claim.ts'
import type { Concept, ConceptKind } from '../domain/concept.ts'
import type { Descent } from '../domain/descent.ts'
import type { Entity } from '../domain/entity.ts'
import type { Name } from '../domain/name.ts'
import type { Source } from '../domain/source.ts'
import { formatList, pickFirst, type TextInLanguage } from '../text/languages.ts'

/** Lookup by slug for sentences, at one revision. Each function returns null if that revision lacks the slug. */
export interface Names {
  readonly entity: (id: string) => Entity | null
  readonly source: (id: string) => Source | null
  /** Takes the kind, since a data category and a use may share a slug. */
  readonly concept: (kind: ConceptKind, id: string) => Concept | null
  readonly claim: (id: string) => Claim | null
  /** Descents of the assertions of a claim. */
  readonly descents: (claimId: string) => readonly Descent[]
}

interface Named {
  readonly entities?: readonly Entity[]
  readonly sources?: readonly Source[]
  readonly concepts?: readonly Concept[]
  readonly claims?: readonly Claim[]
  readonly descents?: readonly Descent[]
}

/** Creates the lookup from lists that were read already. It finds nothing of a list that is left out. */
export function namesFrom({ entities = [], sources = [], concepts = [], claims = [], descents = [] }: Named): Names {
  return {
    entity: lookUp(entities),
    source: lookUp(sources),
    concept: lookUpByKind(concepts),
    claim: lookUp(claims),
    descents: (claimId) => descents.filter(({ details }) => details.claim.id === claimId),
  }
}

function lookUpByKind(concepts: readonly Concept[]): Names['concept'] {
  const known = new Map(concepts.map((concept) => [`${concept.kind}:${concept.id}`, concept]))
  return (kind, id) => known.get(`${kind}:${id}`) ?? null
}

function lookUp<T extends { readonly id: string }>(things: readonly T[]): (id: string) => T | null {
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  return (id) => byId.get(id) ?? null
}

/** Returns the preferred name in the wanted language (BCP 47), by the fallback of `pickText`. Null without names. */
export function pickName(names: readonly Name[], wanted: string): TextInLanguage | null {
  const preferred = names.filter((n) => n.kind === 'PREFERRED')
  return pickFirst(preferred.length > 0 ? preferred : names, wanted)
}

/** Returns the name of an entity or a concept, or its slug if it has no name. */
export const nameOf = (thing: { readonly id: string; readonly names: readonly Name[] }, language: string): string =>
  pickName(thing.names, language)?.value ?? thing.id

/** Returns the names of concepts, joined as a list of the language: "A, B and C". */
export const conceptNames = (kind: ConceptKind, ids: readonly string[], names: Names, language: string): string =>
  formatList(
    ids.map((id) => {
      const concept = names.concept(kind, id)
      return concept ? nameOf(concept, language) : id
    }),
    language,
  )
