import { afterEach, describe, expect, it } from 'vitest'
import type { Changes } from '../../../src/domain/changes.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import type { GraphStore } from '../../../src/domain/graph-store.ts'
import type { RevisionNumber } from '../../../src/domain/revision-number.ts'
import { toSlug } from '../../../src/domain/slug.ts'
import { MAX_REVISIONS } from '../../../src/graphql/types/subscription.ts'
import { MAX_STREAMS_PER_CLIENT } from '../../../src/server/graphql/subscription-places.ts'
import { put, putAssertion } from '../../contracts/change-examples.ts'
import { assertion } from '../../contracts/small-dataset.ts'
import { writableDataset } from '../../contracts/writable-dataset.ts'
import { type StartedSite, startSite } from '../../site/start-site.ts'

const CHANGES = `subscription { claimChanged {
  kind slug revision { number reason } claim { headline { status by } } before { headline { status by } }
} }`
const REVISIONS = 'subscription { revisionPublished { number author reason } }'

interface ReceivedEvent {
  readonly id: string
  readonly data: { readonly data?: Record<string, unknown>; readonly errors?: readonly { readonly message: string }[] }
}

/** Reads a stream of events. */
class Stream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #decoder = new TextDecoder()
  readonly #controller: AbortController
  readonly status: number
  readonly type: string
  text = ''

  private constructor(response: Response, controller: AbortController) {
    if (response.body === null) throw new Error('The response has no body.')
    this.#reader = response.body.getReader()
    this.#controller = controller
    this.status = response.status
    this.type = response.headers.get('Content-Type') ?? ''
  }

  static async open(url: string, query: string, headers: Record<string, string> = {}): Promise<Stream> {
    const controller = new AbortController()
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { Accept: 'text/event-stream', ...headers },
      signal: controller.signal,
    })
    return new Stream(response, controller)
  }

  /** Reads until the text has a number of events, or the stream ends. */
  async events(count: number): Promise<readonly ReceivedEvent[]> {
    for (;;) {
      const found = [...this.text.matchAll(/event: next\n(?:id: (\S+)\n)?data: (.*)\n\n/g)]
      if (found.length >= count) return found.map(([, id = '', data = '']) => ({ id, data: JSON.parse(data) }))
      if (!(await this.more())) expect.fail(`The stream ended after ${found.length} events: ${this.text}`)
    }
  }

  async more(): Promise<boolean> {
    const { done, value } = await this.#reader.read()
    if (!done) this.text += this.#decoder.decode(value, { stream: true })
    return !done
  }

  leave(): void {
    this.#controller.abort()
  }
}

