import type { PathKind } from '../../domain/thing-kind.ts'

/** Page of this site by kind and slug. */
export interface PagePath {
  readonly kind: PathKind
  readonly slug: string
}

/** Creates paths of pages in one language, all at one instant or all at the current revision. */
export interface Links {
  page(path: PagePath): string
  compare(entities: readonly string[]): string
  /** Adds the instant to a path of this site, before its fragment. */
  own(path: string): string
  /** Links to the current revision, such as in a notice of a change. */
  readonly now: Links
}

/**
 * @param language always part of a path
 * @param asOf ISO instant of the paths; null for the current revision
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
