/** Prepares text for double quotation marks: inner ones become single, and a final full stop goes. */
export const withInnerQuotes = (text: string): string =>
  text
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/(?<!\.)\.$/u, '')
