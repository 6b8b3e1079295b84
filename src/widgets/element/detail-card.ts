/**
 * Copies an item of the list to a card beside the drawing. The card is a dialog without modality: it leaves the rest of
 * the page usable. The custom property `--sanad-top` is the distance in px from the top of the card's container to the
 * bottom of the opener.
 */
export function detailCard(item: Element, opener: Element, after: Element, closeLabel: string): HTMLElement {
  const card = document.createElement('div')
  const copy = document.importNode(item, true)
  card.className = `sanad-detail ${item.className}`
  card.tabIndex = -1
  card.setAttribute('role', 'dialog')
  card.setAttribute('aria-label', wordsOf(copy.firstElementChild ?? copy))
  card.dataset.status = item.getAttribute('data-status') ?? ''
  card.append(closeButton(closeLabel), ...copy.childNodes)
  for (const twin of card.querySelectorAll('[id]')) twin.removeAttribute('id')
  for (const details of card.querySelectorAll('details')) details.open = true
  after.after(card)
  const top = card.offsetParent?.getBoundingClientRect().top ?? 0
  card.style.setProperty('--sanad-top', `${Math.round(opener.getBoundingClientRect().bottom - top)}px`)
  return card
}

function closeButton(label: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'sanad-close'
  button.textContent = '×'
  button.setAttribute('aria-label', label)
  return button
}

const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
