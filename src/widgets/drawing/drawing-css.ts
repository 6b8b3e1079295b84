import { STATUSES } from '../../domain/claim-status-types.ts'

/** How drawings look in a page; pictures write the same colours out. */
export const drawingCss = (): string =>
  [
    '.sanad-svg{font-family:var(--font);overflow:visible}',
    '.sanad-svg a{text-decoration:none;cursor:pointer}',
    '.sanad-t{unicode-bidi:plaintext}',
    '.sanad-t-text{fill:var(--text)}.sanad-t-muted{fill:var(--muted)}',
    '.sanad-card .sanad-box{fill:var(--surface)}.sanad-data .sanad-box{fill:var(--data);stroke:var(--control)}.sanad-use .sanad-box{fill:var(--use);stroke:var(--control)}',
    '.sanad-inner{stroke:var(--surface)}',
    '.sanad-node a:hover .sanad-t-text,.sanad-node a:focus .sanad-t-text{text-decoration:underline}',
    '.sanad-svg a:focus{outline:none}.sanad-svg a:focus-visible .sanad-box{outline:3px solid var(--focus);outline-offset:3px}',
    '.sanad-dim{opacity:.2}',
    ...STATUSES.map((status) => {
      const name = status.toLowerCase()
      return [
        `.sanad-s-${name} .sanad-line{stroke:var(--${name})}`,
        `.sanad-s-${name} .sanad-icon,.sanad-s-${name} .sanad-tip,.sanad-s-${name} .sanad-t-status{fill:var(--${name})}`,
        `.sanad-status[data-status=${status}]{color:var(--${name})}`,
      ].join('')
    }),
    '@media (forced-colors:active){.sanad-t{fill:CanvasText!important}.sanad-box{fill:Canvas!important;stroke:CanvasText}.sanad-line{stroke:CanvasText!important}.sanad-icon,.sanad-tip{fill:CanvasText!important}.sanad-inner{stroke:Canvas!important}.sanad-svg a .sanad-t{fill:LinkText!important}}',
  ].join('\n')
