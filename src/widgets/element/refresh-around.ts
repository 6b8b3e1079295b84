import { showCopyButtons } from './copy-snippet.ts'

/**
 * Puts what stands around the form in the fresh document around the form here. The form stays, with what is being typed
 * into it, but for groups whose choices have changed; the preview stays where it would show the same. False where the
 * fresh document has no such form.
 */
export function refreshAround(form: HTMLFormElement, fresh: Document): boolean {
  const freshForm = fresh.querySelector<HTMLFormElement>('form#builder')
  const place = form.parentElement
  if (!freshForm?.parentElement || !place) return false
  refreshGroups(form, freshForm)

  const preview = document.querySelector<HTMLIFrameElement>('iframe#preview')
  const freshPreview = fresh.querySelector<HTMLIFrameElement>('iframe#preview')
  const kept = new Map<Element, Element>([[freshForm, form]])
  if (preview && freshPreview && preview.getAttribute('src') === freshPreview.getAttribute('src')) {
    preview.className = freshPreview.className
    preview.width = freshPreview.width
    kept.set(freshPreview, preview)
  }

  const focused = nameOf(document.activeElement)
  const staying = new Set(kept.values())
  for (const old of [...place.children]) if (!staying.has(old)) old.remove()
  let before = place.firstChild
  for (const next of [...freshForm.parentElement.children]) {
    const here = kept.get(next)
    if (here) before = here.nextSibling
    else place.insertBefore(next, before)
  }
  // First, because nothing hidden takes the focus.
  showCopyButtons()
  if (focused) place.querySelector<HTMLElement>(focused)?.focus()
  return true
}

/** Other things have other views; other words find other things, directly below the field. */
function refreshGroups(form: HTMLFormElement, freshForm: HTMLFormElement): void {
  for (const id of ['found-count', 'found', 'added-count', 'added', 'comparison']) {
    const here = form.querySelector<HTMLElement>(`#${id}`)
    const next = freshForm.querySelector<HTMLElement>(`#${id}`)
    if (!here || !next) continue
    here.hidden = next.hidden
    // The comparison holds a field that somebody types in.
    if (id !== 'comparison' && !here.isEqualNode(next)) here.replaceChildren(...next.childNodes)
  }
  const fresh = freshForm.querySelectorAll('fieldset')
  form.querySelectorAll('fieldset').forEach((group, at) => {
    const next = fresh[at]
    if (next && choicesOf(next) !== choicesOf(group)) group.replaceWith(next)
  })
}

const choicesOf = (group: HTMLFieldSetElement): string =>
  [...group.querySelectorAll('input')].map(({ name, value }) => `${name}=${value}`).join()

/** How to find again what is about to be replaced while somebody is on it. */
function nameOf(element: Element | null): string | null {
  const copied = element?.getAttribute('data-copy')
  if (copied) return `[data-copy="${copied}"]`
  return element?.matches('textarea[id]') ? `#${element.id}` : null
}
