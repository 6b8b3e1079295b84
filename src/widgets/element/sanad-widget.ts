import { enhance } from './enhance.ts'
import { postToHost } from './post-to-host.ts'

// Two widgets on a page may include the script twice.
if (!customElements.get('sanad-widget')) {
  const enhanced = new WeakSet<HTMLElement>()
  customElements.define(
    'sanad-widget',
    class extends HTMLElement {
      connectedCallback(): void {
        if (enhanced.has(this)) return
        enhanced.add(this)
        enhance(this)
      }
    },
  )
  postToHost()
}
