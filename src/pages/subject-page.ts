import { compare } from '../domain/comparison.ts'
import { labelsOfClaims } from '../domain/labels-of-claims.ts'
import { timelineOf } from '../domain/timeline.ts'
import { matrixView, timelineView } from '../widgets/build-time-and-matrix.ts'
import { graphView } from '../widgets/build-views.ts'
import { chooseClaims } from '../widgets/choose-claims.ts'
import { figure, noticeLine } from '../widgets/figure.ts'
import { el, type Markup } from '../widgets/markup.ts'
import type { View, ViewFrame } from '../widgets/view.ts'
import { attributionsOf } from './build-view.ts'
import { dataBlock, htmlDocument, sitePage } from './document.ts'
import { DEFAULT_LIMIT } from './embed-request.ts'
import { takeAlong } from './export-links.ts'
import { pageLinkedData } from './linked-data.ts'
import { NOTICES_ON_PAGE, timeNotices } from './notices.ts'
import type { Page, PageContext } from './page.ts'
import { citeSection, notKnownSection } from './page-parts.ts'
import { toPinnedView } from './pin-links.ts'
import { socialHead } from './social-head.ts'
import { readSubject, type SubjectKind } from './subject.ts'
import { thingDetails } from './thing-details.ts'

/** A page to read for its own sake: a story, an entity, a document, a kind of data, a use, or several side by side. */
export async function subjectPage(kind: SubjectKind, slug: string, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, publicUrl, asOf } = context
  const { ui, tag } = messages
  const [at, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const subject = await readSubject(store, { kind, slug, messages, at, asOf })
  if (!subject) return null
  const [labels, revisions] = await Promise.all([labelsOfClaims(store, subject.claims, at), store.revisions()])
  const frame: ViewFrame = {
    messages,
    title: subject.title,
    summary: '',
    permalink: subject.address,
    notices: [],
    attributions: attributionsOf(subject.claims, labels),
  }
  const options = { messages, limit: NOTICES_ON_PAGE }
  const notices = await timeNotices(store, subject, subject.claims, { asOf, at, current }, options)
  const view: View =
    kind === 'compare'
      ? matrixView(compare(slug.split(','), subject.claims, await store.concepts('DataCategory', at)), {
          frame,
          labels,
        })
      : graphView(subject.claims, { frame, labels })
  const { shown } = chooseClaims(subject.claims, { statuses: [], limit: DEFAULT_LIMIT })
  const drawing =
    kind === 'compare' ? null : await context.draw(toPinnedView(graphView(shown, { frame, labels }), asOf), '')
  const events = timelineOf(subject.claims, revisions, { clocks: ['SAID', 'HOLDS'], from: null, until: null })
  const dated = events.filter(({ date }) => date !== null)
  const revision = revisions.find(({ number }) => number === at) ?? null
  const content: readonly (Markup | false)[] = [
    el('p', { class: 'site-kind' }, ui[kindWord(kind)]),
    el('h1', {}, subject.title),
    subject.summary !== '' && el('p', { class: 'site-summary' }, subject.summary),
    ...notices.map(noticeLine),
    (await thingDetails(subject, context, at)) ?? false,
    !subject.complete && el('p', { class: 'sanad-notice' }, ui.moreClaims(1)),
    el('sanad-widget', { 'data-close': ui.close }, figure(toPinnedView(view, asOf), drawing)),
    dated.length > 0 &&
      el(
        'details',
        { class: 'site-timeline' },
        el('summary', {}, el('h2', {}, ui.timeline)),
        figure(
          toPinnedView(
            timelineView(dated, {
              frame: { ...frame, title: `${ui.timeline}: ${subject.title}`, attributions: [] },
              labels,
            }),
            asOf,
          ),
          null,
          { idPrefix: 'time-' },
        ),
      ),
    notKnownSection(subject.claims, labels, context),
    citeSection(subject.title, subject.permalink, revision, context),
    takeAlong(subject, context),
  ]
  const canonical = `${publicUrl}${subject.permalink}`
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${subject.title} – ${ui.site}`,
      description: subject.summary === '' ? ui.tagline : subject.summary,
      theme: 'auto',
      canonical,
      head: [
        ...socialHead(subject, context),
        dataBlock('application/ld+json', await pageLinkedData(subject, context, at)),
      ],
      body: [sitePage(messages, (language) => subject.address.replace(`lang=${tag}`, `lang=${language}`), content)],
      bodyClass: 'site',
      icon: assets.icon,
      stylesheets: [assets.style],
      scripts: [assets.widget],
      indexed: true,
    }),
  }
}

const kindWord = (kind: SubjectKind) => (kind === 'compare' ? 'comparison' : kind === 'network' ? 'entity' : kind)
