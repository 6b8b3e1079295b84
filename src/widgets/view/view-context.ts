import type { ClaimDetails } from '../../domain/claim-details.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { capitalised } from '../../text/languages.ts'
import type { Links } from './links.ts'
import type { ClaimCard, ViewHeader, ViewNode } from './view.ts'

/** Header of the view, and names for its words. */
export interface ViewContext {
  readonly header: ViewHeader
  readonly names: Names
  readonly links: Links
}

/** A claim with its card. */
export interface Pictured {
  readonly details: ClaimDetails
  readonly card: ClaimCard
}

/** Returns a node for each concept, each once. A concept that `names` lacks has its slug as text. */
export function conceptNodes(
  ids: readonly string[],
  kind: 'DataCategory' | 'Use',
  { header: { messages }, names, links }: ViewContext,
): readonly ViewNode[] {
  return [...new Set(ids)].map((id) => {
    const concept = names.concept(kind, id)
    return {
      id: `${kind}:${id}`,
      label: concept ? capitalised(nameOf(concept, messages.tag), messages.tag) : id,
      href: links.page({ kind: kind === 'Use' ? 'use' : 'data', slug: id }),
    }
  })
}

/** Returns the node of an entity. An entity that `names` lacks has its slug as label. */
export function entityNode(id: string, { header: { messages }, names, links }: ViewContext): ViewNode {
  const entity = names.entity(id)
  return {
    id: `Entity:${id}`,
    label: entity ? nameOf(entity, messages.tag) : id,
    href: links.page({ kind: 'entity', slug: id }),
  }
}
