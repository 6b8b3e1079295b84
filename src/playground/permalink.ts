import type { Example } from './example.ts'

const FROM_URL = 'Query of the address'

/**
 * Returns the URL of a query: the fragment names an unchanged example, or has the query and its variables. A fragment
 * is never sent to the server, so its length has no limit there.
 */
export function toPermalink(page: string, query: string, variables: string, examples: readonly Example[]): string {
  const [base = ''] = page.split('#')
  const example = examples.find((one) => one.query === query && one.name !== '')
  if (example && example.variables === variables) return `${base}#${example.name}`
  const fields = new URLSearchParams(example ? { example: example.name } : { query })
  if (variables.trim() !== '') fields.set('variables', variables)
  return `${base}#${fields}`
}

/**
 * Returns the tabs of the page, and the index of the tab that a URL selects. A query in the URL becomes the first tab.
 * An unknown name selects the first example.
 */
export function readPermalink(
  url: URL,
  examples: readonly Example[],
): { readonly tabs: readonly Example[]; readonly first: number } {
  const fragment = url.hash.slice(1)
  const fields = new URLSearchParams(fragment.includes('=') ? fragment : url.search)
  const name = fields.get('example') ?? fields.get('documentId') ?? fragment
  const place = examples.findIndex((one) => one.name === name)
  const variables = fields.get('variables')
  const query = fields.get('query') ?? (variables === null ? null : (examples[place]?.query ?? null))
  if (query === null) return { tabs: examples, first: Math.max(place, 0) }
  const own = { name: '', title: FROM_URL, query, variables: variables ?? '' }
  return { tabs: [own, ...examples], first: 0 }
}
