import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { SearchHit } from '../../domain/search-rank.ts'
import { PATH_OF_KIND } from '../../domain/thing-kind.ts'
import { nameOf } from '../../sentences/names.ts'
import { foldText } from '../../text/fold.ts'
import { baseOf } from '../../text/languages.ts'
import { nearest } from '../../text/nearest.ts'
import { queryTerms, words } from '../../text/search-text.ts'
import { withoutStopWords } from '../../text/stop-words.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { nearNames } from '../missing/near-names.ts'
import type { PageContext } from '../page.ts'

const NAMED = ['Entity', 'DataCategory', 'Use'] as const

/**
 * Names of people, companies, data and uses that are near the words of a search without results, each with the reason.
 * @param stood line with the revision of the search
 */
export async function nearList(
  text: string,
  stood: Markup,
  context: PageContext,
  revision: RevisionNumber,
): Promise<readonly (Markup | false)[]> {
  const { store, messages, links } = context
  const { ui, tag } = messages
  const searched = withoutStopWords(queryTerms(text))
  const found = await nearNames(searched.join(' '), context, revision, NAMED)
  const hits = found.flatMap((hit) =>
    hit.kind === 'Entity' || hit.kind === 'DataCategory' || hit.kind === 'Use' ? [{ ...hit, kind: hit.kind }] : [],
  )
  const idsOf = (kind: (typeof hits)[number]['kind']) => hits.flatMap((hit) => (hit.kind === kind ? [hit.id] : []))
  const [entities, data, uses] = await Promise.all([
    store.entities(idsOf('Entity'), revision),
    store.concepts('DataCategory', idsOf('DataCategory'), revision),
    store.concepts('Use', idsOf('Use'), revision),
  ])
  const [says, about, ofData, ofUses] = await Promise.all([
    store.countClaimsOf('Claimant', idsOf('Entity'), revision),
    store.countClaimsOf('About', idsOf('Entity'), revision),
    store.countClaimsOf('DataCategory', idsOf('DataCategory'), revision),
    store.countClaimsOf('Use', idsOf('Use'), revision),
  ])
  const claims = (count = 0): string => ui.things.claims(count)
  const counts = {
    Entity: new Map(idsOf('Entity').map((id, i) => [id, ui.front.saysAbout(says[i] ?? 0, about[i] ?? 0)])),
    DataCategory: new Map(idsOf('DataCategory').map((id, i) => [id, claims(ofData[i])])),
    Use: new Map(idsOf('Use').map((id, i) => [id, claims(ofUses[i])])),
  }
  const item = (hit: (typeof hits)[number]): Markup | false => {
    const list = hit.kind === 'Entity' ? entities : hit.kind === 'Use' ? uses : data
    const thing = list.find((one) => one?.id === hit.id)
    if (!thing) return false
    const name = nameOf(thing, tag)
    const kind =
      hit.kind === 'Entity'
        ? ui.things.kinds[entities.find((one) => one?.id === hit.id)?.kind ?? 'Group']
        : ui.things.concepts[PATH_OF_KIND[hit.kind]]
    const reason = reasonOf(hit, searched, name, context)
    return el(
      'li',
      {},
      el('a', { class: 'site-list-name', href: links.page({ kind: PATH_OF_KIND[hit.kind], slug: hit.id }) }, name),
      el('small', {}, reason === null ? kind : `${kind}. ${reason}`),
      el('span', { class: 'site-list-counts' }, counts[hit.kind].get(hit.id) ?? ''),
    )
  }
  return [
    el(
      'div',
      { role: 'status' },
      el('h1', {}, ui.things.search.nothing),
      stood,
      hits.length > 0 && el('p', { class: 'site-summary' }, ui.things.search.close),
    ),
    hits.length > 0 && el('ul', { class: 'site-list' }, hits.map(item)),
  ]
}

/** Reason why a name is near: a letter of difference, or another name or language. */
function reasonOf(
  { match }: SearchHit,
  searched: readonly string[],
  name: string,
  { messages }: PageContext,
): string | null {
  const { tag, ui } = messages
  const reasons = ui.things.search
  const named = words(match.field.value)
  for (const [steps, reason] of [
    [1, reasons.oneEdit],
    [2, reasons.fewEdits],
  ] as const) {
    const near = searched.find(
      (word) => word.length > 2 * steps && !named.includes(word) && nearest(word, named, steps) !== null,
    )
    if (near !== undefined) return reason(near)
  }
  const { language, value } = match.field
  if (foldText(value) === foldText(name) || language === null) return null
  if (baseOf(language) === tag) return reasons.alsoCalled(value)
  const languageName = languageIn(tag, baseOf(language))
  return languageName === null ? reasons.alsoCalled(value) : reasons.inLanguage(languageName, value)
}

/** Name of a language in words; null for one without a code of two or three letters. */
const languageIn = (tag: string, language: string): string | null =>
  /^[a-z]{2,3}$/.test(language)
    ? (new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(language) ?? null)
    : null
