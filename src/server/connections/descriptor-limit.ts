import { readFileSync } from 'node:fs'

/** The limit assumed where the system does not tell: the usual soft limit. */
const ASSUMED_LIMIT = 1024

/** How many files and connections this process may have open at once. */
export function readDescriptorLimit(): number {
  try {
    return parseDescriptorLimit(readFileSync('/proc/self/limits', 'utf8'))
  } catch {
    return ASSUMED_LIMIT
  }
}

/** @param limits the text of /proc/self/limits */
export function parseDescriptorLimit(limits: string): number {
  const soft = /^Max open files\s+(\S+)/m.exec(limits)?.[1]
  if (soft === 'unlimited') return Number.POSITIVE_INFINITY
  return soft !== undefined && /^\d+$/.test(soft) ? Number(soft) : ASSUMED_LIMIT
}
