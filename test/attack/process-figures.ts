import { readdirSync, readFileSync } from 'node:fs'
import { type ResidentMemory, readMemory } from '../bench/resident-memory.ts'

/** The kernel's unit in /proc/PID/stat: 100 ticks per second on every current Linux. */
const TICK_MS = 10
const NS_PER_MS = 1e6
/** User and system time are each rounded down to ticks. */
const ROUNDED_MS = 2 * TICK_MS

export interface ProcessFigures {
  readonly residentBytes: number
  /** Sum of each process's peak. */
  readonly peakBytes: number
  readonly descriptors: number
}

/** Memory of a process and its descendants, and its own open descriptors, from the operating system. */
export function readFigures(pid: number): ProcessFigures {
  const memories = [pid, ...descendantsOf(pid)].map(readMemoryOrNone)
  return {
    residentBytes: memories.reduce((sum, { nowBytes }) => sum + nowBytes, 0),
    peakBytes: memories.reduce((sum, { peakBytes }) => sum + peakBytes, 0),
    descriptors: listOrNone(`/proc/${pid}/fd`).length,
  }
}

/** Returns zeros for a process that has just ended. */
function readMemoryOrNone(pid: number): ResidentMemory {
  try {
    const { nowBytes, peakBytes } = readMemory(pid)
    return { nowBytes: nowBytes || 0, peakBytes: peakBytes || 0 }
  } catch {
    return { nowBytes: 0, peakBytes: 0 }
  }
}

/**
 * Milliseconds of CPU of a process, its threads and its descendants. The kernel gives nanoseconds for live threads, and
 * ticks of 10 ms for a process including ended threads. The meter adds up threads, and adds the remainder that only the
 * ticks include.
 */
export function createCpuMeter(pid: number): () => number {
  const threads = new Map<string, number>()
  let unseenMs = 0
  return () => {
    let ticksMs = 0
    for (const one of [pid, ...descendantsOf(pid)]) {
      ticksMs += readTicks(one) * TICK_MS
      for (const thread of listOrNone(`/proc/${one}/task`)) {
        const ns = Number(readOrNone(`/proc/${one}/task/${thread}/schedstat`).split(' ')[0])
        if (ns > 0) threads.set(`${one} ${thread}`, ns)
      }
    }
    const seenMs = [...threads.values()].reduce((sum, one) => sum + one, 0) / NS_PER_MS
    if (ticksMs > seenMs + unseenMs + ROUNDED_MS) unseenMs = ticksMs - seenMs
    return seenMs + unseenMs
  }
}

/** Ticks of user and system time, including ended children. */
function readTicks(pid: number): number {
  const stat = readOrNone(`/proc/${pid}/stat`)
  // The program's name may contain spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
}

/** Processes that a process started, and theirs. */
export function descendantsOf(pid: number): readonly number[] {
  const children = listOrNone(`/proc/${pid}/task`).flatMap((thread) =>
    readOrNone(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return children.flatMap((child) => [child, ...descendantsOf(child)])
}

/** A thread or process may end between listing and reading. */
function readOrNone(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function listOrNone(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
