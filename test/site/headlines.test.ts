import { beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { RevisionNumber } from '../../src/domain/revision-number.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { schema } from '../../src/graphql/schema.ts'
import { ALL_TOOLS } from '../../src/mcp/all-tools.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import type { Messages } from '../../src/messages/en.ts'
import { namesOfClaims } from '../../src/sentences/names-of-claims.ts'
import { allRoutes } from '../../src/server/routes/all-routes.ts'
import type { Route } from '../../src/server/routes/route.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { everyStanding } from '../contracts/every-standing.ts'
import { quote } from '../domain/captured-words.ts'
import { wholeClaim } from '../domain/claims-at-random.ts'
import { claimOf, DENIES, names, said } from '../domain/spoken-claims.ts'
import { type Found, judge, judgeTogether, type Propositions, propositionsIn, textOfMarkup } from './headline-walk.ts'
import { ORIGIN, pathsOfSurfaces, textsOfResponse } from './page-surfaces.ts'
import { textsOfReconciliation, textsOfSubscriptions, textsOfTools } from './service-surfaces.ts'
import { NOW, type StartedSite, seeds, startSite } from './start-site.ts'
import { textsOfFiles } from './texts-of-files.ts'
import { type ServedTexts, textsOfObjects } from './texts-together.ts'

const OWN = '/assets/own.js?v=1'
/** Draws pictures as their own SVG, so that their words can be read. */
const ROUTES = allRoutes({ render: async (svg: string) => Buffer.from(svg) })

async function respond(site: StartedSite, path: string, messages: Messages): Promise<{ route: Route; body: string }> {
  const url = new URL(path, ORIGIN)
  const route = ROUTES.find(({ pattern }) => pattern.test(url.pathname))
  if (!route || !('respond' in route)) throw new Error(`No route responds to ${path}.`)
  const parts = route.pattern.exec(url.pathname)?.slice(1).map(decodeURIComponent) ?? []
  const context = {
    store: site.open.store,
    viewer: PUBLIC_VIEWER,
    messages,
    asOf: null,
    links: linksIn(messages.tag, null),
    now: NOW,
    publicUrl: ORIGIN,
    assets: {
      style: OWN,
      picture: OWN,
      charts: OWN,
      site: OWN,
      icon: OWN,
      fonts: [],
      widget: OWN,
      builder: OWN,
      embed: OWN,
      page: OWN,
    },
    draw: async () => null,
  }
  const { body } = await route.respond({ parts, query: url.searchParams, publicUrl: ORIGIN, messages, context })
  return { route, body: body.toString() }
}

/** Reads the propositions of all claims at some revisions. */
async function read(
  { open: { store } }: StartedSite,
  dataset: Dataset,
  messages: Messages,
  revisions: readonly RevisionNumber[],
): Promise<Propositions> {
  const ids = dataset.claims.map(({ item }) => item.id)
  const states = await Promise.all(revisions.map((revision) => store.claims(ids, revision)))
  const claims = states.flat().flatMap((claim) => claim ?? [])
  return propositionsIn(claims, await namesOfClaims(store, claims, await store.revisionAt(null)), messages)
}

/** Reads every surface over one data set, and adds to what was found on each. */
async function walk(
  datasetOf: () => Promise<Dataset>,
  bySurface: Map<string, Found>,
  routes: Set<Route>,
): Promise<void> {
  const dataset = await datasetOf()
  const site = await startSite({ dataset })
  const add = (surface: string, place: string, { headlines, faults }: Found): void => {
    const known = bySurface.get(surface) ?? { headlines: 0, faults: [] }
    const placed = faults.map((fault) => `${place}: ${fault}`)
    bySurface.set(surface, { headlines: known.headlines + headlines, faults: [...known.faults, ...placed] })
  }
  const addTogether = (served: readonly ServedTexts[], propositions: Propositions): void => {
    for (const { surface, texts } of served)
      for (const together of texts) add(surface, surface, judgeTogether(together, propositions))
  }
  for (const messages of MESSAGES) {
    const propositions = await read(site, dataset, messages, [await site.open.store.revisionAt(null)])
    for (const template of pathsOfSurfaces(dataset)) {
      const path = template.replaceAll('LANG', messages.tag)
      const { route, body } = await respond(site, path, messages)
      routes.add(route)
      for (const [surface, text] of textsOfResponse(path, body)) add(surface, path, judge(text, propositions))
    }
    addTogether(
      [
        ...(await textsOfFiles(site, messages)),
        ...(await textsOfTools(site, dataset, messages)),
        ...(await textsOfReconciliation(site, dataset, messages)),
      ],
      propositions,
    )
  }
  // Events come last: their denials change the claims, which are judged as they were and as they are.
  for (const messages of MESSAGES) {
    const { store } = site.open
    const before = await store.revisionAt(null)
    const served = await textsOfSubscriptions(site, dataset, messages)
    addTogether(served, await read(site, dataset, messages, [before, await store.revisionAt(null)]))
  }
  await site.stop()
}

describe('surfaces of the seeds, and of claims of every status', () => {
  const bySurface = new Map<string, Found>()
  const routes = new Set<Route>()
  beforeAll(async () => {
    await walk(seeds, bySurface, routes)
    await walk(async () => everyStanding(), bySurface, routes)
  }, 300_000)

  it('are on every route', () => {
    // Streamed files are read by their format.
    const whole = ROUTES.filter((route) => 'respond' in route)
    expect(whole.filter((route) => !routes.has(route)).map(({ pattern }) => pattern)).toEqual([])
  })

  it('show each proposition with the status of its polarity and its by-line', () => {
    const faulty = [...bySurface].filter(([, { faults }]) => faults.length > 0)
    expect(faulty.map(([surface, { faults }]) => [surface, faults.length, faults[0]])).toEqual([])
    const total = [...bySurface.values()].reduce((sum, { headlines }) => sum + headlines, 0)
    console.log(`${bySurface.size} surfaces, ${total} propositions with status and by-line.`)
    expect(total).toBeGreaterThan(5000)
  })

  it('are in every format, tool and subscription, in the seeds and in claims of every status', () => {
    const tools = ALL_TOOLS.map(({ definition }) => `tool ${definition.name}`)
    const streams = Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).map((name) => `subscription ${name}`)
    const tasks = SERVING_CLAIMS.map((task) => `reconciliation ${task}`)
    const silent = [...EXPORT_FORMATS.map(({ file }) => file), ...tools, ...streams, ...tasks].filter(
      (surface) => !WITHOUT_CLAIMS.includes(surface) && (bySurface.get(surface)?.headlines ?? 0) === 0,
    )
    expect(silent).toEqual([])
  })
})

