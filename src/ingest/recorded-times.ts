import { dirname } from 'node:path'
import type { ParsedFile } from './seed-problem.ts'

/** @param own instants of the object and of the objects around it, innermost first; the first given one counts */
type RecordTime = (folder: string, ...own: readonly (string | undefined)[]) => string

/**
 * Returns a function that finds the instant at which an object was recorded: its own, else that of the story of its folder or of
 * a folder above, else that of the earliest story.
 */
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
