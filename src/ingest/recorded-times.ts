import { dirname } from 'node:path'
import type { ParsedFile } from './seed-problem.ts'

/** @param own what is written at the thing itself, then at what it is part of: the first that is there counts */
type RecordTime = (folder: string, ...own: readonly (string | undefined)[]) => string

/** What says no time of its own was recorded with the story around it; what several share, with the first of them. */
export function recordedTimes(files: readonly ParsedFile[], now: Date): RecordTime {
  const stories = new Map(files.flatMap((f) => (f.content.story ? [[f.folder, f.content.story.recordedAt]] : [])))
  const [first = now.toISOString()] = [...stories.values()].sort()
  const timeOf = (folder: string): string => {
    const above = dirname(folder)
    const time = stories.get(folder) ?? (above === folder ? first : timeOf(above))
    stories.set(folder, time)
    return time
  }
  return (folder, ...own) => own.find((time) => time !== undefined) ?? timeOf(folder)
}
