import { expect, it } from 'vitest'
import { toSlug } from '../../src/domain/slug.ts'
import { recordedTimes } from '../../src/ingest/recorded-times.ts'
import type { ParsedFile } from '../../src/ingest/seed-problem.ts'

const story = (folder: string, recordedAt: string): ParsedFile => ({
  file: `${folder}/story.yaml`,
  folder,
  content: { story: { id: toSlug('story'), title: { en: 'Story' }, summary: {}, claims: [], recordedAt } },
  readText: () => '',
  placeInFile: (path) => path,
})

it('time of an object beside the stories is that of the earliest one, in whatever precision they are written', () => {
  const now = new Date('2026-11-01T00:00:00Z')
  const timeOf = recordedTimes([story('a', '2026-08-01T00:00:30Z'), story('b', '2026-08-01T00:00Z')], now)
  expect(timeOf('beside')).toBe('2026-08-01T00:00:00Z')
  expect(timeOf('b/deeper')).toBe('2026-08-01T00:00:00Z')
  expect(timeOf('a', undefined, '2026-09-01T00:00:00.5Z')).toBe('2026-09-01T00:00:00Z')
})
