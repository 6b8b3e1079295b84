import { countByName, STANDING_NAMES } from '../domain/standing.ts'
import { statusLabel } from '../sentences/status-label.ts'
import type { PictureLinks } from '../widgets/view/graph-view.ts'
import type { PictureTabs, StripCell } from '../widgets/view/view.ts'
import { type EmbedRequest, embedPath } from './embed/embed-request.ts'
import { leadingClaims, type PageTopic } from './page-topic.ts'

/** Returns the links of a picture in an embed: one for each status of the topic, which filters the embed, and one for each view. */
export function pictureLinks(request: EmbedRequest, topic: PageTopic, shown: number): PictureLinks {
  const { kind, messages, statuses } = request
  if (kind === 'claim' || kind === 'network') return {}
  const claims = leadingClaims(topic)
  const counts = countByName(claims.map(({ status }) => status))
  const sorted = STANDING_NAMES.flatMap((name) => counts.filter((one) => one.name === name))
  const strip = sorted.map(({ name, count }): StripCell => {
    const isChosen = statuses.includes(name)
    return {
      status: name,
      word: statusLabel(name, messages),
      count,
      href: embedPath({ ...request, statuses: isChosen ? [] : [name] }),
      isChosen,
    }
  })
  return { strip: claims.length === 0 ? [] : strip, tabs: tabsOf(request, topic, shown, claims.length) }
}

const TABS = ['list', 'matrix', 'timeline'] as const

function tabsOf({ kind, messages }: EmbedRequest, { url }: PageTopic, shown: number, all: number): PictureTabs | null {
  if (kind !== 'story' || all === 0) return null
  const { picture } = messages.ui
  const hrefOf = (view: string): string => `${url}${url.includes('?') ? '&' : '?'}view=${view}`
  return {
    links: TABS.map((view) => ({ text: picture.tabs[view], href: hrefOf(view) })),
    shown: picture.shown(shown, all),
    all: { text: picture.seeAllOf(all), href: hrefOf('list') },
  }
}
