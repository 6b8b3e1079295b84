/** Words as they stand within double quotation marks: with single ones inside, and without a full stop before the end. */
export const withInnerQuotes = (text: string): string =>
  text
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/(?<!\.)\.$/u, '')
