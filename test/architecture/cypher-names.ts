import { textOf } from './code-rules.ts'
import type { DeclaredName } from './declared-names.ts'
import type { SourceFile } from './source-file.ts'

/** Node labels and edge types: (n:Claim), [:ABOUT|BY]; properties and result names: n.status AS status. */
const LABELS = /(?<=[([]\w*:|\|)[A-Z]\w*/g
const PROPERTIES = /(?<=\b[a-z]\w*\.)[a-z]\w*|(?<=\bAS )[a-z]\w*/g

/** Names in the Cypher of src/store/queries: labels, properties and result columns. */
export const cypherNames = (files: readonly SourceFile[]): readonly DeclaredName[] =>
  files
    .filter(({ path }) => path.startsWith('src/store/queries/'))
    .flatMap((file) =>
      file.places.flatMap(({ node }) => {
        const text = textOf(node) ?? ''
        const place = { path: file.path, line: file.lineOf(node.start), type: null }
        return [
          ...(text.match(LABELS) ?? []).map((name) => ({ ...place, name, kind: 'type' as const })),
          ...(text.match(PROPERTIES) ?? []).map((name) => ({ ...place, name, kind: 'property' as const })),
        ]
      }),
    )
