import type { Story } from '../../domain/story.ts'
import { pickText } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'
import { sectionPath } from '../parts/site-sections.ts'

/** Stories beside the featured one. Further ones are on the page of all stories. */
const SHOWN_STORIES = 4

/** Block with further stories, and a link to the list of all. False without any. @param total number of all stories */
export function otherStories(
  stories: readonly Story[],
  total: number,
  { messages: { ui, tag }, links }: PageContext,
): Markup | false {
  if (stories.length === 0) return false
  return sideBlock(ui.front.also, [
    el(
      'ul',
      { class: 'home-stories' },
      stories.slice(0, SHOWN_STORIES).map((story) => {
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
    el('p', {}, el('a', { href: links.own(sectionPath('stories', tag)) }, ui.front.allStories(total))),
  ])
}
