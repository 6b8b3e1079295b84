/** A page of ours by kind and slug. URLs of pages are in articles for ever. */
export interface PagePath {
  readonly kind: 'entity' | 'claim' | 'source' | 'story' | 'data' | 'use'
  readonly slug: string
}

/** Makes the paths of our pages in one language, all at one instant or all at the current state. */
export interface Links {
  page(path: PagePath): string
  compare(entities: readonly string[]): string
  /** Any other path of ours, given as it leads to the current state; a fragment stays at its end. */
  own(path: string): string
  /** The same links, but to the current state: for words that say so, such as a notice of a change. */
  readonly now: Links
}

/**
 * @param language always part of a path
 * @param asOf ISO instant of the state that the paths lead to; null for the current state
 */
export function linksIn(language: string, asOf: string | null): Links {
  const own = (path: string): string => {
    if (asOf === null) return path
    const [page = '', ...fragment] = path.split('#')
    const pinned = `${page}${page.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`
    return [pinned, ...fragment].join('#')
  }
  return {
    page: ({ kind, slug }) => own(`/${kind}/${encodeURIComponent(slug)}?lang=${language}`),
    compare: (entities) => own(`/compare?entities=${entities.map(encodeURIComponent).join(',')}&lang=${language}`),
    own,
    get now() {
      return linksIn(language, null)
    },
  }
}
