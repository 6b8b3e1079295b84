import { readFileSync, writeFileSync } from 'node:fs'

export interface ResidentMemory {
  readonly nowBytes: number
  /** Since the start of the process. */
  readonly peakBytes: number
}

/** Resident memory of a process, from the kernel: Node's own figures exclude the engine's memory. */
export function readMemory(pid: number | 'self' = 'self'): ResidentMemory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const bytesOf = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024
  return { nowBytes: bytesOf('VmRSS'), peakBytes: bytesOf('VmHWM') }
}

export function resetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5')
}
