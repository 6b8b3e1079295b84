import type { GraphStore } from '../domain/graph-store.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { Messages } from '../messages/en.ts'
import type { Spacing } from '../widgets/drawing/picture-measures.ts'
import type { Markup } from '../widgets/html/markup.ts'
import type { Links } from '../widgets/view/links.ts'
import type { View } from '../widgets/view/view.ts'

/** Input of every page. */
export interface PageContext {
  /** As the viewer sees it. */
  readonly store: GraphStore
  /** The public, but on routes that depend on the viewer. */
  readonly viewer: Viewer
  readonly messages: Messages
  /** ISO instant, or null for now. */
  readonly asOf: string | null
  /** In the language of the messages, at the same instant. */
  readonly links: Links
  readonly now: Date
  /** Base of absolute URLs, without a trailing slash. */
  readonly publicUrl: string
  readonly assets: Assets
  /** Draws a view; null where the view has no drawing or no content. */
  readonly draw: (view: View, idPrefix: string, spacing?: Spacing) => Promise<Markup | null>
}

/** URLs of our own files, with hashes of their content. */
export interface Assets {
  /** Style sheet of widgets, for embeds and pages. */
  readonly style: string
  /** Style sheet of an embed with a picture of claims. */
  readonly picture: string
  /** Style sheet of timelines, matrices and networks, for embeds. */
  readonly charts: string
  /** Style sheet of pages, with that of charts. */
  readonly site: string
  readonly icon: string
  /** Fonts that the first lines of a page need. */
  readonly fonts: readonly string[]
  readonly widget: string
  readonly builder: string
  /** Script of the copy buttons. */
  readonly page: string
  readonly embed: string
}

export interface Page {
  readonly status: 200 | 404 | 410
  readonly html: string
}
