import { STANDING_NAMES, type StandingName } from '../../src/domain/standing.ts'
import { embedParts, htmlDocument, sitePage, siteParts } from '../../src/pages/document.ts'
import type { PageContext } from '../../src/pages/page.ts'
import { fold } from '../../src/pages/parts/fold.ts'
import { linkButton } from '../../src/pages/parts/link-button.ts'
import { sideBlock } from '../../src/pages/parts/side-block.ts'
import { statusLine } from '../../src/pages/parts/status-line.ts'
import { statusStrip } from '../../src/pages/parts/status-strip.ts'
import { tabList } from '../../src/pages/parts/tab-list.ts'
import { statusLabel } from '../../src/sentences/status-label.ts'
import { el, type Markup } from '../../src/widgets/html/markup.ts'
import { statusBadge } from '../../src/widgets/html/status-badge.ts'
import { THEMES, type Theme, TOKENS } from '../../src/widgets/tokens.ts'

const SAMPLE = 'X collects the contents of direct messages'

/** Specimen of type, colours, statuses and parts, for development. */
export const stylePage = ({ messages, assets }: PageContext): string =>
  htmlDocument({
    messages,
    title: 'Type, marks and parts',
    description: 'Specimen of the parts of pages.',
    ...siteParts(assets),
    stylesheets: [assets.style, assets.site, STYLE_CSS_PATH],
    canonical: null,
    head: [],
    body: [
      sitePage(messages, {
        alternates: (language) => `/style?lang=${language}`,
        section: 'embed',
        crumbs: [
          { text: 'Development', href: '#' },
          { text: 'Specimen', href: null },
        ],
        searched: '',
        lead: [
          el('h1', {}, 'Type, marks and parts'),
          el('p', { class: 'site-summary' }, 'Every part in every state. The deck of a page has this form.'),
        ],
        content: [strips(messages), tabs(), ...controls(), ...links(), folds()],
        side: [
          sideBlock('Block of the side column', [
            el('p', {}, 'Sanad, “A title”, as recorded on 1 August 2026.'),
            linkButton('Embed in an article', '#', true),
          ]),
          sideBlock('Counts', [
            el('dl', {}, el('dt', {}, 'Claims'), el('dd', {}, 41), el('dt', {}, 'Sources'), el('dd', {}, 6)),
          ]),
          sideBlock('Links', [
            el(
              'ul',
              { class: 'site-quiet' },
              ['X', 'Elon Musk'].map((name) => el('li', {}, el('a', { href: '#' }, name))),
            ),
          ]),
        ],
        below: [statuses(), type(), colours()],
      }),
    ],
    scripts: [],
    indexed: false,
  })

function strips(messages: PageContext['messages']): Markup {
  const counts = (each: number) => STANDING_NAMES.map((name, i) => ({ name, count: 1 + ((i * each) % 7) }))
  const one = [{ name: 'STATED' as const, count: 1 }]
  return el(
    'div',
    {},
    statusStrip(counts(3), () => '#', messages),
    statusStrip(one, null, messages),
    statusStrip(
      counts(3).map(({ name, count }) => ({ name, count: count * 10 })),
      () => '#',
      messages,
    ),
  )
}

const tabs = (): Markup =>
  tabList(
    'Views',
    ['Picture', 'List', 'Table', 'Timeline'].map((text, i) => ({ text, href: '#', current: i === 0 })),
    '10 of 41 claims',
  )

const controls = (): readonly Markup[] => [
  el('h2', {}, 'Controls'),
  el(
    'p',
    {},
    linkButton('Embed in an article', '#', true),
    ' ',
    el('button', { type: 'button' }, 'Copy'),
    ' ',
    el('button', { type: 'button', disabled: true }, 'Disabled'),
  ),
  el(
    'p',
    {},
    el('label', { for: 'field' }, 'A field '),
    el('input', { id: 'field', placeholder: 'Search the record' }),
  ),
  el(
    'p',
    {},
    el('label', {}, el('input', { type: 'checkbox', checked: true }), ' Denied'),
    ' ',
    el('label', {}, el('input', { type: 'radio' }), ' Stated'),
  ),
  el('p', {}, el('label', { for: 'choice' }, 'A choice '), el('select', { id: 'choice' }, el('option', {}, 'Picture'))),
]

