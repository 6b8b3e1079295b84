import type { BesideFigures } from './measure-beside.ts'
import type { BlocksFigures } from './measure-blocks.ts'
import { type ExportFigures, FEW_FILES, FEW_FILES_FROM } from './measure-exports.ts'
import type { McpFigures } from './measure-mcp.ts'
import type { MemoryFigures } from './measure-memory.ts'
import type { PublicationFigures } from './measure-publications.ts'
import type { ScaleFigures } from './measure-scale.ts'
import { short, spread, table, whole } from './render-table.ts'

export const renderBeside = (figures: readonly BesideFigures[]): readonly string[] => [
  '### A small question beside heavy ones',
  'One claim by slug, one at a time with 5 ms of rest, alone and while two connections send a heavy question without rest. Goal of the ratio ≤ 2.',
  table(
    ['heavy question', 'its CPU, ms', 'small alone, p99 ms (min–max)', 'small beside it, p99 ms', 'ratio'],
    figures.map((one) => [
      one.heavy,
      short(one.heavyCpuMs),
      spread(one.aloneP99Ms),
      spread(one.besideP99Ms),
      spread(one.ratio),
    ]),
  ),
]

export const renderMcp = (figures: readonly McpFigures[]): readonly string[] => [
  '### Tools for assistants',
  'A call of each tool by HTTP, and a POST of each query that it makes: CPU of the server and the database. Goal of the ratio ≤ 1.5.',
  table(
    ['tool', 'call, ms of CPU (min–max)', 'its queries, ms of CPU', 'ratio'],
    figures.map((one) => [one.tool, spread(one.callMs), spread(one.queriesMs), spread(one.ratio)]),
  ),
]

export const renderBlocks = (figures: readonly BlocksFigures[]): readonly string[] => [
  '### Longest block of the thread that serves requests',
  'Each question with 8 in flight. The second column counts only what the thread itself ran in one block, with garbage collection; the first also time in which other processes ran. Goal ≤ 20 ms.',
  table(
    ['question', 'longest, ms', 'longest, ms of CPU', 'blocks over 20 ms of CPU'],
    figures.map((one) => [one.question, short(one.longestMs), short(one.longestCpuMs), one.over20]),
  ),
]

export function renderMemory(figures: MemoryFigures): readonly string[] {
  const { idle, warm, budgetBytes, cachedBytes, idleIndexBytes, warmIndexBytes } = figures
  const growth = (warmIndexBytes ?? 0) - (idleIndexBytes ?? 0)
  const allowed = idle.serverBytes + budgetBytes + growth
  return [
    '### Resident memory',
    table(
      ['', 'idle', 'warm'],
      [
        ['server, resident', mb(idle.serverBytes), mb(warm.serverBytes)],
        ['of it the ordered index', mb(idleIndexBytes), mb(warmIndexBytes)],
        ['of it the caches', '–', `${mb(cachedBytes)} of ${mb(budgetBytes)}`],
        ['database, resident', mb(idle.databaseBytes), mb(warm.databaseBytes)],
      ],
    ),
    `Goal: the server warm ≤ idle + budget of the caches + what the index grew = ${mb(allowed)}; measured ${mb(warm.serverBytes)}.`,
  ]
}

export function renderPublications(figures: PublicationFigures): readonly string[] {
  const { p50Ms, p99Ms } = figures
  return [
    '### Reads while revisions are published',
    `The seven questions for peers, and one about the edited claim in every fourth request, 8 in flight, for ${short(figures.seconds)} s each: before the edits, with an edit of one claim every 100 ms in the process of the server, and after them.`,
    table(
      ['', 'still', 'published', 'still again', 'published ÷ still'],
      [
        ['p50, ms', ...p50Ms.map(short), short((2 * p50Ms[1]) / (p50Ms[0] + p50Ms[2]))],
        ['p99, ms, goal of the ratio ≤ 2', ...p99Ms.map(short), short(figures.ratio)],
      ],
    ),
    table(
      [
        'edits',
        'p99 of an edit, ms',
        'edited claim read again',
        'other claims read again',
        'statements',
        'edits seen',
        'responses with the edited claim',
        'of them with two edits, goal 0',
      ],
      [
        [
          figures.edits,
          short(figures.editP99Ms),
          figures.editedRead,
          figures.othersRead,
          figures.statements,
          figures.seen,
          figures.showing,
          figures.mixed,
        ],
      ],
    ),
  ]
}

