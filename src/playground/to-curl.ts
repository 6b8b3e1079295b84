/** Returns a command for a POSIX shell that sends the query. */
export function toCurl(endpoint: string, query: string, variables: string): string {
  const body = JSON.stringify({ query, ...(variables.trim() === '' ? {} : { variables: JSON.parse(variables) }) })
  return `curl -s ${quote(endpoint)} -H 'content-type: application/json' --data-binary ${quote(body)}`
}

const quote = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`
