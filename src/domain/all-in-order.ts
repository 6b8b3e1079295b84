/**
 * Waits for all values.
 * @throws the first error in the order of the list, not in time, so that equal requests get equal errors
 */
export async function allInOrder<T extends readonly unknown[] | []>(
  values: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  for (const one of await Promise.allSettled(values)) if (one.status === 'rejected') throw one.reason
  return Promise.all(values)
}