const links = (): readonly Markup[] => [
  el('h2', {}, 'Links'),
  el('p', {}, 'In a text: ', el('a', { href: '#' }, 'X’s privacy policy'), '.'),
  el(
    'p',
    { class: 'site-sentence' },
    el('a', { href: '#' }, 'X'),
    ' says in ',
    el('a', { href: '#' }, 'its privacy policy'),
    ' that it does not sell its users’ data.',
  ),
  el('p', { class: 'site-quiet' }, el('a', { href: '#' }, 'In a list of links')),
  el('p', {}, el('mark', {}, 'Found words'), ' in a snippet.'),
]

const folds = (): Markup =>
  el(
    'div',
    {},
    fold('History', [el('p', {}, 'Inside.')], { note: '5 entries' }),
    fold('Evidence', [el('p', {}, 'An open fold.')], { open: true }),
  )

/** Both themes side by side: a theme belongs to a document, so each is a frame. */
const statuses = (): Markup =>
  el(
    'section',
    {},
    el('h2', {}, 'Statuses'),
    THEMES.map((theme) =>
      el('iframe', {
        src: `/style/statuses?lang=en&theme=${theme}`,
        title: `Statuses, ${theme}`,
        width: 540,
        height: 620,
      }),
    ),
  )

const type = (): Markup =>
  el(
    'section',
    {},
    el('h2', {}, 'Type'),
    Object.keys(TOKENS.type).map((name) =>
      el('div', { class: `style-type style-${name}` }, el('small', {}, name), el('p', {}, SAMPLE)),
    ),
  )

const colours = (): Markup =>
  el(
    'section',
    {},
    el('h2', {}, 'Colours'),
    el(
      'svg',
      { viewBox: '0 0 1120 560', width: '100%', role: 'img', 'aria-label': 'Colours' },
      Object.entries(TOKENS.colours).flatMap(([name, pair], i) =>
        THEMES.map((theme, column) => {
          const [x, y] = [(i % 4) * 280 + column * 130, Math.floor(i / 4) * 80]
          return [
            el('rect', { x, y, width: 124, height: 40, fill: pair[theme], stroke: TOKENS.colours.line.light }),
            el(
              'text',
              { x, y: y + 56, 'font-size': 12, fill: 'currentColor' },
              column === 0 ? `${name} ${pair[theme]}` : pair[theme],
            ),
          ]
        }),
      ),
    ),
  )

/** Word, icon, line and card of each status in one theme. */
export const statusesPage = (theme: Theme, { messages, assets }: PageContext): string =>
  htmlDocument({
    messages,
    title: `Statuses, ${theme}`,
    description: 'Specimen of statuses.',
    ...embedParts(assets),
    stylesheets: [assets.style, assets.site, STYLE_CSS_PATH],
    theme,
    canonical: null,
    head: [],
    body: [
      el(
        'main',
        {},
        el(
          'ul',
          { class: 'style-statuses' },
          STANDING_NAMES.map((status) => statusRow(status, messages)),
        ),
      ),
    ],
    scripts: [],
    indexed: false,
  })

const statusRow = (status: StandingName, messages: PageContext['messages']): Markup =>
  el(
    'li',
    { class: `sanad-s-${status.toLowerCase()}` },
    statusBadge(status, statusLabel(status, messages)),
    statusLine(status),
    el('span', { class: 'style-card' }, 'A proposition'),
  )

export const STYLE_CSS_PATH = '/style/style.css'

/** Style sheet of the specimen alone. */
export const styleCss = (): string =>
  [
    '.style-statuses{list-style:none;margin:0;padding:0}',
    '.style-statuses li{display:grid;grid-template-columns:11rem 4rem 1fr;align-items:center;padding-block:6px;border-block-end:1px solid var(--line)}',
    '.style-card{padding:6px 12px;border:1px solid var(--s-line);border-radius:5px;background:var(--s-fill)}',
    '.style-type{display:grid;grid-template-columns:9rem minmax(0,1fr);align-items:baseline;border-block-start:1px solid var(--line)}',
    '.style-type p{margin:8px 0}',
    ...Object.keys(TOKENS.type).map((name) => `.style-${name} p{font:var(--type-${name})}`),
  ].join('\n')
