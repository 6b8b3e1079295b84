/** Delay after the region was emptied, so that a screen reader announces the same word again. */
const ANNOUNCE_MS = 50
/** Time in milliseconds for which a button says that it has copied. */
const DONE_MS = 2000

/** Shows the copy buttons. The server sends them hidden, since they need this script. */
export function showCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('button[data-copy]')) button.hidden = false
}

/**
 * Handles a click on `<button data-copy="id of an element">`: copies its text, or selects it if copying is not allowed.
 */
export async function copySnippet({ target }: MouseEvent): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null
  const snippet = button && document.getElementById(button.dataset.copy ?? '')
  if (!button || !snippet) return
  const field = snippet instanceof HTMLTextAreaElement ? snippet : null
  try {
    await navigator.clipboard.writeText(field?.value ?? snippet.textContent ?? '')
    announce('copied')
    showDone(button)
  } catch {
    field?.focus()
    if (field) field.select()
    else getSelection()?.selectAllChildren(snippet)
    announce('selected')
  }
}

/** Shows the word of `data-done` in the button for a while. A button that shows it already keeps showing it. */
function showDone(button: HTMLElement): void {
  const { done = '' } = button.dataset
  const label = button.textContent ?? ''
  if (done === '' || label === done) return
  button.textContent = done
  setTimeout(() => {
    button.textContent = label
  }, DONE_MS)
}

/** Announces the outcome in the region `<p aria-live data-copied="Copied" data-selected="…">`, in its words. */
function announce(outcome: 'copied' | 'selected'): void {
  const region = document.querySelector<HTMLElement>('[aria-live][data-copied]')
  if (!region) return
  region.textContent = ''
  setTimeout(() => {
    region.textContent = region.dataset[outcome] ?? ''
  }, ANNOUNCE_MS)
}
