import type { ActSearch } from '../../domain/act-search.ts'
import type { Assertion } from '../../domain/assertion.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Slug } from '../../domain/slug.ts'
import { type ActKind, actKindOf } from '../../domain/standing-of-act.ts'
import { entityName } from '../../sentences/claimant-name.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { pageAfter } from '../page-cursor.ts'
import { findHits } from '../search-hits.ts'
import { saysList } from '../things/says-list.ts'
import { ACT_KINDS, actsOf } from '../things/speaker-acts.ts'

/** Newest claims of the claimant that are read. */
const READ = 100
const SHOWN = 12
const NAME_FIELDS: ReadonlySet<string> = new Set(['PREFERRED', 'ALIAS', 'FORMER'])

/** Acts of the claimant and the stance of a search: "what did Musk deny?". Null without such a claimant or such an act. */
export async function actsGroup(
  { stance, terms }: ActSearch,
  context: PageContext,
  revision: RevisionNumber,
): Promise<Markup | null> {
  const { store, messages, links } = context
  const { ui } = messages
  const id = await claimantNamed(terms, context, revision)
  if (id === null) return null
  const { items } = await store.claimPage({ claimant: id }, 'LAST_ASSERTED', pageAfter(READ, null), revision)
  const acts = actsOf(id, items).filter(
    (act) => act.assertion.stance === stance || (stance === 'DENIES' && actKindOf(act.assertion) === 'STATED_NOT'),
  )
  // The stance of the search comes first. A search for denials finds statements that something is not the case too.
  const kinds = ACT_KINDS.filter((kind) => acts.some((act) => actKindOf(act.assertion) === kind))
  const asked = kinds.find((kind) => acts.some(({ assertion }) => isOf(kind, assertion) && assertion.stance === stance))
  const first = asked ?? kinds[0]
  if (first === undefined) return null
  const names = await namesOfClaims(store, [...new Set(acts.map(({ details }) => details))], revision)
  const ofKind = (kind: ActKind) => acts.filter(({ assertion }) => isOf(kind, assertion))
  const own = ofKind(first)
  const name = entityName(id, names, messages)
  return el(
    'section',
    { class: 'site-found', 'aria-labelledby': 'found-acts' },
    el(
      'header',
      {},
      el('h2', { id: 'found-acts' }, `${name} ${ui.things.acts[first]}`),
      el('p', { class: 'site-note' }, ui.things.search.shownOf(Math.min(own.length, SHOWN), own.length)),
    ),
    el(
      'div',
      {},
      await saysList(own.slice(0, SHOWN), names, context),
      await Promise.all(
        kinds
          .filter((kind) => kind !== first)
          .map(async (kind) => [
            el('h3', {}, `${name} ${ui.things.acts[kind]} (${ofKind(kind).length})`),
            await saysList(ofKind(kind).slice(0, SHOWN), names, context),
          ]),
      ),
      el(
        'p',
        {},
        el('a', { class: 'site-more', href: links.page({ kind: 'entity', slug: id }) }, ui.things.search.allOf(name)),
      ),
    ),
  )
}

/** The entity that all of the terms name. Null if a term names something else: the search is then not for acts alone. */
async function claimantNamed(
  terms: readonly string[],
  context: PageContext,
  revision: RevisionNumber,
): Promise<Slug | null> {
  const { hits } = await findHits(terms, { shown: 1, kinds: ['Entity'] }, context, revision)
  return hits.find(({ match }) => NAME_FIELDS.has(match.field.field))?.id ?? null
}

const isOf = (kind: ActKind, assertion: Assertion): boolean => actKindOf(assertion) === kind
