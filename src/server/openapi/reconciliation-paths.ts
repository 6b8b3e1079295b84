import type { DescribedPath } from './described-path.ts'

const JSON_ONLY = ['application/json']
const LANG = { lang: 'Language of names and headlines; that of Accept-Language unless given.' }
const ID = { id: 'Id of a thing, such as entity/x.', ...LANG }
const PROPOSE = { type: 'Id of a type.', limit: 'Number of properties at most, 1 to 100.', ...LANG }
const SUGGEST = { prefix: 'Beginning of a name.', cursor: 'Number of suggestions that the client has.', ...LANG }
const OF = { of: ['entity', 'property', 'type'] }

type Rest = Pick<DescribedPath, 'types'> & Partial<DescribedPath>
const described = (path: string, id: string, summary: string, rest: Rest): DescribedPath => ({
  path: `/reconcile${path}`,
  tag: 'api',
  id,
  summary,
  ...rest,
})

/** Paths of the reconciliation service. */
export const RECONCILIATION_PATHS: readonly DescribedPath[] = [
  described('', 'reconcile', 'W3C reconciliation 0.1 and 0.2: the manifest, matches and extensions.', {
    body: 'Reconciliation',
    types: JSON_ONLY,
    post: { takes: ['application/x-www-form-urlencoded'], types: JSON_ONLY },
    query: { queries: 'Batch of queries as JSON.', extend: 'Data extension query as JSON.', ...LANG },
  }),
  described('/suggest/{of}', 'suggest', 'Things, properties or types whose names begin with a prefix.', {
    body: 'ReconciliationSuggestions',
    types: JSON_ONLY,
    parts: OF,
    query: SUGGEST,
  }),
  described('/flyout/{of}', 'flyout', 'A suggestion in HTML, within JSON.', {
    body: 'ReconciliationFlyout',
    types: JSON_ONLY,
    parts: OF,
    query: ID,
  }),
  described('/propose', 'proposeProperties', 'Properties of a type.', {
    body: 'ReconciliationProposal',
    types: JSON_ONLY,
    query: PROPOSE,
  }),
  described('/preview', 'preview', 'Page that shows a thing in the frame of a client.', {
    types: ['text/html'],
    query: ID,
  }),
  described('/view', 'view', 'Redirect to the page of a thing.', { types: [], query: ID }),
  described('/v1', 'reconcileDraft', 'The manifest of version 1.0-draft.', {
    body: 'ReconciliationDraftManifest',
    types: JSON_ONLY,
    query: LANG,
  }),
  described('/v1/match', 'match', 'Matches by version 1.0-draft.', {
    body: 'ReconciliationDraftResults',
    types: null,
    post: { takes: JSON_ONLY, types: JSON_ONLY },
    query: LANG,
  }),
  described('/v1/extend', 'extend', 'Extensions by version 1.0-draft.', {
    body: 'ReconciliationDraftExtension',
    types: null,
    post: { takes: JSON_ONLY, types: JSON_ONLY },
    query: LANG,
  }),
  described('/v1/extend/propose', 'proposePropertiesDraft', 'Properties of a type, by version 1.0-draft.', {
    body: 'ReconciliationProposal',
    types: JSON_ONLY,
    query: PROPOSE,
  }),
  described('/v1/suggest/{of}', 'suggestDraft', 'Suggestions by version 1.0-draft.', {
    body: 'ReconciliationSuggestions',
    types: JSON_ONLY,
    parts: OF,
    query: SUGGEST,
  }),
  described('/v1/preview', 'previewDraft', 'Page that shows a thing, by version 1.0-draft.', {
    types: ['text/html'],
    query: ID,
  }),
]
