import type { Objects } from '../builder.ts'
import type { Context } from '../context.ts'

/** Single things through the loaders, which batch them; all at the revision of what stands above. */
export async function entityAt(c: Context, id: string | null, at: number): Promise<Objects['Entity'] | null> {
  const value = id === null ? null : await c.loaders.entities.load({ id, at })
  return value ? { value, at } : null
}
export async function sourceAt(c: Context, id: string, at: number): Promise<Objects['Source'] | null> {
  const value = await c.loaders.sources.load({ id, at })
  return value ? { value, at } : null
}
export async function claimAt(c: Context, id: string, at: number): Promise<Objects['Claim'] | null> {
  const value = await c.loaders.claims.load({ id, at })
  return value ? { value, at } : null
}
export async function sourcesAt(c: Context, ids: readonly string[], at: number): Promise<Objects['Source'][]> {
  const found = await Promise.all(ids.map((id) => sourceAt(c, id, at)))
  return found.filter((source) => source !== null)
}
export async function conceptsAt(
  c: Context,
  kind: 'DataCategory' | 'Use',
  ids: readonly string[],
  at: number,
): Promise<Objects['Concept'][]> {
  if (ids.length === 0) return []
  const all = await c.loaders.concepts.load({ kind, at })
  return all.filter((concept) => ids.includes(concept.id)).map((value) => ({ value, at }))
}
