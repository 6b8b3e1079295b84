import { showCopyButtons } from './copy-snippet.ts'

/**
 * Replaces the elements around the form by those of the fresh document. The form stays with its input, but for groups
 * whose choices have changed. The preview stays if its URL is the same. Returns false if the fresh document has no such
 * form.
 */
export function refreshAround(form: HTMLFormElement, fresh: Document): boolean {
  const freshForm = fresh.querySelector<HTMLFormElement>('form#builder')
  const place = form.parentElement
  if (!freshForm?.parentElement || !place) return false
  refreshGroups(form, freshForm)

  const preview = document.querySelector<HTMLIFrameElement>('iframe#preview')
  const freshPreview = fresh.querySelector<HTMLIFrameElement>('iframe#preview')
  const reused = new Map<Element, Element>([[freshForm, form]])
  if (preview && freshPreview && preview.getAttribute('src') === freshPreview.getAttribute('src')) {
    preview.className = freshPreview.className
    preview.width = freshPreview.width
    reused.set(freshPreview, preview)
  }

  const focused = nameOf(document.activeElement)
  const staying = new Set(reused.values())
  for (const old of [...place.children]) if (!staying.has(old)) old.remove()
  let before = place.firstChild
  for (const next of [...freshForm.parentElement.children]) {
    const here = reused.get(next)
    if (here) before = here.nextSibling
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
