/** Long enough after the region was emptied that a screen reader hears the same word as a new one. */
const ANNOUNCE_MS = 50

/** Without a script there is nothing that the buttons could do, so they come hidden. */
export function showCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('button[data-copy]')) button.hidden = false
}

/** A click on `<button data-copy="id of a textarea">`: copies, or selects where copying is not allowed. */
export async function copySnippet({ target }: MouseEvent): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null
  const snippet = button && document.getElementById(button.dataset.copy ?? '')
  if (!(snippet instanceof HTMLTextAreaElement)) return
  try {
    await navigator.clipboard.writeText(snippet.value)
    announce('copied')
  } catch {
    snippet.focus()
    snippet.select()
    announce('selected')
  }
}

/** In the region `<p aria-live data-copied="Copied" data-selected="…">`, in its own words. */
function announce(what: 'copied' | 'selected'): void {
  const region = document.querySelector<HTMLElement>('[aria-live][data-copied]')
  if (!region) return
  region.textContent = ''
  setTimeout(() => {
    region.textContent = region.dataset[what] ?? ''
  }, ANNOUNCE_MS)
}
