import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { SearchHit } from '../../domain/search-rank.ts'
import type { Slug } from '../../domain/slug.ts'
import { standingName } from '../../domain/standing.ts'
import type { SearchField, SearchFieldKind } from '../../domain/store/search-candidate.ts'
import { PATH_OF_KIND, type PathKind } from '../../domain/thing-kind.ts'
import { headline } from '../../sentences/headline.ts'
import { nameOf, namesFrom } from '../../sentences/names.ts'
import { namesOfHeadlines } from '../../sentences/names-of-claims.ts'
import { titleOf } from '../../sentences/source-title.ts'
import { baseOf, pickText } from '../../text/languages.ts'
import { statusAndBy } from '../../widgets/html/headline-line.ts'
import { type Attributes, el, join, type Markup } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import { attributionsOf } from '../attributions-of.ts'
import type { PageContext } from '../page.ts'
import { attributionLines } from './attribution-lines.ts'
import { snippet } from './marked-text.ts'

type HrefOf = (kind: PathKind, slug: string) => string

/** List of search results with names, kinds and the matching words, and the attributions of the claims found. */
export async function searchResultList(
  hits: readonly SearchHit[],
  context: PageContext,
  revision: RevisionNumber,
  hrefOf: HrefOf = (kind, slug) => context.links.page({ kind, slug }),
  /** Second link of a result. */
  besideOf: (kind: PathKind, slug: string) => Markup | false = () => false,
  /** Target attribute of the links. */
  opens: Attributes = {},
): Promise<Markup> {
  const { store, messages } = context
  const ids = (kind: SearchHit['kind']): readonly Slug[] => hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
  const [claims, entities, sources, stories, categories, uses] = await Promise.all([
    store.claims(ids('Claim'), revision),
    store.entities(ids('Entity'), revision),
    store.sources(ids('Source'), revision),
    store.stories(ids('Story'), revision),
    store.concepts('DataCategory', ids('DataCategory'), revision),
    store.concepts('Use', ids('Use'), revision),
  ])
  const details = claims.flatMap((claim) => claim ?? [])
  const names = await namesOfHeadlines(store, details, revision)
  const own = namesFrom({
    entities: entities.flatMap((e) => e ?? []),
    sources: sources.flatMap((s) => s ?? []),
    concepts: [...categories, ...uses].flatMap((concept) => concept ?? []),
  })

  const claimOf = (hit: SearchHit) => details.find(({ claim }) => hit.kind === 'Claim' && claim.id === hit.id)
  /** Text of the line of a result, without markup. */
  const shownText = (hit: SearchHit): string => {
    if (hit.kind === 'Claim') {
      const claim = claimOf(hit)
      return claim ? headline(claim, names, messages).proposition : hit.id
    }
    if (hit.kind === 'Story') {
      const story = stories.find((one) => one?.id === hit.id)
      return story ? (pickText(story.title, messages.tag)?.value ?? hit.id) : hit.id
    }
    if (hit.kind === 'Source') {
      const source = own.source(hit.id)
      return source ? titleOf(source, messages.tag).value : hit.id
    }
    const named = hit.kind === 'Entity' ? own.entity(hit.id) : own.concept(hit.kind, hit.id)
    return named ? nameOf(named, messages.tag) : hit.id
  }
  const label = (hit: SearchHit): Markup | string => {
    const source = hit.kind === 'Source' ? own.source(hit.id) : undefined
    return source ? sourceTitle(source, messages) : shownText(hit)
  }
  const byLine = (hit: SearchHit): Markup | false => {
    const claim = claimOf(hit)
    if (!claim) return false
    // The words of documents stand on the claim's page; in a list they hide the next name.
    const words = headline(claim, names, messages, { hasQuotes: false })
    return el('div', { class: 'sanad-by' }, statusAndBy(words, standingName(claim.status)))
  }
  const beside = (hit: SearchHit): Markup | false => {
    const link = besideOf(PATH_OF_KIND[hit.kind], hit.id)
    return link && join(' · ', link)
  }
  const list = el(
    'ol',
    { class: 'site-hits' },
    hits.map((hit) =>
      el(
        'li',
        {},
        el('small', { class: 'site-kind' }, messages.ui[PATH_OF_KIND[hit.kind]]),
        ' ',
        el('a', { href: hrefOf(PATH_OF_KIND[hit.kind], hit.id), ...opens }, label(hit)),
        beside(hit),
        byLine(hit),
        isRead(hit.match.field, messages.tag) && snippet(hit.match, shownText(hit)),
      ),
    ),
  )
  return join(list, ...attributionLines(attributionsOf(details, names)))
}

/** Whether a text is shown: names, quotes and words in the language of the page are. */
const isRead = ({ field, language }: SearchField, tag: string): boolean =>
  IN_ANY_LANGUAGE.includes(field) || (language !== null && baseOf(language) === tag)
const IN_ANY_LANGUAGE: readonly SearchFieldKind[] = ['QUOTE', 'PREFERRED', 'ALIAS', 'FORMER', 'EXTERNAL_ID']
