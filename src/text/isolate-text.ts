const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069']

/**
 * Returns a text with direction controls as a unit that cannot reorder the words around it: between FIRST STRONG ISOLATE and
 * POP DIRECTIONAL ISOLATE, with what it opened closed, and without what it never opened (Unicode UAX #9). Any other text
 * stays as it is.
 */
export function isolateText(text: string): string {
  if (!DIRECTION.test(text)) return text
  let depth = 0
  const own = text.replace(/[\u2066-\u2069]/g, (control) => {
    if (control !== POP_ISOLATE) depth += 1
    else if (depth === 0) return ''
    else depth -= 1
    return control
  })
  const closed = own + POP_ISOLATE.repeat(depth)
  return isIsolated(closed) ? closed : FIRST_STRONG_ISOLATE + closed + POP_ISOLATE
}

/** Returns whether the first isolate of a balanced text ends with the text. */
function isIsolated(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i)
    if (unit === POP_ISOLATE) depth -= 1
    else if (/[\u2066-\u2068]/.test(unit)) depth += 1
    if (depth === 0) return i > 0 && i === text.length - 1
  }
  return false
}
