import { EMBEDDABLE, type EmbedKind } from './embed-request.ts'
import { toOwnUrl } from './own-url.ts'

export interface EmbedTarget {
  readonly kind: EmbedKind
  readonly slug: string
}

export type ParsedEmbedTarget =
  | { readonly is: 'WHAT'; readonly target: EmbedTarget }
  /** Search text; empty without input. */
  | { readonly is: 'WORDS' }
  | { readonly is: 'FOREIGN' }
  | { readonly is: 'BROKEN' }

/**
 * Parses the first field of the builder: "claim/x-sells-user-data", "compare/x,roll20", a path or a URL of ours, or search words. URLs
 * of other hosts are refused.
 */
export function parseEmbedTarget(input: string, publicUrl: string): ParsedEmbedTarget {
  let text = input
  if (/^([a-z][a-z\d+.-]*:)?[/\\]{2}/i.test(input)) {
    if (!URL.canParse(input, publicUrl)) return { is: 'BROKEN' }
    const url = toOwnUrl(new URL(input, publicUrl).href, publicUrl)
    if (url === null) return { is: 'FOREIGN' }
    text = `${url.pathname}${url.search}`
  }
  const [path = ''] = text.replace(/^\/?(embed\/)?/, '').split(/[?#]/)
  const entities = /[?&]entities=([^&#]+)/.exec(text)?.[1]
  const [kindText = '', slugText = ''] =
    path.startsWith('compare') && entities ? ['compare', entities] : path.replace(/\.png$/, '').split('/')
  const kind = EMBEDDABLE.find((one): one is EmbedKind => one === kindText)
  if (!kind || slugText === '') return { is: 'WORDS' }
  try {
    return { is: 'WHAT', target: { kind, slug: decodeURIComponent(slugText) } }
  } catch {
    return { is: 'BROKEN' }
  }
}

/** Entities that a new comparison begins with. */
export const comparedIn = (target: EmbedTarget | null): readonly string[] =>
  target?.kind === 'compare' ? target.slug.split(',').filter(Boolean) : target?.kind === 'entity' ? [target.slug] : []