export function renderScale(figures: readonly ScaleFigures[]): readonly string[] {
  const [first] = figures
  /** A run of one size says nothing of growth. */
  const growthOf = (cell: string): readonly string[] => (figures.length > 1 ? [cell] : [])
  const names = first?.questions.map(({ name }) => name) ?? []
  return [
    '### Scale',
    table(
      [
        'claims',
        'load, s',
        'claims/s',
        'states/s',
        'on disk',
        'start, until ready, ms',
        'until the first response, ms',
        'resident idle: server + database',
        'warm',
      ],
      figures.map((one) => [
        whole(one.claims),
        short(one.loadMs / 1000),
        whole((one.claims / one.loadMs) * 1000),
        whole((one.states / one.loadMs) * 1000),
        mb(one.diskBytes),
        whole(one.readyMs),
        whole(one.answeredMs),
        `${mb(one.idle.serverBytes)} + ${mb(one.idle.databaseBytes)}`,
        `${mb(one.warm.serverBytes)} + ${mb(one.warm.databaseBytes)}`,
      ]),
    ),
    'The golden queries and the seven questions for peers over HTTP, one at a time, in milliseconds. The same requests at every size: they name things that the smallest size has.',
    table(
      [
        'question',
        ...figures.map(({ claims }) => `p50, p99 at ${whole(claims)}`),
        ...growthOf('p50, largest ÷ smallest'),
      ],
      names.map((name) => {
        const all = figures.map(({ questions }) => questions.find((one) => one.name === name))
        const cells = all.map((one) =>
          one ? `${short(one.p50Ms)}, ${short(one.p99Ms)}${one.refused === 0 ? '' : `, ${one.refused} refused`}` : '–',
        )
        const growth = (all.at(-1)?.p50Ms ?? Number.NaN) / (all[0]?.p50Ms ?? Number.NaN)
        return [name, ...cells, ...growthOf(short(growth))]
      }),
    ),
  ]
}

export const renderExports = (figures: readonly ExportFigures[]): readonly string[] => [
  '### Exports',
  'Each format over all claims. Rates are claims per second of CPU: written as a file, and the same pages of claims read from the store alone (bare). Goal of the ratio ≥ 0.5. A workbook reads each claim twice, but the bare reading reads it once. Memory is the highest resident memory of the server above idle while it sends the file, without the growth of its caches: goal ≤ 64 MiB. Longest block of the thread that serves requests: goal ≤ 20 ms of CPU.',
  `From ${whole(FEW_FILES_FROM)} claims on, only ${FEW_FILES.join(', ')} are measured.`,
  table(
    [
      'claims',
      'file',
      'rounds',
      'MB',
      'written, claims/s (min–max)',
      'bare, claims/s',
      'ratio (min–max)',
      'above idle',
      'caches',
      'longest block, ms',
      'its CPU, ms',
    ],
    figures.map((one) => [
      whole(one.claims),
      one.file,
      one.rounds,
      short(one.bytes / 1e6),
      spread(one.exported),
      spread(one.bare),
      spread(one.toBare),
      one.overIdleBytes === null ? 'refused' : mb(one.overIdleBytes),
      mb(one.cacheBytes),
      short(one.longestMs),
      short(one.longestCpuMs),
    ]),
  ),
]

const mb = (bytes: number | null): string =>
  bytes === null ? '–' : `${bytes < 10e6 ? short(bytes / 1e6) : whole(bytes / 1e6)} MB`
