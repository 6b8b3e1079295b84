/** Values of an enum with their descriptions. A value without a description is a compile error. */
export const values = <T extends string>(
  list: readonly T[],
  sentences: Readonly<Record<T, string>>,
): Record<T, { description: string }> =>
  Object.fromEntries(list.map((value) => [value, { description: sentences[value] }])) as Record<
    T,
    { description: string }
  >
