import { STANDING_NAMES } from '../../domain/standing.ts'
import { MESSAGES } from '../../messages/all-messages.ts'
import type { Messages } from '../../messages/en.ts'
import { statusLabel } from '../../sentences/status-label.ts'
import { capitalised } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { standingKey } from '../../widgets/html/status-badge.ts'
import { type EmbedRequest, MAX_LIMIT, THEMES, type ViewName, viewsOf } from './embed-request.ts'
import type { EmbedSearch } from './embed-search.ts'

export const WIDTHS = [320, 600, 760] as const

export interface BuilderState {
  readonly text: string
  /** Search text for an entity to add to a comparison. */
  readonly more: string
  readonly request: EmbedRequest | null
  /** Parameters of the URL, all kept by a search. */
  readonly chosen: EmbedRequest
  /** Chosen view; null before a choice, since comparisons and stories begin with different views. */
  readonly view: string | null
  readonly width: number
  readonly found: EmbedSearch
  readonly added: EmbedSearch
  readonly canCompare: boolean
}

/**
 * Form of the builder in the order in which it is seen on every width: the field with its search results, the result
 * (notices, snippets, preview), the options. A part that arrives late moves none before it.
 */
export function builderForm(state: BuilderState, result: readonly (Markup | false)[], messages: Messages): Markup {
  return el(
    'form',
    { action: '/embed/new#preview', method: 'get', class: 'site-builder', id: 'builder' },
    el('div', {}, ...targetFields(state, messages), el('div', { id: 'result' }, ...result)),
    el('div', { class: 'site-options' }, ...optionFields(state, messages)),
  )
}

function targetFields({ text, more, found, added, canCompare }: BuilderState, { ui }: Messages): readonly Markup[] {
  const { builder } = ui
  return [
    el(
      'p',
      { class: 'site-what' },
      el('label', { for: 'what' }, builder.kind),
      el('input', {
        id: 'what',
        name: 'what',
        value: text,
        placeholder: builder.thing,
        maxlength: 300,
        'aria-describedby': 'what-hint',
      }),
      el('button', { type: 'submit' }, ui.search),
      ' ',
      el('small', { id: 'what-hint' }, builder.targetHint),
    ),
    finds('found', found),
    el(
      'div',
      { id: 'comparison', hidden: !canCompare },
      el(
        'p',
        {},
        el('label', { for: 'add' }, builder.add),
        el('input', { id: 'add', name: 'add', type: 'search', value: more, maxlength: 200 }),
      ),
      finds('added', added),
    ),
  ]
}

function optionFields(state: BuilderState, messages: Messages): readonly Markup[] {
  const { request, chosen, view: chosenView, width } = state
  const { ui, tag } = messages
  const { builder } = ui
  // A widget of one claim has nothing to filter or to count.
  const isOneClaim = request?.kind === 'claim'
  const views = request ? viewsOf(request.kind) : viewsOf('story')
  const { picture } = ui
  const viewName = (view: ViewName): string =>
    view === 'graph' || view === 'matrix' || view === 'timeline' ? picture.tabs[view] : capitalised(ui[view], tag)
  return [
    segments(
      'view',
      builder.view,
      views.map((view) => [view, viewName(view)]),
      request?.view ?? chosenView ?? '',
    ),
    segments(
      'lang',
      ui.language,
      MESSAGES.map((one) => [one.tag, one.name]),
      tag,
    ),
    segments(
      'theme',
      builder.theme,
      THEMES.map((theme) => [theme, builder.themes[theme]]),
      chosen.theme,
    ),
    el(
      'fieldset',
      { hidden: isOneClaim, class: 'site-choices' },
      el('legend', {}, builder.statuses),
      STANDING_NAMES.map((status) =>
        el(
          'label',
          { class: 'site-choice' },
          el('input', {
            type: 'checkbox',
            name: 'status',
            value: status,
            checked: chosen.statuses.includes(status),
          }),
          ' ',
          standingKey(status, statusLabel(status, messages)),
        ),
      ),
    ),
    el(
      'p',
      { id: 'limit-part', hidden: isOneClaim },
      el('label', { for: 'limit' }, builder.limit),
      el('input', { id: 'limit', name: 'limit', type: 'number', min: 1, max: MAX_LIMIT, value: chosen.limit }),
    ),
    radios(
      'time',
      builder.time,
      [
        ['live', builder.live],
        ['pinned', builder.pinned],
      ],
      chosen.asOf ? 'pinned' : 'live',
    ),
    segments(
      'width',
      builder.width,
      WIDTHS.map((one) => [String(one), `${one} px`]),
      String(width),
    ),
    el('button', { type: 'submit' }, builder.show),
  ]
}

type Options = readonly (readonly [value: string, label: string])[]

/** One choice of several, below each other. */
const radios = (name: string, legend: string, options: Options, chosen: string): Markup =>
  el(
    'fieldset',
    {},
    el('legend', {}, legend),
    options.map(([value, label]) =>
      el('label', { class: 'site-choice' }, radio(name, value, chosen), el('span', {}, label)),
    ),
  )

/** One choice of several short ones, side by side. Each is a radio button below its label. */
const segments = (name: string, legend: string, options: Options, chosen: string): Markup =>
  el(
    'fieldset',
    {},
    el('legend', {}, legend),
    el(
      'div',
      { class: 'site-segments' },
      options.map(([value, label]) => el('label', {}, radio(name, value, chosen), el('span', {}, label))),
    ),
  )

const radio = (name: string, value: string, chosen: string): Markup =>
  el('input', { type: 'radio', name, value, checked: value === chosen })

/** A live region. It stays in the document when the script replaces parts, so that screen readers announce it. */
const finds = (id: string, { count, list }: EmbedSearch): Markup =>
  el('div', { class: 'site-finds' }, el('p', { id: `${id}-count`, role: 'status' }, count), el('div', { id }, list))
