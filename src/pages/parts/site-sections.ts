/** Entries of the header's navigation, in their order. */
export const SITE_SECTIONS = ['stories', 'entities', 'data', 'sources', 'compare', 'embed'] as const
export type SiteSection = (typeof SITE_SECTIONS)[number]

const PATHS: Readonly<Record<SiteSection, string>> = {
  stories: '/stories',
  entities: '/entities',
  data: '/data',
  sources: '/sources',
  compare: '/compare',
  embed: '/embed/new',
}

/** Path of the page of a section. */
export const sectionPath = (section: SiteSection, language: string): string => `${PATHS[section]}?lang=${language}`
