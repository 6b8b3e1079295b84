/** Texts of one response, as a reader gets them together. */
export interface ServedTexts {
  /** Name of the format, tool, task or subscription. */
  readonly surface: string
  readonly texts: readonly (readonly string[])[]
}

/** Returns the texts of each object of a JSON value. Texts of a list belong to the object around it. */
export function textsOfObjects(value: unknown): readonly (readonly string[])[] {
  const texts: string[] = []
  const below: (readonly string[])[] = []
  const read = (one: unknown): void => {
    if (typeof one === 'string') texts.push(one)
    else if (Array.isArray(one)) for (const item of one) read(item)
    else if (typeof one === 'object' && one !== null) below.push(...textsOfObjects(Object.values(one)))
  }
  for (const one of Array.isArray(value) ? value : Object.values(Object(value))) read(one)
  return texts.length === 0 ? below : [texts, ...below]
}

/** Returns the lines of a text, each alone. */
export const textsOfLines = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => [line])
