import { showCopyButtons } from './copy-snippet.ts'

/**
 * Replaces the result in the form (notices, snippets, preview) by that of the fresh document, and groups whose choices have
 * changed. The fields keep their input. The preview stays if its URL is the same. Returns false if the fresh document has
 * no such form.
 */
export function refreshBuilder(form: HTMLFormElement, fresh: Document): boolean {
  const freshForm = fresh.querySelector<HTMLFormElement>('form#builder')
  const place = form.querySelector('#result')
  const freshPlace = freshForm?.querySelector('#result')
  if (!freshForm || !place || !freshPlace) return false
  refreshGroups(form, freshForm)

  const preview = place.querySelector<HTMLIFrameElement>('iframe#preview')
  const freshPreview = freshPlace.querySelector<HTMLIFrameElement>('iframe#preview')
  const staying =
    preview && freshPreview && preview.getAttribute('src') === freshPreview.getAttribute('src') ? preview : null
  if (staying && freshPreview) {
    staying.className = freshPreview.className
    staying.width = freshPreview.width
  }

  const focused = nameOf(document.activeElement)
  for (const old of [...place.children]) if (old !== staying) old.remove()
  // An iframe that moves within its document loads again, so the others are placed before and after it.
  let before: Node | null = staying
  for (const next of [...freshPlace.children]) {
    if (staying && next === freshPreview) before = staying.nextSibling
    else place.insertBefore(next, before)
  }
  // Buttons are shown before the focus is set, since a hidden one cannot take it.
  showCopyButtons()
  if (focused) place.querySelector<HTMLElement>(focused)?.focus()
  return true
}

/** Replaces results of the search, and groups of the form whose choices have changed. */
function refreshGroups(form: HTMLFormElement, freshForm: HTMLFormElement): void {
  for (const id of ['found-count', 'found', 'added-count', 'added', 'comparison', 'limit-part']) {
    const here = form.querySelector<HTMLElement>(`#${id}`)
    const next = freshForm.querySelector<HTMLElement>(`#${id}`)
    if (!here || !next) continue
    here.hidden = next.hidden
    // A part with a text field keeps its input.
    if (!here.querySelector('input') && !here.isEqualNode(next)) here.replaceChildren(...next.childNodes)
  }
  const fresh = freshForm.querySelectorAll('fieldset')
  form.querySelectorAll('fieldset').forEach((group, index) => {
    const next = fresh[index]
    if (next) group.hidden = next.hidden
    if (next && choicesOf(next) !== choicesOf(group)) group.replaceWith(next)
  })
}

const choicesOf = (group: HTMLFieldSetElement): string =>
  [...group.querySelectorAll('input')].map(({ name, value }) => `${name}=${value}`).join()

/** Returns a selector for the focused element, to focus its replacement. Null if the element needs no focus. */
function nameOf(element: Element | null): string | null {
  const copied = element?.getAttribute('data-copy')
  if (copied) return `[data-copy="${copied}"]`
  return element?.matches('textarea[id]') ? `#${element.id}` : null
}
