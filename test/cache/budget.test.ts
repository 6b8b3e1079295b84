import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { REQUESTS_SHARE } from '../../src/cache/create-cache.ts'
import type { Filled } from './fill-cache.ts'

const ROOT = join(import.meta.dirname, '../..')
const MEGABYTES = 64

/** Fills a cache in a separate process, so that its memory can be measured. */
async function fill(responses: number, bodyLength: number): Promise<Filled> {
  const program = ['--expose-gc', '--import', 'tsx', 'test/cache/fill-cache.ts']
  const args = [MEGABYTES, responses, bodyLength].map(String)
  const { stdout } = await promisify(execFile)(process.execPath, [...program, ...args], { cwd: ROOT })
  return JSON.parse(stdout)
}

describe('cache filled past its budget', () => {
  // `npm run attack` fills it with a million small responses.
  it.each([
    ['small', 100_000, 44],
    ['middling', 20_000, 1500],
    ['large', 1000, 100_000],
  ])('takes within 125 % of the bytes that it counts, with %s responses', async (_, responses, bodyLength) => {
    const { maxBytes, countedBytes, measuredBytes, entries, peakBytes } = await fill(responses, bodyLength)
    const inMb = (bytes: number): number => Math.round(bytes / 1024 / 1024)
    console.info(
      `${entries} entries: ${inMb(measuredBytes)} MB after a collection, ${inMb(peakBytes)} MB resident at most`,
    )
    expect(entries).toBeLessThan(responses)
    expect(countedBytes).toBeLessThanOrEqual(maxBytes * REQUESTS_SHARE)
    expect(countedBytes).toBeGreaterThan(maxBytes * REQUESTS_SHARE * 0.95)
    expect(measuredBytes).toBeLessThan(countedBytes * 1.25)
    expect(measuredBytes).toBeGreaterThan(countedBytes * 0.75)
  })
})
