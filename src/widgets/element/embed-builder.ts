import { copySnippet, showCopyButtons } from './copy-snippet.ts'
import { heightFor } from './iframe-height.ts'
import { refreshBuilder } from './refresh-builder.ts'

/** Delay after the last input: long enough to finish a word, short enough to seem immediate. */
const DEBOUNCE_MS = 300

const form = document.querySelector<HTMLFormElement>('form#builder')
if (form) enhanceBuilder(form)

/** Updates the page after each input as a submit would. The server renders it; this script replaces the parts. */
function enhanceBuilder(form: HTMLFormElement): void {
  let timer = 0
  let pending = new AbortController()
  /** True after a failure: the form's own button then submits it without this script. */
  let isPlain = false

  const show = async (): Promise<void> => {
    clearTimeout(timer)
    pending.abort()
    pending = new AbortController()
    const { signal } = pending
    try {
      const url = urlOf(form)
      const response = await fetch(url, { signal })
      if (!response.ok) throw new Error(response.statusText)
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
      if (signal.aborted) return
      // Another language changes every text, the form included.
      if (fresh.documentElement.lang !== document.documentElement.lang) return location.assign(url)
      if (!refreshBuilder(form, fresh)) throw new Error('The response has no form with a result.')
      history.replaceState(null, '', url)
    } catch {
      isPlain ||= !signal.aborted
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    if (!isPlain && form.checkValidity()) timer = setTimeout(show, DEBOUNCE_MS)
  })
  form.addEventListener('submit', (event) => {
    if (isPlain) return
    event.preventDefault()
    const toPreview = event.submitter?.closest('.site-options')
    void show().then(() => {
      if (isPlain) form.submit()
      else if (toPreview) document.querySelector('#preview')?.scrollIntoView()
    })
  })
  addEventListener('message', (event) => {
    const preview = document.querySelector<HTMLIFrameElement>('iframe#preview')
    const height = preview && heightFor(preview, event)
    if (preview && height) preview.height = String(height)
  })
  document.addEventListener('click', copySnippet)
  showCopyButtons()
}

function urlOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const url = new URL(form.action)
  url.search = String(new URLSearchParams(fields))
  url.hash = ''
  return url.href
}
