/** Addresses of our own pages; they live in articles for ever. The language is always in the address. */
export interface PagePath {
  readonly kind: 'entity' | 'claim' | 'source' | 'story' | 'data' | 'use'
  readonly slug: string
}

export const pagePath = ({ kind, slug }: PagePath, language: string): string =>
  `/${kind}/${encodeURIComponent(slug)}?lang=${language}`

export const comparePath = (entities: readonly string[], language: string): string =>
  `/compare?entities=${entities.map(encodeURIComponent).join(',')}&lang=${language}`
