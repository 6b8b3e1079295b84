/** Path of the page of each section. */
const PATHS = {
  stories: '/stories',
  entities: '/entities',
  data: '/data',
  sources: '/sources',
  compare: '/compare',
  embed: '/embed/new',
} as const
export type SiteSection = keyof typeof PATHS

/** Entries of the header's navigation, in their order. */
export const SITE_SECTIONS = Object.keys(PATHS) as readonly SiteSection[]

export const sectionPath = (section: SiteSection, language: string): string => `${PATHS[section]}?lang=${language}`
