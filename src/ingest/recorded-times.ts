import { dirname } from 'node:path'
import { toSecond } from '../text/instant.ts'
import type { ParsedFile } from './seed-problem.ts'

/** @param own instants of the object and of the objects around it, innermost first; the first given one counts */
type RecordTime = (folder: string, ...own: readonly (string | undefined)[]) => string

/**
 * Returns a function that finds the instant at which an object was recorded: its own, else that of the story of its folder or of
 * a folder above, else that of the earliest story. Times are to the second, in the form that sorts as strings.
 */
export function recordedTimes(files: readonly ParsedFile[], now: Date): RecordTime {
  /** Times of folders: those of stories, then those that were looked up. */
  const times = new Map(
    files.flatMap((f) => (f.content.story ? [[f.folder, toSecond(f.content.story.recordedAt)]] : [])),
  )
  const [first = toSecond(now)] = [...times.values()].sort()
  const timeOf = (folder: string): string => {
    const above = dirname(folder)
    const time = times.get(folder) ?? (above === folder ? first : timeOf(above))
    times.set(folder, time)
    return time
  }
  return (folder, ...own) => {
    const given = own.find((time) => time !== undefined)
    return given === undefined ? timeOf(folder) : toSecond(given)
  }
}
