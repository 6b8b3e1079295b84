/** Longest text that is sent as one chunk, in UTF-16 units. */
const CHUNK_LENGTH = 16_384

/** Joins the small chunks of an export, since each chunk that is sent takes a packet. */
export async function* joinChunks(
  chunks: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  let text = ''
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') text += chunk
    if (text.length >= CHUNK_LENGTH || (typeof chunk !== 'string' && text !== '')) {
      yield text
      text = ''
    }
    if (typeof chunk !== 'string') yield chunk
  }
  if (text !== '') yield text
}
