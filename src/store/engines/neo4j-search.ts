import { abbreviating, joinedBeginnings, PARTS, rankingOf, TEXT, UNRANKED } from '../../domain/folded-texts.ts'
import { alternativesOf, findsBeginnings } from '../../text/search-text.ts'
import type { FoundStates, SearchBounds, StatementRunner, TextIndex } from './engine.ts'
import { groupByRank, NOTHING_FOUND } from './found-states.ts'
import { toIndexName } from './neo4j-schema.ts'

/** Searches the text index of Neo4j. */
export async function searchNeo4j(
  run: StatementRunner['run'],
  index: TextIndex,
  terms: readonly string[],
  { language, matching = 'ALL', ...bounds }: SearchBounds,
): Promise<FoundStates> {
  if (terms.length === 0 || bounds.limit < 1) return NOTHING_FOUND
  const query = matching === 'ANY' ? toAnyOf(index, terms) : toLuceneQuery(index, terms)
  const found = { ...bounds, most: bounds.limit + 1, index: toIndexName(index), query }
  const [row] = await (language === null
    ? run(UNRANKED_THINGS, found)
    : run(RANKED_THINGS, { ...found, ...SIGNS, ...abbreviating(terms), property: index.property }))
  const things = toTexts(row?.things)
  const complete = things.length <= bounds.limit
  const limited = things.slice(0, bounds.limit)
  if (language === null) return { groups: [{ rank: '', things: limited }], complete }
  const rank = rankingOf(terms, language)
  const texts = toTexts(row?.texts)
  const ranks = new Map([...new Set(texts)].map((text) => [text, rank(text)]))
  return { groups: groupByRank(limited, (place) => ranks.get(texts[place] ?? '') ?? ''), complete }
}

const toTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/**
 * Reads states by descending score of Lucene, up to one more than the limit. `$keys[0]` has a condition of its own, since a
 * loop over a list takes as long as the search of the index.
 */
const FOUND = `CALL db.index.fulltext.queryNodes($index, $query) YIELD node
WITH node WHERE node.fromRevision <= $revision AND node.untilRevision > $revision
AND ($drafts OR node.visibility IS NULL)
AND ($keys IS NULL OR node.thing STARTS WITH $keys[0] OR any(k IN $keys[1..] WHERE node.thing STARTS WITH k))
WITH node LIMIT $most`

const UNRANKED_THINGS = [FOUND, 'RETURN collect(node.thing) AS things'].join('\n')

/** Field and language at the start of a text. The language has at most 8 letters. */
const MARKER = "split(left(x, 10), ' ')[0]"

/**
 * Reads things, and for each its abbreviated texts (domain/folded-texts.ts). Texts without a searched word decide no rank, and
 * are left out. A thing that is found by unranked words alone has the markers of all its texts.
 */
const RANKED_THINGS = [
  FOUND,
  "WITH node.thing AS thing, coalesce(node[$property], '') AS all",
  'WITH thing, split(CASE WHEN all CONTAINS $unranked THEN split(all, $unranked)[0] ELSE all END, $text)[1..] AS texts',
  "WITH thing, texts, reduce(found = '', x IN [x IN texts WHERE any(b IN $beginnings WHERE x CONTAINS b)] | head([m IN [",
  MARKER,
  "] | head([a IN [$text + m + CASE WHEN NOT x STARTS WITH m + $said THEN ' ' + reduce(signs = '', t IN $alternatives |",
  "signs + coalesce(head([b IN t WHERE x + ' ' CONTAINS b]) + '*', ''))",
  "WHEN rTrim(x) = m + $said OR x STARTS WITH m + $said + ' ' + $parts THEN $said ELSE $said + '*' END + ' ']",
  '| CASE WHEN found CONTAINS a THEN found ELSE found + a END])])) AS found',
  "RETURN collect(thing) AS things, collect(rTrim(CASE found WHEN '' THEN reduce(all = '', x IN texts | all + $text +",
  MARKER,
  "+ ' ') ELSE found END)) AS texts",
].join('\n')
const SIGNS = { text: TEXT, parts: PARTS, unranked: UNRANKED }

/** All terms are required. A prefix has its boost as its score, whatever the lengths of the texts. */
function toLuceneQuery({ property, names }: TextIndex, terms: readonly string[]): string {
  const required = terms.map((term) => `+${property}:${toLuceneTerm(term)}^0`)
  const preferred = joinedBeginnings(terms).map((name) => `${names}:${escapeLucene(name)}*`)
  return [...required, ...preferred].join(' ')
}

/** One term suffices. Each adds to the score. */
const toAnyOf = ({ property }: TextIndex, terms: readonly string[]): string =>
  terms.map((term) => `${property}:${toLuceneTerm(term)}`).join(' ')

/** Escapes every character of a term, so that AND, OR and NOT are words too. */
function toLuceneTerm(term: string): string {
  const { word, exact } = alternativesOf(term)
  const first = findsBeginnings(word) ? `${escapeLucene(word)}*` : escapeLucene(word)
  return exact.length === 0 ? first : `(${[first, ...exact.map(escapeLucene)].join(' ')})`
}

const escapeLucene = (term: string): string =>
  term.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&').replace(/^(?:AND|OR|NOT)$/, '\\$&')
