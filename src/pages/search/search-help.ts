import type { RevisionNumber } from '../../domain/revision-number.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'

/** Lists to start from, with their counts, and how a search reads words. */
export async function searchHelp(
  { store, messages, links }: PageContext,
  revision: RevisionNumber,
): Promise<readonly Markup[]> {
  const { ui, tag } = messages
  const words = ui.things.search
  const counts = await store.countByKind(revision)
  const lists = [
    { path: '/stories', kind: 'Story' },
    { path: '/entities', kind: 'Entity' },
    { path: '/data', kind: 'DataCategory' },
    { path: '/data', kind: 'Use' },
    { path: '/sources', kind: 'Source' },
  ] as const
  return [
    sideBlock(words.startFrom, [
      el(
        'ul',
        { class: 'site-tally' },
        lists.map(({ path, kind }) =>
          el(
            'li',
            {},
            el('a', { href: links.own(`${path}?lang=${tag}${kind === 'Use' ? '#uses' : ''}`) }, words.kinds[kind]),
            ' ',
            el('span', {}, counts[kind]),
          ),
        ),
      ),
    ]),
    sideBlock(words.howItReads, [el('p', {}, words.reads)]),
  ]
}
