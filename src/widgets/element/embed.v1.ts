import { heightFor } from './iframe-height.ts'

/**
 * On a newsroom's page: puts the widget where `<figure data-sanad="https://…/embed/…">` shows a linked picture of it. It
 * stores nothing, leaves no globals, and may be there once for each figure.
 */
function swapFigures(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-sanad]')) {
    const { sanad = '', title } = figure.dataset
    if (!/^https?:/i.test(sanad) || figure.querySelector('iframe')) continue
    const image = figure.querySelector('img')
    const fallback = image?.closest('a') ?? image
    const frame = document.createElement('iframe')
    frame.title = title ?? image?.alt ?? ''
    frame.loading = 'lazy'
    frame.referrerPolicy = 'no-referrer'
    frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox')
    // The picture shows the same, so it is about as high: less jumps.
    const height = Math.max(image?.offsetHeight ?? 0, 320)
    frame.style.cssText = `width:100%;border:0;frame-sizing:content-height;min-height:${height}px`
    frame.src = sanad
    if (fallback) fallback.replaceWith(frame)
    else figure.prepend(frame)
    addEventListener('message', (event) => {
      const asked = heightFor(frame, event)
      if (asked) frame.style.minHeight = frame.style.height = `${asked}px`
    })
  }
}

swapFigures()
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', swapFigures)
