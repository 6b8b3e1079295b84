import { wordsOf } from './banned-words.ts'
import { declaredBy, exportedDeclarations, moduleName } from './declared-names.ts'
import { targetOf } from './import-rules.ts'
import { nodesOf, type SourceFile } from './source-file.ts'

/**
 * Modules whose name shares no word with any of their exports. Modules without named exports (entry points of programs)
 * and modules imported for their effect (they register types with a builder) are exempt.
 */
export function misnamedModules(files: readonly SourceFile[]): readonly string[] {
  const effects = new Set(files.flatMap(effectImports))
  return files.flatMap((file) => {
    const names = exportNames(file)
    if (names.length === 0 || effects.has(file.path)) return []
    const exported = new Set(names.flatMap(comparableWords))
    const isNamed = comparableWords(moduleName(file.path)).some((word) => exported.has(word))
    return isNamed ? [] : [`${file.path} exports ${names.join(', ')}`]
  })
}

export const exportNames = (file: SourceFile): readonly string[] =>
  exportedDeclarations(file).flatMap((node) => declaredBy(node).map(({ name }) => name))

/** Paths of imports without names: `import './a.ts'`. */
const effectImports = ({ path, places }: SourceFile): readonly string[] =>
  places
    .filter(({ node }) => node.type === 'ImportDeclaration' && nodesOf(node.specifiers).length === 0)
    .flatMap(({ node }) => nodesOf([node.source]).map(({ value }) => targetOf(path, String(value))))

/** Singular words, and pairs as one word: 'claims' equals 'claim', and jsonld.ts may export toJsonLd. */
function comparableWords(name: string): readonly string[] {
  const words = wordsOf(name)
  return [...words, ...words.slice(1).map((word, i) => `${words[i]}${word}`)].map(singular)
}

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