/** Tasks of the reconciliation service that answer with claims. */
const SERVING_CLAIMS = ['SERVICE', 'MATCH', 'EXTEND', 'PREVIEW', 'SUGGEST', 'FLYOUT']
/** Surfaces that name no claim. */
const WITHOUT_CLAIMS = ['subscription revisionPublished']

describe('check of texts that stand together', () => {
  const [messages = messagesIn('en')] = MESSAGES
  const details = wholeClaim(claimOf('SELLS'), [said(DENIES)])
  const propositions = propositionsIn([details], names, messages)
  const HEADLINE = 'Denied: X sells biometric data – X denies it'

  it('accepts a proposition beside its headline, and rejects one beside another claim or a status alone', () => {
    const faultsIn = (texts: readonly string[]): number => judgeTogether(texts, propositions).faults.length
    expect(faultsIn(['x-sells', HEADLINE, 'X sells biometric data', 'DENIED'])).toBe(0)
    expect(faultsIn(['x-sells', 'X sells biometric data', 'DENIED', 'X denies it'])).toBe(1)
    expect(faultsIn([HEADLINE, 'X does not sell biometric data'])).toBe(1)
  })

  it('reads each object of JSON with its own texts alone', () => {
    const value = { claims: [{ headline: HEADLINE, tags: ['DENIED'] }, { name: 'X sells biometric data' }] }
    const texts = textsOfObjects(value)
    expect(texts).toEqual([[HEADLINE, 'DENIED'], ['X sells biometric data']])
    expect(texts.map((one) => judgeTogether(one, propositions).faults.length)).toEqual([0, 1])
  })
})

describe('check of surfaces', () => {
  const exact = 'They say X sells biometric data, it wrote.'
  const details = wholeClaim(claimOf('SELLS'), [said({ ...DENIES, quote: quote({ exact }) })])
  const [messages = messagesIn('en')] = MESSAGES
  const propositions = propositionsIn([details], names, messages)
  const faultsIn = (markup: string): readonly string[] => judge(textOfMarkup(markup), propositions).faults
  const badge = (word: string): string => `<strong class="sanad-status">${word}</strong>`

  it.each([
    ['a proposition with its headline', `<h1>X sells biometric data</h1><p>${badge('Denied:')} X denies it</p>`],
    ['a title', '<title>Denied: X sells biometric data – X denies it</title>'],
    ['words of a document', `<blockquote>${exact}</blockquote>`],
    ['words of a speaker', '<strong class="sanad-status sanad-act">Denies</strong> <p>X sells biometric data</p>'],
    ['a sentence', '<p>X denies that it sells biometric data, and MUSK that X sells biometric data.</p>'],
  ])('accepts %s', (_, markup) => {
    expect(faultsIn(markup)).toEqual([])
  })

  it.each([
    ['a proposition alone', '<a>X sells biometric data</a>'],
    ['a proposition beside words of a document', `<a>X sells biometric data</a><p>${exact}</p>`],
    ['a part of the words of a document', '<p>They say X sells biometric data</p>'],
    ['a verb that is none of a speaker', '<p>States</p><p>X sells biometric data</p>'],
    ['a proposition without a by-line', `<p>X sells biometric data ${badge('Denied')}</p>`],
    ['a by-line without a status', '<p>X sells biometric data: X denies it</p>'],
    ['another status', `<p>X sells biometric data ${badge('Stated:')} X denies it</p>`],
    ['another polarity', `<p>X does not sell biometric data ${badge('Denied:')} X denies it</p>`],
    ["a status beside somebody's sentence", `<p>${badge('denied')} X denies that it sells biometric data.</p>`],
    ['an attribute', '<img alt="X sells biometric data">'],
  ])('rejects %s', (_, markup) => {
    expect(faultsIn(markup)).not.toEqual([])
  })
})
