import type { GraphStore } from '../domain/graph-store.ts'
import type { Messages } from '../messages/en.ts'
import type { Markup } from '../widgets/html/markup.ts'
import type { View } from '../widgets/view/view.ts'

/** What every page is made with. */
export interface PageContext {
  readonly store: GraphStore
  readonly messages: Messages
  /** ISO instant, or null for now. */
  readonly asOf: string | null
  readonly now: Date
  /** Base of absolute addresses, without a slash at its end. */
  readonly publicUrl: string
  readonly assets: Assets
  /** The drawing of a view; null where it has none or nothing to draw. */
  readonly draw: (view: View, idPrefix: string) => Promise<Markup | null>
}

/** Addresses of our own files, each with a hash of its content. */
export interface Assets {
  readonly style: string
  readonly icon: string
  readonly widget: string
  readonly builder: string
  readonly embed: string
}

export interface Page {
  readonly status: 200 | 404 | 410
  readonly html: string
}
