import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import type { Slug } from '../../src/domain/slug.ts'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { multiplyStory } from '../bench/multiply-story.ts'
import { fc } from '../property-runs.ts'
import { NOW, type StartedSite, seeds, startSite } from '../site/start-site.ts'
import { byColumn, cellsOfCsv } from './readers/csv.ts'

/** The columns that number the lines of each file: those of a complete file are equal in its last line. */
const COUNTS = {
  'claims.csv': [['claim_number', 'claims_total']],
  'assertions.csv': [
    ['claim_number', 'claims_total'],
    ['assertion_number', 'assertions_total'],
  ],
  'sources.csv': [['source_number', 'sources_total']],
  'entities.csv': [['entity_number', 'entities_total']],
  'flourish-links.csv': [
    ['claim_number', 'claims_total'],
    ['assertion_number', 'assertions_total'],
  ],
  'flourish-points.csv': [['claim_number', 'claims_total']],
} as const

type CountedFile = keyof typeof COUNTS

/** Whether a saved file is complete, as the documentation says how to see it. */
function isComplete(file: CountedFile, bytes: Buffer): boolean {
  if (!bytes.toString().endsWith('\r\n')) return false
  const last = byColumn(cellsOfCsv(bytes)).at(-1)
  return COUNTS[file].every(([number, total]) => last?.[number] !== undefined && last[number] === last[total])
}

const FILES: readonly CountedFile[] = [
  'claims.csv',
  'assertions.csv',
  'sources.csv',
  'entities.csv',
  'flourish-links.csv',
  'flourish-points.csv',
]

describe('a file that was cut off', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each(FILES)('%s is recognisable after it was saved, wherever it was cut', async (file) => {
    const bytes = Buffer.from(
      await (await fetch(`${site.url}/export/${file}?lang=en&story=roll20-personal-data`)).arrayBuffer(),
    )
    expect(isComplete(file, bytes)).toBe(true)
    const lineEnds = [...bytes.toString('latin1').matchAll(/\r\n/g)].map(({ index }) => index + 2)
    for (const end of lineEnds.slice(0, -1)) expect([end, isCompleteBefore(file, bytes, end)]).toEqual([end, false])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (end) => {
        expect(isCompleteBefore(file, bytes, end)).toBe(false)
      }),
    )
  })
})

/** A cut within quotes is an error of every parser. */
function isCompleteBefore(file: CountedFile, bytes: Buffer, end: number): boolean {
  try {
    return isComplete(file, bytes.subarray(0, end))
  } catch {
    return false
  }
}

describe('a store that fails in the middle of an export', () => {
  let site: StartedSite
  beforeAll(async () => {
    const dataset = multiplyStory(await seeds(), 250)
    let first: Slug | undefined
    const wrap = (store: GraphStore): GraphStore => ({
      ...store,
      claims: async (ids, revision) => {
        first ??= ids[0]
        // Reads of few claims are those of descents, within the first page.
        const isLater = ids.length > 20 && ids[0] !== first
        if (isLater) throw new DomainError('STORE_UNAVAILABLE', 'The database is away.')
        return store.claims(ids, revision)
      },
    })
    site = await startSite({ dataset, wrap, now: NOW })
  })
  afterAll(() => site.stop())

  it.each(['claims.csv', 'assertions.csv'] as const)('leaves the response of %s without its end', async (file) => {
    const { status, chunked, isWhole, body } = await receive(`${site.url}/export/${file}?lang=en`)
    expect([status, chunked, isWhole]).toEqual([200, 'chunked', false])
    expect(body.length).toBeGreaterThan(10_000)
    expect(isCompleteBefore(file, body, body.length)).toBe(false)
  })

  it('gives an error in place of a file whose first line needs all claims', async () => {
    for (const file of ['sources.csv', 'entities.csv']) {
      const response = await fetch(`${site.url}/export/${file}?lang=en`)
      expect([response.status, (await response.text()).includes('STORE_UNAVAILABLE')]).toEqual([503, true])
    }
  })
})

interface Received {
  readonly status: number | undefined
  readonly chunked: string | undefined
  readonly isWhole: boolean
  readonly body: Buffer
}

async function receive(url: string): Promise<Received> {
  const sent = request(url)
  sent.end()
  const [response]: IncomingMessage[] = await once(sent, 'response')
  if (response === undefined) throw new Error('There is no response.')
  const chunks: Buffer[] = []
  response.on('data', (chunk) => chunks.push(chunk))
  response.on('error', () => undefined)
  await new Promise((resolve) => response.once('close', resolve))
  return {
    status: response.statusCode,
    chunked: response.headers['transfer-encoding'],
    isWhole: response.complete,
    body: Buffer.concat(chunks),
  }
}

describe('the reference', () => {
  it('says for every file how a cut-off one is recognised', () => {
    const reference = readFileSync(new URL('../../docs/reference/exports.md', import.meta.url), 'utf8')
    const [, section = ''] = /### Files that were cut off\n([^#]*(?:#(?!#)[^#]*)*)/.exec(reference) ?? []
    const tables = section.split('\n').filter((line) => line.startsWith('| `'))
    const told = tables.flatMap((line) =>
      [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, file]) => file),
    )
    expect(told.toSorted()).toEqual(EXPORT_FORMATS.map(({ file }) => file).toSorted())
  })
})
