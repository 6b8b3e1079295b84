import { type Revision, writtenReason } from '../../domain/revision.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { Story } from '../../domain/story.ts'
import { formatDate, pickText } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'
import { SITE_SECTIONS } from '../parts/site-sections.ts'

/** Stories beside the featured one. Further ones are on the page of all stories. */
const SHOWN_STORIES = 4
const SHOWN_REVISIONS = 3

export function otherStories(
  stories: readonly Story[],
  total: number,
  { messages: { ui, tag }, links }: PageContext,
): Markup | false {
  const list = SITE_SECTIONS.find(({ section, path }) => section === 'stories' && path !== '/')
  // All that were read, where no other page lists them.
  const shown = list ? stories.slice(0, SHOWN_STORIES) : stories
  if (shown.length === 0) return false
  return sideBlock(ui.front.also, [
    el(
      'ul',
      { class: 'home-stories' },
      shown.map((story) => {
        const summary = pickText(story.summary, tag)?.value ?? ''
        return el(
          'li',
          {},
          el(
            'h3',
            {},
            el(
              'a',
              { href: links.page({ kind: 'story', slug: story.id }) },
              pickText(story.title, tag)?.value ?? story.id,
            ),
          ),
          summary !== '' && el('p', {}, summary),
        )
      }),
    ),
    list !== undefined &&
      el('p', {}, el('a', { href: links.own(`${list.path}?lang=${tag}`) }, ui.front.allStories(total))),
  ])
}

/** The newest changes of the database up to a revision. */
export function latelyRecorded(
  revisions: readonly Revision[],
  revision: RevisionNumber,
  { messages: { ui, tag } }: PageContext,
): Markup | false {
  const newest = revisions
    .filter(({ number }) => number <= revision)
    .sort((a, b) => b.number - a.number)
    .slice(0, SHOWN_REVISIONS)
  if (newest.length === 0) return false
  return sideBlock(ui.front.lately, [
    el(
      'ul',
      { class: 'home-lately' },
      newest.map((one) => {
        const day = one.recordedAt.slice(0, 10)
        return el(
          'li',
          {},
          el('time', { datetime: day, class: 'site-note' }, formatDate(day, tag)),
          el('p', {}, writtenReason(one) ?? ui.front.revision(one.number)),
        )
      }),
    ),
  ])
}
