const LOWEST = 100
const HIGHEST = 10_000

/** The height that a message asks for this iframe; 0 for a message of anybody else, or with a height out of range. */
export function heightFor(iframe: HTMLIFrameElement, { source, origin, data }: MessageEvent): number {
  // In a sandbox the iframe's origin is 'null', and so is anybody's: the source decides.
  const isOurs = source === iframe.contentWindow && (origin === 'null' || origin === new URL(iframe.src).origin)
  const height = isOurs && data?.sanad === 'height' ? data.height : 0
  return typeof height === 'number' && height >= LOWEST && height <= HIGHEST ? height : 0
}
