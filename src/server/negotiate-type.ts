const JSON_TYPE = 'application/json'
const RESULT_TYPE = 'application/graphql-response+json'

/**
 * Returns the media type of Yoga's response for an Accept header, by its own rules: the first type of the header that
 * it has, without regard to weights. Null if it has none of them. A request with this type as its header gets the same
 * response, so the response does not depend on the spelling of the header.
 */
export function negotiateType(accept: string | undefined): string | null {
  const accepted = (accept || '*/*')
    .replace(/\s/g, '')
    .toLowerCase()
    .split(',')
    .flatMap((range) => {
      const [type = '', ...parameters] = range.split(';')
      const charset = parameters.find((one) => one.includes('charset=')) ?? 'charset=utf-8'
      return charset === 'charset=utf-8' ? [type] : []
    })
  const json = accepted.find((range) => matches(range, JSON_TYPE) || matches(range, RESULT_TYPE))
  if (json === undefined) return null
  return matches(json, JSON_TYPE) ? JSON_TYPE : RESULT_TYPE
}

function matches(range: string, type: string): boolean {
  const [main, sub] = range.split('/')
  const [ownMain, ownSub] = type.split('/')
  return (main === '*' || main === ownMain) && (sub === '*' || sub === ownSub)
}
