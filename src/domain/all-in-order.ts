/**
 * Waits for all values.
 * @throws the error of the first that fails in the order of the list, whichever failed earlier: a response is the same each time
 */
export async function allInOrder<T extends readonly unknown[] | []>(
  values: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  for (const one of await Promise.allSettled(values)) if (one.status === 'rejected') throw one.reason
  return Promise.all(values)
}
