/** Paths of keys in a JSON Schema without a description. */
export function undescribedKeys(schema: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, value]) => {
    if (name !== 'properties' || typeof value !== 'object' || value === null) return undescribedKeys(value, path)
    return Object.entries(value).flatMap(([key, inner]) => {
      const own = [...path, key]
      const isTold = typeof inner === 'object' && inner !== null && 'description' in inner
      return [...(isTold ? [] : [own.join('.')]), ...undescribedKeys(inner, own)]
    })
  })
}

const RIDDLE =
  /^(?:what|who|whom|whose|when|where|why|how|from when|under which|as|since when|until when|of|for whom|through whom)(?![\w-])/i

/** Descriptions of keys in a JSON Schema that begin with a pronoun or an adverb of questions, in place of a noun. */
export function riddlesOfKeys(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, value]) =>
    name === 'description' && typeof value === 'string'
      ? [value].filter((text) => RIDDLE.test(text))
      : riddlesOfKeys(value),
  )
}
