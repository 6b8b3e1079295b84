declare global {
  interface Window {
    /** Chromium 154 and later, with <meta name="responsive-embedded-sizing">. */
    requestResize?(): void
  }
}

/** Tells the page around the frame how high this one is, in the words of everything that is known to listen. */
export function postToHost(): void {
  if (parent === self) return
  // Read once: a jump to the list takes the hash away.
  const secret = /[#&?]secret=(\w+)/.exec(location.hash)?.[1]
  const childId = new URLSearchParams(location.search).get('childId')
  let told = 0

  const tell = (): void => {
    const height = pageHeight()
    if (height === told) return
    told = height
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

  new ResizeObserver(tell).observe(document.documentElement)
  // A detail card that floats makes the page no higher, but must be seen whole.
  new MutationObserver(tell).observe(document.body, { childList: true, subtree: true })
  document.addEventListener('toggle', tell, true)
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.message !== 'ready' || data.secret !== secret) return
    told = 0
    tell()
  })
  document.addEventListener('click', (event) => followLink(event, secret))
}

/** Not scrollHeight, which never gets smaller than the frame is. */
function pageHeight(): number {
  const bottoms = [document.documentElement, ...document.querySelectorAll('.sanad-detail')].map(
    (element) => element.getBoundingClientRect().bottom + scrollY,
  )
  return Math.ceil(Math.max(...bottoms))
}

/** In a sandbox, links cannot leave the frame by themselves. */
function followLink(event: MouseEvent, secret: string | undefined): void {
  const { target, defaultPrevented, button, altKey, ctrlKey, metaKey, shiftKey } = event
  if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return
  const link = target instanceof Element ? target.closest('a') : null
  const href = link?.getAttribute('href') ?? '#'
  if (!link || href.startsWith('#')) return
  if (secret) {
    event.preventDefault()
    parent.postMessage({ message: 'link', value: addressForHost(href), secret }, '*')
  } else if (origin === 'null') link.setAttribute('target', '_blank')
}

/** WordPress goes only to where the frame is from; for a source elsewhere the reader gets to the page that links to it. */
function addressForHost(href: string): string {
  const url = new URL(href, location.href)
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  return url.host === location.host || !page ? url.href : page.href
}
