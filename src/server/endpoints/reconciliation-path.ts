import type { QueryParameters } from '../../text/query-parameters.ts'

/** Work of one path of the reconciliation service. */
export type ReconciliationTask =
  | { readonly is: 'SERVICE' | 'DRAFT_SERVICE' | 'MATCH' | 'EXTEND' | 'PROPOSE' | 'PREVIEW' | 'VIEW' }
  | { readonly is: 'SUGGEST' | 'FLYOUT'; readonly of: 'entity' | 'property' | 'type' }

export interface ReconciliationPath {
  readonly task: ReconciliationTask
  /** Whether the path is of version 1.0-draft. */
  readonly isDraft: boolean
  readonly methods: readonly string[]
  readonly parameters: QueryParameters
}

const READ = ['GET', 'HEAD', 'OPTIONS']
const POST = ['POST', 'OPTIONS']

const accepting = (...known: readonly string[]): QueryParameters => ({
  known: ['lang', ...known],
  repeatable: ['filter'],
  foreign: 'REFUSED',
})

/** Parameters that the form of OpenRefine sends with every prefix, from the time of Freebase. They have no effect. */
export const OF_FORMS = [
  'filter',
  'spell',
  'exact',
  'scoring',
  'key',
  'prefixed',
  'stemmed',
  'format',
  'type',
  'type_strict',
  '_',
]

const SUGGESTED = /^\/(suggest|flyout)\/(entity|property|type)$/

/** Reads a path of the service. Null for one that it does not have. */
export function toReconciliationPath(path: string): ReconciliationPath | null {
  const isDraft = /^\/reconcile\/v1(?:\/|$)/.test(path)
  const rest = path.slice(isDraft ? '/reconcile/v1'.length : '/reconcile'.length)
  const [, action, of] = SUGGESTED.exec(rest) ?? []
  if (of === 'entity' || of === 'property' || of === 'type') {
    if (action === 'suggest')
      return {
        task: { is: 'SUGGEST', of },
        isDraft,
        methods: READ,
        parameters: accepting('prefix', 'cursor', ...OF_FORMS),
      }
    return isDraft ? null : { task: { is: 'FLYOUT', of }, isDraft, methods: READ, parameters: accepting('id') }
  }
  const known = (isDraft ? DRAFT_PATHS : PATHS)[rest]
  return known === undefined ? null : { ...known, isDraft }
}

const PREVIEW = { task: { is: 'PREVIEW' }, methods: READ, parameters: accepting('id') } as const
const PROPOSE = { task: { is: 'PROPOSE' }, methods: READ, parameters: accepting('type', 'limit') } as const

type Paths = Readonly<Record<string, Omit<ReconciliationPath, 'isDraft'> | undefined>>

const PATHS: Paths = {
  '': {
    task: { is: 'SERVICE' },
    methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
    parameters: accepting('queries', 'extend'),
  },
  '/propose': PROPOSE,
  '/preview': PREVIEW,
  '/view': { task: { is: 'VIEW' }, methods: READ, parameters: accepting('id') },
}

const DRAFT_PATHS: Paths = {
  '': { task: { is: 'DRAFT_SERVICE' }, methods: READ, parameters: accepting() },
  '/match': { task: { is: 'MATCH' }, methods: POST, parameters: accepting() },
  '/extend': { task: { is: 'EXTEND' }, methods: POST, parameters: accepting() },
  '/extend/propose': PROPOSE,
  '/preview': PREVIEW,
}
