import { readFileSync } from 'node:fs'

/** Limit for systems that do not report one: the usual soft limit. */
const ASSUMED_LIMIT = 1024

/** Returns the maximum of open files and connections of this process. */
export function readDescriptorLimit(): number {
  try {
    return parseDescriptorLimit(readFileSync('/proc/self/limits', 'utf8'))
  } catch {
    return ASSUMED_LIMIT
  }
}

/** Returns the soft limit on open files; infinity for `unlimited`. @param limits text of /proc/self/limits */
export function parseDescriptorLimit(limits: string): number {
  const soft = /^Max open files\s+(\S+)/m.exec(limits)?.[1]
  if (soft === 'unlimited') return Number.POSITIVE_INFINITY
  return soft !== undefined && /^\d+$/.test(soft) ? Number(soft) : ASSUMED_LIMIT
}
