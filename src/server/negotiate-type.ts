const JSON_TYPE = 'application/json'
const RESULT_TYPE = 'application/graphql-response+json'

/**
 * The media type in which Yoga answers whoever accepts these, by its own rules: the first of the header that it has, without
 * regard to weights. Null where it has none. With this type in the place of the header it answers the same, so that an
 * answer depends on no spelling.
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
