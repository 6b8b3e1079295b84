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
