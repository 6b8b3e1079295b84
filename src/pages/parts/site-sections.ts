export type SiteSection = 'stories' | 'entities' | 'data' | 'sources' | 'compare' | 'embed'

/** Entries of the header's navigation, in their order. A section without a list page of its own has no entry. */
export const SITE_SECTIONS: readonly { readonly section: SiteSection; readonly path: string }[] = [
  { section: 'stories', path: '/stories' },
  { section: 'entities', path: '/entities' },
  { section: 'data', path: '/data' },
  { section: 'sources', path: '/sources' },
  { section: 'compare', path: '/compare' },
  { section: 'embed', path: '/embed/new' },
]

/** Path of the list of a section; that of the home page for a section without one. */
export const sectionPath = (section: SiteSection, language: string): string =>
  `${SITE_SECTIONS.find((one) => one.section === section)?.path ?? '/'}?lang=${language}`