describe('subscriptions', () => {
  let site: StartedSite
  const streams: Stream[] = []
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.leave()
    await site.stop()
  })
  const start = async (): Promise<void> => {
    site = await startSite({ dataset: writableDataset() })
  }
  const open = async (query: string, headers: Record<string, string> = {}): Promise<Stream> => {
    const stream = await Stream.open(site.url, query, headers)
    streams.push(stream)
    return stream
  }
  /** The stream has begun once its first bytes have arrived: each later publication is an event. */
  const begun = async (query: string, headers: Record<string, string> = {}): Promise<Stream> => {
    const stream = await open(query, headers)
    await stream.more()
    return stream
  }
  const publicStore = () => site.open.database.visibleTo({ kind: 'PUBLIC' })
  const append = async (changes: Changes, reason: string): Promise<RevisionNumber> =>
    site.open.writer.append(changes, {
      author: 'desk',
      reason,
      now: new Date(),
      expectedRevision: await publicStore().revisionAt(null),
    })
  const denial = (id: string, claimId: string): Changes =>
    put(putAssertion(assertion(id, claimId, { stance: 'DENIES', polarity: 'NEGATES', claimantId: 'musk' })))

  it('send each revision with its reason, and each changed claim as it was and as it is', async () => {
    await start()
    const [revisions, changes] = [await begun(REVISIONS), await begun(CHANGES)]
    expect([revisions.status, revisions.type]).toEqual([200, 'text/event-stream; charset=utf-8'])
    const number = await append(denial('new-denial', 'claim-0002'), 'Musk denied it')
    expect(await revisions.events(1)).toEqual([
      {
        id: `${number}.1`,
        data: expect.objectContaining({
          data: { revisionPublished: { number, author: 'desk', reason: 'Musk denied it' } },
        }),
      },
    ])
    const [event] = await changes.events(1)
    expect(event?.id).toBe(`${number}.1`)
    expect(event?.data.data?.['claimChanged']).toMatchObject({
      kind: 'CHANGED',
      slug: 'claim-0002',
      revision: { number, reason: 'Musk denied it' },
    })
    const { claim, before } = JSON.parse(JSON.stringify(event?.data.data?.['claimChanged']))
    expect(before.headline.by).not.toContain('denies')
    expect(claim.headline.by).toContain('denies')
    expect(claim.headline.status).not.toBe(before.headline.status)
  })

  it('distinguish claims that are added, changed and removed, in the order of their slugs', async () => {
    await start()
    const changes = await begun(CHANGES)
    const [first] = writableDataset().claims
    if (!first) return expect.fail()
    const item = { ...first.item, id: toSlug('another-claim'), condition: { en: 'only sometimes' } }
    const number = await append({ put: { claims: [{ item }] } }, 'added')
    await append({ end: [{ kind: 'Claim', id: item.id }] }, 'removed')
    const events = await changes.events(2)
    expect(events.map(({ id, data }) => [id, Reflect.get(Object(data.data?.['claimChanged']), 'kind')])).toEqual([
      [`${number}.1`, 'ADDED'],
      [`${number + 1}.1`, 'REMOVED'],
    ])
  })

  it('send only changes that a filter selects, and refuse a filter with an unknown slug', async () => {
    await start()
    const query = (slug: string): string => `subscription { claimChanged(filter: { story: "${slug}" }) { slug kind } }`
    const changes = await begun(query('story'))
    await append(denial('elsewhere', 'claim-0002'), 'not of the story')
    const number = await append(denial('within', 'claim-0000'), 'of the story')
    expect(await changes.events(1)).toEqual([
      {
        id: `${number}.1`,
        data: expect.objectContaining({ data: { claimChanged: { slug: 'claim-0000', kind: 'CHANGED' } } }),
      },
    ])
    const unknown = await open(query('nothing'))
    const [{ data } = expect.fail('no event')] = await unknown.events(1)
    expect(data.errors?.[0]?.message).toContain('nothing')
    expect(await unknown.more()).toBe(false)
  })

  it('resume after the event that the client names', async () => {
    await start()
    const first = await append(denial('one', 'claim-0000'), 'one')
    await append(denial('two', 'claim-0001'), 'two')
    await append(denial('three', 'claim-0002'), 'three')
    for (const query of [REVISIONS, CHANGES]) {
      const resumed = await open(query, { 'Last-Event-ID': `${first}.1` })
      const events = await resumed.events(2)
      expect(events.map(({ id }) => id)).toEqual([`${first + 1}.1`, `${first + 2}.1`])
    }
    const all = await open(CHANGES, { 'Last-Event-ID': `${first}.0` })
    expect((await all.events(2)).map(({ id }) => id)).toEqual([`${first + 1}.1`, `${first + 2}.1`])
  })

  it.each(['now', '-1.1', '1', '1.1.1', '99999999999.1', '1.1\u00a0'])('refuse the id %j of no event', async (id) => {
    await start()
    const headers = { 'Last-Event-ID': id }
    expect((await open(REVISIONS, headers)).status).toBe(400)
  })

  it.each([
    ['revisions', REVISIONS],
    ['changedClaims', CHANGES],
    ['claims', CHANGES],
  ] as const)('wait for a database that is away, and lose nothing: %s', async (read, query) => {
    let isAway = false
    let refused = 0
    const check = (name: typeof read): void => {
      if (!isAway || name !== read) return
      refused += 1
      throw new DomainError('STORE_UNAVAILABLE', 'The database is away.')
    }
    const wrap = (store: GraphStore): GraphStore => ({
      ...store,
      revisions: async () => {
        check('revisions')
        return store.revisions()
      },
      changedClaims: async (...numbers) => {
        check('changedClaims')
        return store.changedClaims(...numbers)
      },
      claims: async (...wanted) => {
        check('claims')
        return store.claims(...wanted)
      },
    })
    site = await startSite({ dataset: writableDataset(), wrap })
    const stream = await begun(query)
    isAway = true
    const number = await append(denial('meanwhile', 'claim-0000'), 'meanwhile')
    await expect.poll(() => refused, { interval: 20, timeout: 5000 }).toBeGreaterThan(1)
    isAway = false
    const events = await stream.events(1)
    expect(events.map(({ id, data }) => [id, data.errors])).toEqual([[`${number}.1`, undefined]])
  })

  it('refuse the id of an event that is not published yet', async () => {
    await start()
    const later = await open(CHANGES, { 'Last-Event-ID': `${(await publicStore().revisionAt(null)) + 1}.1` })
    expect(later.status).toBe(400)
    await later.more()
    expect(later.text).toContain('later than the newest')
  })

  it('resume after an old event in bounded reads, without a gap', async () => {
    const reads: number[] = []
    const wrap = (store: GraphStore): GraphStore => ({
      ...store,
      changedClaims: (after, until) => {
        reads.push(until - after)
        return store.changedClaims(after, until)
      },
    })
    site = await startSite({ dataset: writableDataset(), wrap })
    const first = await append(denial('number-0', 'claim-0002'), 'again')
    for (let i = 1; i <= MAX_REVISIONS; i += 1) {
      await append({ end: [{ kind: 'Assertion', id: toSlug(`number-${i - 1}`) }] }, 'gone')
      await append(denial(`number-${i}`, 'claim-0002'), 'again')
    }
    const resumed = await open('subscription { claimChanged { slug } }', { 'Last-Event-ID': `${first}.1` })
    const count = 2 * MAX_REVISIONS
    const events = await resumed.events(count)
    expect(events.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, i) => `${first + i + 1}.1`))
    expect(Math.max(...reads)).toBeLessThanOrEqual(MAX_REVISIONS)
  })

  it('send the one result of a query, and end', async () => {
    await start()
    const stream = await open('{ claim(slug: "claim-0000") { slug } }')
    const [{ data } = expect.fail('no event')] = await stream.events(1)
    expect(data.data).toEqual({ claim: { slug: 'claim-0000' } })
    expect(await stream.more()).toBe(false)
    expect(stream.text).toContain('event: complete')
  })

  it('have the time limit of a JSON response', async () => {
    const wrap = (store: GraphStore): GraphStore => ({ ...store, search: () => new Promise(() => undefined) })
    site = await startSite({ dataset: writableDataset(), settings: { SANAD_QUERY_TIMEOUT_MS: '50' }, wrap })
    const slow = await open('{ search(text: "musk") { totalCount } }')
    expect(slow.status).toBe(504)
    await slow.more()
    expect(slow.text).toContain('TIMEOUT')
  })

  it('are refused as JSON with 406 and the remedy, and never cached', async () => {
    await start()
    for (const method of ['GET', 'POST']) {
      const response = await fetch(
        method === 'GET' ? `${site.url}/graphql?query=${encodeURIComponent(REVISIONS)}` : `${site.url}/graphql`,
        method === 'GET'
          ? { headers: { Accept: 'application/json' } }
          : { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: REVISIONS }) },
      )
      expect([response.status, response.headers.get('Cache-Control')]).toEqual([406, 'no-store'])
      expect(await response.text()).toContain('text/event-stream')
    }
  })

  it('are bounded for each client, and a client that disconnects frees its place', async () => {
    await start()
    const warnings: Error[] = []
    const warn = (warning: Error): void => void warnings.push(warning)
    process.on('warning', warn)
    for (let i = 0; i < MAX_STREAMS_PER_CLIENT; i += 1) await begun(REVISIONS)
    process.off('warning', warn)
    expect(warnings.map(({ message }) => message)).toEqual([])
    const refused = await open(REVISIONS)
    expect(refused.status).toBe(429)
    streams[0]?.leave()
    await expect.poll(async () => (await open(REVISIONS)).status, { interval: 50, timeout: 5000 }).toBe(200)
  })

  it('end when the server stops, so that clients connect again', async () => {
    await start()
    const stream = await begun(REVISIONS)
    const stopped = site.stop()
    while (await stream.more());
    expect(stream.text).not.toContain('complete')
    await stopped
    site = await startSite({ dataset: writableDataset() })
  })

  it('have one root field, as the GraphQL specification requires', async () => {
    await start()
    const stream = await open('subscription { revisionPublished { number } claimChanged { slug } }')
    const [{ data } = expect.fail('no event')] = await stream.events(1)
    expect(data.errors?.[0]?.message).toContain('must select only one top level field')
  })
})
