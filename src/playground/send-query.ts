/**
 * Sends a query to the URL of the page. A document with one operation is sent without its name, since the editor learns
 * the name of a changed query with a delay.
 */
export async function sendQuery({ query, variables, operationName }: SentQuery): Promise<object> {
  const name = countOperations(query) > 1 && operationName ? { operationName } : {}
  const response = await fetch(location.pathname, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, ...(variables ? { variables } : {}), ...name }),
  })
  return response.json()
}

interface SentQuery {
  readonly query: string
  readonly variables?: unknown
  readonly operationName?: string | null | undefined
}

const countOperations = (query: string): number => query.match(/^\s*(?:query|mutation|subscription)\b/gm)?.length ?? 1
