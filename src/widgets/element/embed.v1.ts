import { heightFor } from './iframe-height.ts'

/**
 * Replaces the linked picture in each `<figure data-sanad="https://…/embed/…">` of a publisher's page by the widget in
 * an iframe. The script stores nothing, leaves no globals, and may be included once for each figure.
 */
function swapFigures(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-sanad]')) {
    const { sanad = '', title } = figure.dataset
    if (!/^https?:/i.test(sanad) || figure.querySelector('iframe')) continue
    const image = figure.querySelector('img')
    const fallback = image?.closest('a') ?? image
    const iframe = document.createElement('iframe')
    iframe.title = title ?? image?.alt ?? ''
    iframe.loading = 'lazy'
    iframe.referrerPolicy = 'no-referrer'
    iframe.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox')
    // The widget is about as high as the picture, which reduces the shift of the page.
    const height = Math.max(image?.offsetHeight ?? 0, 320)
    iframe.style.cssText = `width:100%;border:0;frame-sizing:content-height;min-height:${height}px`
    iframe.src = sanad
    figure.style.margin = '0'
    if (fallback) fallback.replaceWith(iframe)
    else figure.prepend(iframe)
    addEventListener('message', (event) => {
      const requestedHeight = heightFor(iframe, event)
      if (requestedHeight) iframe.style.minHeight = iframe.style.height = `${requestedHeight}px`
    })
  }
}

swapFigures()
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', swapFigures)
