import { STANDING_NAMES } from '../../domain/standing.ts'
import { statusProperty } from '../tokens.ts'

/** Returns the CSS of drawings in a page. Pictures write the same colours out. */
export const drawingCss = (): string =>
  [
    '.sanad-svg{font-family:var(--font);overflow:visible}',
    '.sanad-svg a{text-decoration:none;cursor:pointer}',
    '.sanad-t{unicode-bidi:plaintext}',
    '.sanad-t-text{fill:var(--text)}.sanad-t-muted{fill:var(--muted)}',
    '.sanad-data .sanad-box{fill:var(--data);stroke:var(--control)}.sanad-use .sanad-box{fill:var(--use);stroke:var(--control)}',
    '.sanad-node a:hover .sanad-t-text,.sanad-node a:focus .sanad-t-text{text-decoration:underline}',
    '.sanad-svg a:focus{outline:none}.sanad-svg a:focus-visible .sanad-box{outline:3px solid var(--focus);outline-offset:3px}',
    '.sanad-dim{opacity:.2}',
    ...STANDING_NAMES.map((status) => {
      const within = `.sanad-s-${status.toLowerCase()}`
      const [text, line, fill] = (['text', 'line', 'fill'] as const).map(
        (part) => `var(${statusProperty(status, part)})`,
      )
      return [
        `${within} .sanad-line{stroke:${line}}${within} .sanad-icon-line{stroke:${text}}`,
        `${within} .sanad-tip{fill:${line}}`,
        `${within} .sanad-icon,${within} .sanad-t-status{fill:${text}}`,
        `${within} .sanad-box{fill:${fill}}${within} .sanad-inner{stroke:${fill}}`,
      ].join('')
    }),
    '.sanad-network .sanad-card .sanad-box{fill:var(--surface)}',
    // Forced colours: links must look like links.
    '@media (forced-colors:active){.sanad-svg a .sanad-t{fill:LinkText}}',
  ].join('\n')
