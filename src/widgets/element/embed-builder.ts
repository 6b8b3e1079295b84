import { copySnippet, showCopyButtons } from './copy-snippet.ts'
import { heightFor } from './iframe-height.ts'
import { refreshAround } from './refresh-around.ts'

/** Long enough to finish a word, short enough to seem at once. */
const DEBOUNCE_MS = 300

const form = document.querySelector<HTMLFormElement>('form#builder')
if (form) enhanceBuilder(form)

/** Shows what the form would show after a reload, without the reload. The server stays the only one that knows how. */
function enhanceBuilder(form: HTMLFormElement): void {
  let timer = 0
  let asked = new AbortController()
  /** Whatever fails, the form's own button is still there and does the same. */
  let isPlain = false

  const show = async (): Promise<void> => {
    clearTimeout(timer)
    asked.abort()
    asked = new AbortController()
    const { signal } = asked
    try {
      const address = addressOf(form)
      const answer = await fetch(address, { signal })
      if (!answer.ok) throw new Error(answer.statusText)
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (signal.aborted) return
      // In another language everything reads otherwise, the form too.
      if (fresh.documentElement.lang !== document.documentElement.lang) return location.assign(address)
      if (!refreshAround(form, fresh)) throw new Error('No form in the answer.')
      history.replaceState(null, '', address)
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
    void show().then(() => isPlain && form.submit())
  })
  addEventListener('message', (event) => {
    const preview = document.querySelector<HTMLIFrameElement>('iframe#preview')
    const height = preview && heightFor(preview, event)
    if (preview && height) preview.height = String(height)
  })
  document.addEventListener('click', copySnippet)
  showCopyButtons()
}

function addressOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const url = new URL(form.action)
  url.search = String(new URLSearchParams(fields))
  return url.href
}
