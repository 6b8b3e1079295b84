import { STANDING_NAMES } from '../../domain/standing.ts'
import { statusProperty } from '../tokens-css.ts'

/** Returns the CSS of drawings in a page. Pictures write the same colours out. */
export const drawingCss = (): string =>
  [
    '.sanad-svg{font-family:var(--font);overflow:visible}',
    // Twice the class: links of pages are underlined, and a drawing has none.
    '.sanad-svg.sanad-svg a{text-decoration:none;cursor:pointer}',
    '.sanad-t{unicode-bidi:plaintext}.sanad-serif{font-family:var(--serif)}',
    '.sanad-t-text{fill:var(--text)}.sanad-t-muted{fill:var(--muted)}',
    '.sanad-band{fill:var(--raised)}',
    '.sanad-data .sanad-box{fill:var(--data);stroke:var(--control)}.sanad-use .sanad-box{fill:var(--use);stroke:var(--control)}',
    '.sanad-node a:is(:hover,:focus) .sanad-box{stroke:var(--text)}',
    '.sanad-svg a:focus{outline:none}.sanad-svg a:focus-visible .sanad-box{outline:3px solid var(--focus);outline-offset:2px}',
    '.sanad-dim{opacity:.2}',
    // Each status sets the three colours; the rules that use them exist once.
    ...STANDING_NAMES.map((status) => {
      const colours = (['text', 'line', 'fill'] as const).map(
        (part) => `--s-${part}:var(${statusProperty(status, part)})`,
      )
      return `:is(.sanad-s-${status.toLowerCase()},:is(.sanad-strip,.sanad-sides) [data-status=${status}]){${colours.join(';')}}`
    }),
    '.sanad-svg .sanad-line{stroke:var(--s-line)}.sanad-tip{fill:var(--s-line)}.sanad-icon-line{stroke:var(--s-text)}',
    '.sanad-icon,.sanad-t-status{fill:var(--s-text)}.sanad-card .sanad-box{fill:var(--card);stroke:var(--line)}.sanad-inner{stroke:var(--card)}.sanad-edge .sanad-inner{stroke:var(--surface)}',
    // Forced colours: links must look like links.
    '@media (forced-colors:active){.sanad-svg a .sanad-t{fill:LinkText}}',
  ].join('\n')
