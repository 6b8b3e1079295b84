import { EMBEDDABLE, type EmbedKind } from './embed-request.ts'

export interface What {
  readonly kind: EmbedKind
  readonly slug: string
}

export type ReadWhat =
  | { readonly is: 'WHAT'; readonly what: What }
  /** To be searched for; empty where nothing was asked. */
  | { readonly is: 'WORDS' }
  | { readonly is: 'FOREIGN' }
  | { readonly is: 'BROKEN' }

/**
 * What somebody put into the builder's first field: "claim/x-sells-user-data", "compare/x,roll20", a path of ours, a whole
 * address of ours, or words. Addresses of other hosts are refused: what they show is not in this record.
 */
export function readWhat(asked: string, publicUrl: string): ReadWhat {
  let text = asked
  if (/^([a-z][a-z\d+.-]*:)?[/\\]{2}/i.test(asked)) {
    if (!URL.canParse(asked, publicUrl)) return { is: 'BROKEN' }
    const url = new URL(asked, publicUrl)
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
    return { is: 'WHAT', what: { kind, slug: decodeURIComponent(slugText) } }
  } catch {
    return { is: 'BROKEN' }
  }
}

/** Whom a comparison would begin with. */
export const comparedIn = (what: What | null): readonly string[] =>
  what?.kind === 'compare' ? what.slug.split(',').filter(Boolean) : what?.kind === 'entity' ? [what.slug] : []
