import { posix } from 'node:path'
import type { SourceFile } from './source-file.ts'

/** Folder of src → the folders it may import. */
export type ImportTable = ReadonlyMap<string, ReadonlySet<string>>

/** Parses the table of ARCHITECTURE.md, the only place that declares the allowed imports. */
export function parseImportTable(markdown: string): ImportTable {
  const rows = [...markdown.matchAll(/^\| `src\/(\w+)(?:\.ts)?` \|[^|]*\| ([^|]*) \|$/gm)]
  const folders = rows.map(([, folder = '']) => folder)
  return new Map(rows.map(([, folder = '', cell = '']) => [folder, parseCell(cell, folders)]))
}

function parseCell(cell: string, folders: readonly string[]): ReadonlySet<string> {
  const named = [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
  const strange = named.find((name) => !folders.includes(name))
  if (strange) throw new Error(`The table of ARCHITECTURE.md has no row for ${strange}.`)
  if (cell === 'nothing') return new Set()
  if (/^all(?: but (?:`\w+`(?:, )?)+)?$/.test(cell)) return new Set(folders.filter((folder) => !named.includes(folder)))
  if (/^`\w+`(?:, `\w+`)*$/.test(cell)) return new Set(named)
  throw new Error(`The table of ARCHITECTURE.md says "${cell}": write nothing, all, all but \`x\`, or \`x\`, \`y\`.`)
}

/** src/store/write/load-dataset.ts → store; src/config/settings.ts → config. */
export const folderOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.ts$/, '')

const isRelative = (specifier: string): boolean => /^\.\.?\//.test(specifier)
export const targetOf = (path: string, specifier: string): string => posix.join(posix.dirname(path), specifier)

export function walls(files: readonly SourceFile[], table: ImportTable): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const from = folderOf(path)
    const allowed = table.get(from)
    if (!allowed) return [`${path}: ARCHITECTURE.md has no row for src/${from}`]
    return imports.flatMap(({ specifier, line }) => {
      if (!isRelative(specifier)) return []
      const target = targetOf(path, specifier)
      if (!target.startsWith('src/')) return [`${path}:${line} ${target} is outside src`]
      const to = folderOf(target)
      return to === from || allowed.has(to) ? [] : [`${path}:${line} ${from} may not import ${to}`]
    })
  })
}

/** The second table of ARCHITECTURE.md: subfolder, such as `widgets/view` → the subfolders beside it that it may import. */
export function parseSubfolderTable(markdown: string): ImportTable {
  const rows = [...markdown.matchAll(/^\| `(\w+\/\w+)` \| ([^|]*) \|$/gm)]
  if (rows.length === 0) throw new Error('ARCHITECTURE.md has no table of subfolders.')
  return new Map(
    rows.map(([, subfolder = '', cell = '']) => [
      subfolder,
      new Set(cell === 'nothing' ? [] : [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)),
    ]),
  )
}

/** Imports between the subfolders of one folder that the table does not allow. */
export function innerWalls(files: readonly SourceFile[], table: ImportTable): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const [folder = '', from = ''] = subfolderOf(path)
    const allowed = table.get(`${folder}/${from}`)
    if (!allowed) return []
    return imports.flatMap(({ specifier, line }) => {
      const [other, to = ''] = isRelative(specifier) ? subfolderOf(targetOf(path, specifier)) : []
      const isInside = other !== folder || to === from || to === '' || allowed.has(to)
      return isInside ? [] : [`${path}:${line} ${folder}/${from} may not import ${folder}/${to}`]
    })
  })
}

/** src/widgets/view/view.ts → widgets, view; src/widgets/tokens.ts → widgets. */
const subfolderOf = (path: string): readonly string[] => path.split('/').slice(1, -1)

/** Own code by relative path with its ending, Node's by node:, and packages that are installed with the program. */
export function specifiers(files: readonly SourceFile[], packages: readonly string[]): readonly string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, line }) => {
      if (isRelative(specifier)) return specifier.endsWith('.ts') ? [] : [`${path}:${line} ${specifier} lacks .ts`]
      const isKnown =
        specifier.startsWith('node:') || packages.some((p) => specifier === p || specifier.startsWith(`${p}/`))
      return isKnown ? [] : [`${path}:${line} ${specifier} is neither relative, nor node:, nor a dependency`]
    }),
  )
}

/** Imports of packages that only one file may use: package → path. */
export function packageHomes(files: readonly SourceFile[], homes: Readonly<Record<string, string>>): readonly string[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier }) => (homes[specifier] ?? path) !== path)
      .map(({ specifier, line }) => `${path}:${line} only ${homes[specifier]} may import ${specifier}`),
  )
}

/** Files, indexes and drivers of an engine are known to the store alone. */
export const engineImports = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => !path.startsWith('src/store/'))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => isRelative(specifier) && targetOf(path, specifier).startsWith('src/store/engines/'))
        .map(({ specifier, line }) => `${path}:${line} only src/store may import ${targetOf(path, specifier)}`),
    )

/** Reports packages and modules of Node in pure folders. @param tables packages that only map text to text */
export function purity(
  files: readonly SourceFile[],
  pure: readonly string[],
  tables: readonly string[],
): readonly string[] {
  return files
    .filter(({ path }) => pure.includes(folderOf(path)))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => !isRelative(specifier) && !tables.includes(specifier))
        .map(({ specifier, line }) => `${path}:${line} ${folderOf(path)} is pure and may not import ${specifier}`),
    )
}

/** Import cycles, including those of types only. import() is excluded, since it runs when it is reached. */
export function cycles(files: readonly SourceFile[]): readonly string[] {
  const needs = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter((i) => i.when !== 'late' && isRelative(i.specifier)).map((i) => targetOf(path, i.specifier)),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (trail.includes(path) || done.has(path)) return
    for (const next of needs.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of needs.keys()) visit(path, [])
  return found
}
