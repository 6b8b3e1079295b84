const LOWEST = 100
const HIGHEST = 10_000

/** The height that a message asks for this frame; 0 for a message of anybody else, or with a height out of range. */
export function heightFor(frame: HTMLIFrameElement, { source, origin, data }: MessageEvent): number {
  // In a sandbox the frame's origin is 'null', and so is anybody's: the source decides.
  const isFrame = source === frame.contentWindow && (origin === 'null' || origin === new URL(frame.src).origin)
  const height = isFrame && data?.sanad === 'height' ? data.height : 0
  return typeof height === 'number' && height >= LOWEST && height <= HIGHEST ? height : 0
}
