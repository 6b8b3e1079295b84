import type { KeptFigures } from './measure-kept.ts'
import type { Spread } from './statistics.ts'

/** A table of Markdown. */
export const table = (head: readonly string[], lines: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
export const short = (value: number): string =>
  Number.isFinite(value) ? (value >= 100 ? whole(value) : value.toPrecision(3)) : '–'
/** Median with minimum and maximum of the rounds. */
export const spread = ({ median, min, max }: Spread): string =>
  Number.isFinite(median) ? `${short(median)} (${short(min)}–${short(max)})` : '–'

export const renderKept = (kept: readonly KeptFigures[]): string =>
  table(
    ['response', 'bytes', 'Sanad, req/s (min–max)', 'bare node:http', 'ratio, goal ≥ 0.9', 'CPU µs: Sanad, bare'],
    kept.map(({ name, bytes, ours, bare, ratio, cpuUs, bareCpuUs }) => [
      name,
      whole(bytes),
      spread(ours),
      spread(bare),
      spread(ratio),
      `${whole(cpuUs)}, ${whole(bareCpuUs)}`,
    ]),
  )
