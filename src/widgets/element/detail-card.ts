/**
 * Shows content in a card beside the drawing. The card is a dialog without modality: it leaves the rest of
 * the page usable. The custom property `--sanad-top` is the distance in px from the top of the card's container to the
 * bottom of the opener.
 */
export function detailCard(content: Content, opener: Element, after: Element, closeLabel: string): HTMLElement {
  const card = document.createElement('div')
  card.className = `sanad-detail ${content.className}`
  card.tabIndex = -1
  card.setAttribute('role', 'dialog')
  card.setAttribute('aria-label', content.label)
  if (content.status) card.dataset.status = content.status
  card.append(closeButton(closeLabel), ...content.nodes)
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

/** Content of a card. */
export interface Content {
  readonly nodes: readonly Node[]
  readonly label: string
  readonly className: string
  readonly status: string | null
}

/** Returns a copy of an item of the list. */
export function contentOfItem(item: Element): Content {
  const { childNodes, firstElementChild } = document.importNode(item, true)
  const label = wordsOf(firstElementChild ?? item)
  return { nodes: [...childNodes], label, className: item.className, status: item.getAttribute('data-status') }
}

/** Returns the name of a data category or a use with its link, and copies of the headlines of its claims. */
export function contentOfNode(link: Element, items: readonly Element[]): Content {
  const label = wordsOf(link)
  const heading = document.createElement('p')
  const page = heading.appendChild(document.createElement('a'))
  heading.className = 'sanad-line'
  page.href = link.getAttribute('href') ?? ''
  page.textContent = label
  const list = document.createElement('ul')
  list.className = 'sanad-claims'
  for (const item of items) {
    const copy = document.importNode(item, true)
    copy.replaceChildren(...copy.querySelectorAll(':scope>.sanad-line,:scope>.sanad-by'))
    list.append(copy)
  }
  return { nodes: [heading, list], label, className: 'sanad-claim', status: null }
}

const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
