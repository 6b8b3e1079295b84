import type { Markup } from '../widgets/markup.ts'
import type { View } from '../widgets/view.ts'

/** The drawing of a view, where it has one. */
export async function draw(_view: View, _idPrefix: string): Promise<Markup | null> {
  return null
}
