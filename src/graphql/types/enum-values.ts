/** The values of an enum from its closed list, each with its sentence; the compiler misses none. */
export const values = <T extends string>(
  list: readonly T[],
  sentences: Readonly<Record<T, string>>,
): Record<T, { description: string }> =>
  Object.fromEntries(list.map((value) => [value, { description: sentences[value] }])) as Record<
    T,
    { description: string }
  >
