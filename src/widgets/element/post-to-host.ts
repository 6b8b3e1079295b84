declare global {
  interface Window {
    /** Supported by Chromium 154 and later, with <meta name="responsive-embedded-sizing">. */
    requestResize?(): void
  }
}

/**
 * Posts the height of this page to the host of the iframe, in the message formats of WordPress, AMP, Pym and others.
 */
export function postToHost(): void {
  if (parent === self) return
  // A jump to the list replaces the hash, so it is read at the start.
  const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1]
  const childId = new URLSearchParams(location.search).get('childId')
  let postedHeight = 0

  const postHeight = (): void => {
    const height = pageHeight()
    if (height === postedHeight) return
    postedHeight = height
    const messages = [
      { sanad: 'height', height, id: location.pathname },
      secret && { message: 'height', value: height, secret },
      { sentinel: 'amp', type: 'embed-size', height },
      childId && `pymxPYMx${childId}xPYMxheightxPYMx${height}`,
      JSON.stringify({ src: location.href, context: 'iframe.resize', height }),
    ]
    for (const message of messages) if (message) parent.postMessage(message, '*')
    window.requestResize?.()
  }

  new ResizeObserver(postHeight).observe(document.documentElement)
  // A floating detail card does not change the height of the page, but must be visible completely.
  new MutationObserver(postHeight).observe(document.body, { childList: true, subtree: true })
  document.addEventListener('toggle', postHeight, true)
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.message !== 'ready' || data.secret !== secret) return
    postedHeight = 0
    postHeight()
  })
  document.addEventListener('click', (event) => followLink(event, secret))
}

/** Measures elements, since scrollHeight is never less than the height of the iframe. */
function pageHeight(): number {
  const bottoms = [document.documentElement, ...document.querySelectorAll('.sanad-detail')].map(
    (element) => element.getBoundingClientRect().bottom + scrollY,
  )
  return Math.ceil(Math.max(...bottoms))
}

/** Posts a link to WordPress, whose sandbox lets no iframe open a tab. Elsewhere the embed opens it in a new tab. */
function followLink(event: MouseEvent, secret: string | undefined): void {
  const { target, defaultPrevented, button, altKey, ctrlKey, metaKey, shiftKey } = event
  if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return
  const link = target instanceof Element ? target.closest('a') : null
  const href = link?.getAttribute('href') ?? '#'
  // Links to the list and to a filter stay in the iframe.
  if (!link || !secret || href.startsWith('#') || link.getAttribute('target') === '_self') return
  event.preventDefault()
  parent.postMessage({ message: 'link', value: urlForHost(href), secret }, '*')
}

/**
 * Returns a link for WordPress, which follows links to the host of the iframe only. A link to another host becomes the
 * canonical page, which has the link too.
 */
function urlForHost(href: string): string {
  const url = new URL(href, location.href)
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  return url.host === location.host || !page ? url.href : page.href
}
