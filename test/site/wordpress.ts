/** WordPress's filter for oEmbed responses of unknown providers, after wp_filter_oembed_result. */
const CACHEABLE: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: [],
  iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
}

export function filterLikeWordPress(html: string): string | null {
  const bare = html.replace(/<(\/?)([a-z]+)([^>]*)>/gi, (_, close: string, name: string, rest: string) => {
    const kept = CACHEABLE[name.toLowerCase()]
    if (!kept) return ''
    if (close) return `</${name}>`
    const attributes = [...rest.matchAll(/([a-z-]+)="([^"]*)"/gi)].filter(([, key]) => kept.includes(String(key)))
    return `<${name}${attributes.map(([, key, value]) => ` ${key}="${value}"`).join('')}>`
  })
  const content = /(<blockquote>[\s\S]*?<\/blockquote>)?[\s\S]*?(<iframe[^>]*><\/iframe>)/.exec(bare)
  if (!content?.[2]) return null
  const src = / src="([^"]+)"/.exec(content[2])?.[1]
  if (!src) return null
  const frame = content[2].replace('<iframe', '<iframe sandbox="allow-scripts" security="restricted"')
  return `${content[1] ?? ''}${frame}`
}
