const LOWEST = 100
const HIGHEST = 10_000

/** Returns the height in px that the iframe requests. 0 for a message from another source or a height out of range. */
export function heightFor(iframe: HTMLIFrameElement, { source, origin, data }: MessageEvent): number {
  // Every sandboxed iframe has the origin 'null', so the source decides.
  const isOurs = source === iframe.contentWindow && (origin === 'null' || origin === new URL(iframe.src).origin)
  const height = isOurs && data?.sanad === 'height' ? data.height : 0
  return typeof height === 'number' && height >= LOWEST && height <= HIGHEST ? height : 0
}
