import { type Content, contentOfItem, contentOfNode, detailCard } from './detail-card.ts'
import { type DrawnNode, lightPaths, readNodes } from './drawn-nodes.ts'
import { walkFrom } from './walk.ts'

/**
 * Makes the drawing in `<sanad-widget>` respond to pointer and keyboard. All listeners are on the element: a focusin
 * listener on the svg would make that a tab stop.
 */
export function enhance(widget: HTMLElement): void {
  const drawing = widget.querySelector('.sanad-drawing')
  if (!drawing) return
  const nodes = readNodes(drawing)
  let stop = nodes[0]
  let hovered: DrawnNode | undefined
  let focused: DrawnNode | undefined
  let opener: DrawnNode | undefined
  let card: HTMLElement | undefined

  /** Items of the claims that the node is, or is joined to. */
  const itemsOf = (node: DrawnNode): readonly Element[] =>
    [node, ...nodes.filter(({ id }) => node.joined.has(id))].flatMap((one) => itemOf(one) ?? [])
  const contentOf = (node: DrawnNode): Content | null => {
    const item = itemOf(node)
    const items = itemsOf(node)
    return item ? contentOfItem(item) : items.length > 0 ? contentOfNode(node.link, items) : null
  }
  const nodeAt = (target: EventTarget | null): DrawnNode | undefined =>
    nodes.find(({ box }) => target instanceof Node && box.contains(target))
  const light = (): void => lightPaths(drawing, nodes, hovered ?? focused ?? opener)
  /** Makes one node the only tab stop of the drawing. Arrow keys reach the others. */
  const stopAt = (node: DrawnNode | undefined): void => {
    stop = node ?? stop
    for (const one of nodes) one.link.setAttribute('tabindex', one === stop ? '0' : '-1')
  }

  const open = (node: DrawnNode, content: Content): void => {
    card?.remove()
    document.addEventListener('keydown', closeOnEscape)
    opener = node
    card = detailCard(content, node.box, drawing, widget.dataset.close ?? '')
    card.focus()
    light()
  }
  const close = (): void => {
    const from = opener
    card?.remove()
    document.removeEventListener('keydown', closeOnEscape)
    card = opener = undefined
    from?.link.focus()
    light()
  }
  /** Handles the key on the document too, since a click beside the widget moves the focus to the body. */
  const closeOnEscape = ({ key, target }: KeyboardEvent): void => {
    if (key === 'Escape' && target instanceof Node && (widget.contains(target) || target === document.body)) close()
  }

  widget.addEventListener('mouseover', ({ target }) => {
    hovered = nodeAt(target)
    light()
  })
  widget.addEventListener('mouseleave', () => {
    hovered = undefined
    light()
  })
  widget.addEventListener('focusin', ({ target }) => {
    focused = nodeAt(target)
    stopAt(focused)
    light()
  })
  widget.addEventListener('focusout', () => {
    focused = undefined
    light()
  })
  widget.addEventListener('click', (event) => {
    const { target } = event
    if (!isPlain(event) || event.button !== 0 || !(target instanceof Element)) return
    if (target.closest('.sanad-close')) close()
    const node = target.closest('a') ? nodeAt(target) : undefined
    const content = node && contentOf(node)
    if (!content) return
    event.preventDefault()
    open(node, content)
  })
  widget.addEventListener('keydown', (event) => {
    const { key, target } = event
    const node = isPlain(event) ? nodeAt(target) : undefined
    if (!node) return
    const next = walkFrom(node, key, nodes, getComputedStyle(widget).direction === 'rtl')
    if (next) next.link.focus()
    // The browser follows a link on Enter, but scrolls on Space.
    else if (key === ' ') node.link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    else if (!KEYS_AT_AN_END.test(key)) return
    event.preventDefault()
  })

  for (const node of nodes) if (itemsOf(node).length > 0) node.link.setAttribute('aria-haspopup', 'dialog')
  stopAt(stop)
}

/** Keys that must not scroll the article when no further node exists. */
const KEYS_AT_AN_END = /^(Arrow|Home$|End$)/

/** Returns false for an event with a modifier key, which the browser handles. */
const isPlain = ({ defaultPrevented, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent): boolean =>
  !(defaultPrevented || altKey || ctrlKey || metaKey || shiftKey)

/** Returns the item of the list that the node links to. Null for a link to another page. */
function itemOf({ link }: DrawnNode): Element | null {
  const href = link.getAttribute('href') ?? ''
  const target = href.startsWith('#') ? document.getElementById(href.slice(1)) : null
  return target?.matches('li') ? target : null
}
