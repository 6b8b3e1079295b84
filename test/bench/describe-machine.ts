import { cpus, release, totalmem } from 'node:os'

/** Date, Node version and machine of the figures, in one line. */
export function describeMachine(now: Date): string {
  const [first] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const parts = [
    now.toISOString().slice(0, 10),
    `${first?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${memory}`,
    `Linux ${release()}`,
    `Node ${process.versions.node}`,
  ]
  return parts.join(' · ')
}
