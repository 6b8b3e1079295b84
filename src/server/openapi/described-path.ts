import type { BodySchema } from './schemas/body-schemas.ts'

/** Groups of paths, in the order of the document. */
export const TAGS = {
  pages: 'Pages for readers.',
  embeds: 'Widgets for articles, and pictures of them.',
  exports: 'Content for other programs.',
  feeds: 'Changes and corrections for feed readers.',
  discovery: 'Files for crawlers, browsers and programs.',
  api: 'Queries, and protocols of other programs.',
  operation: 'Checks of the server.',
} as const

/** One path of the site as readers of the description see it. Its query parameters are those of its route. */
export interface DescribedPath {
  /** With parameters in braces. */
  readonly path: string
  /** Values of the parameters of the path: a closed list, or null for any slug. */
  readonly parts?: Readonly<Record<string, readonly string[] | null>>
  /** Value of each parameter of the path for which a route is found. */
  readonly example?: Readonly<Record<string, string>>
  readonly tag: keyof typeof TAGS
  readonly id: string
  readonly summary: string
  /** Media types of a response to GET with status 200; empty for a redirect, null for a path that takes no GET. */
  readonly types: readonly string[] | null
  /** Media types of the body of a POST, and of its response. Absent for a path that takes none. */
  readonly post?: { readonly takes: readonly string[]; readonly types: readonly string[] }
  /** Schema of every JSON body with status 200. A path with one needs it. */
  readonly body?: BodySchema
  /** Schemas of JSON bodies of other statuses, beside that of every refusal. */
  readonly failures?: readonly BodySchema[]
  /** Columns of a body that is one table. */
  readonly columns?: readonly string[] | undefined
  /** Query parameters of a path without a route, with their meaning. A route has its own. */
  readonly query?: Readonly<Record<string, string>>
  /** True for a path that is served without a route or an endpoint. */
  readonly isBuiltIn?: boolean
}
