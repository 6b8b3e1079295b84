/** A query of the playground with its variables: the initial content of a tab. */
export interface Example {
  /** Name of the example; empty for a query from the URL. */
  readonly name: string
  readonly title: string
  readonly query: string
  /** JSON text of an object; empty without variables. */
  readonly variables: string
}

/** Reads the examples from the sections of the page: heading, query, variables. */
export function readExamples(page: Document): readonly Example[] {
  return [...page.querySelectorAll('section[data-example]')].map((section) => ({
    name: section.id,
    title: section.querySelector('h2')?.textContent ?? '',
    query: section.querySelector('.query')?.textContent ?? '',
    variables: section.querySelector('.variables')?.textContent ?? '',
  }))
}
