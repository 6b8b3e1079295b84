export type SiteSection = 'stories' | 'entities' | 'data' | 'sources' | 'compare' | 'embed'

/** Entries of the header's navigation, in their order. A section without a list page of its own has no entry. */
export const SITE_SECTIONS: readonly { readonly section: SiteSection; readonly path: string }[] = [
  { section: 'stories', path: '/' },
  { section: 'embed', path: '/embed/new' },
]
