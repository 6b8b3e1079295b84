import type { CardCapture } from '../view/view.ts'
import { el, type Markup } from './markup.ts'

/** Returns a link to the capture, for the line of a source after its title. */
export const captureInLine = ({ href, words, sha256 }: CardCapture): readonly (Markup | string)[] => [
  ' · ',
  el('a', { href }, words.join(' · ')),
  ...(sha256 === null ? [] : [' · ', el('code', {}, `sha256 ${sha256}…`)]),
]
