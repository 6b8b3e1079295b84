import { EMBEDDABLE, type EmbedKind } from './embed-request.ts'

export interface EmbedTarget {
  readonly kind: EmbedKind
  readonly slug: string
}

export type ParsedEmbedTarget =
  | { readonly is: 'WHAT'; readonly target: EmbedTarget }
  /** To be searched for; empty where nothing was asked. */
  | { readonly is: 'WORDS' }
  | { readonly is: 'FOREIGN' }
  | { readonly is: 'BROKEN' }

/**
 * What somebody put into the builder's first field: "claim/x-sells-user-data", "compare/x,roll20", a path of ours, a whole
 * address of ours, or words. Addresses of other hosts are refused: what they show is not in this record.
 */
export function parseEmbedTarget(input: string, publicUrl: string): ParsedEmbedTarget {
  let text = input
  if (/^([a-z][a-z\d+.-]*:)?[/\\]{2}/i.test(input)) {
    if (!URL.canParse(input, publicUrl)) return { is: 'BROKEN' }
    const url = new URL(input, publicUrl)
    if (url.origin !== new URL(publicUrl).origin) return { is: 'FOREIGN' }
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

/** Whom a comparison would begin with. */
export const comparedIn = (target: EmbedTarget | null): readonly string[] =>
  target?.kind === 'compare' ? target.slug.split(',').filter(Boolean) : target?.kind === 'entity' ? [target.slug] : []
