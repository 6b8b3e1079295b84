import { copySnippet, showCopyButtons } from './copy-snippet.ts'

document.addEventListener('click', copySnippet)
showCopyButtons()
