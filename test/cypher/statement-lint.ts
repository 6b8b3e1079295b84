import type { Statement } from '../../src/store/queries/statement.ts'

export interface Vocabulary {
  readonly labels: readonly string[]
  readonly edgeTypes: readonly string[]
  /** The only strings that a statement may contain. Other values are parameters. */
  readonly literals: readonly string[]
}

const CLAUSE =
  /(?<![.:$\w])(?:OPTIONAL|MATCH|WHERE|WITH|RETURN|UNWIND|CALL|CREATE|MERGE|SET|REMOVE|DETACH|DELETE|ORDER|SKIP|LIMIT|UNION|FOREACH|YIELD)\b/
const LITERAL = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g

/** Every { name, text } among a file's exports, also in nested records and lists. */
export function findStatements(value: unknown): readonly Statement<object>[] {
  if (typeof value !== 'object' || value === null) return []
  if ('name' in value && 'text' in value && typeof value.name === 'string' && typeof value.text === 'string')
    return [{ name: value.name, text: value.text }]
  return Object.values(value).flatMap(findStatements)
}

/** Violations of the form in which both engines run statements well. */
export function lintStatement({ text }: Statement<object>, known: Vocabulary): readonly string[] {
  const literals = [...text.matchAll(LITERAL)].map(([, single, double]) => single ?? double ?? '')
  const bare = text.replace(LITERAL, "''")
  return [
    ...(/\bOPTIONAL\s+MATCH\b/i.test(bare)
      ? ['OPTIONAL MATCH costs a scan: CALL (c) { MATCH … RETURN collect(…) }']
      : []),
    ...unconditionedStates(bare).map(
      (variable) => `${variable} is read at $revision without ($drafts OR ${variable}.visibility IS NULL)`,
    ),
    ...(/\bLOAD\s+CSV\b/i.test(bare) ? ['LOAD CSV reads files of the server'] : []),
    ...(/\bCALL\s+\w+[.(]/i.test(bare) ? ['procedures belong to an engine'] : []),
    ...matchClauses(bare)
      .filter((clause) => countRelationships(clause) > 1)
      .map((clause) => `more than one relationship in MATCH${clause.trimEnd()}: use a MATCH for each`),
    ...literals.filter((one) => !known.literals.includes(one)).map((one) => `'${one}' should be a parameter`),
    ...[...bare.matchAll(/(?<![.:$\w])(?:LIMIT|SKIP)\s+(?!\$)\S+/gi)].map(
      ([found]) => `${found}: should be a parameter`,
    ),
    ...[...bare.matchAll(/[([]\w*:\s*\$|\$\(|\$\{/g)].map(([found]) => `${found}: a parameter is a value, not a name`),
    ...namesAfter(bare, /\(\w*((?::\w+)+)/g)
      .filter((one) => !known.labels.includes(one))
      .map((one) => `no label ${one}`),
    ...namesAfter(bare, /\[\w*((?::\w+)(?:\|:?\w+)*)/g)
      .filter((one) => !known.edgeTypes.includes(one))
      .map((one) => `no relationship type ${one}`),
  ]
}

export function duplicates(names: readonly string[]): readonly string[] {
  return names.filter((name, i) => names.indexOf(name) !== i)
}

/** Variables of states that are read at a revision more often than their visibility is. */
function unconditionedStates(text: string): readonly string[] {
  const condition = /\(\$drafts OR (\w+)\.visibility IS NULL\)/g
  const conditioned = [...text.matchAll(condition)].map(([, variable]) => variable)
  const atRevision =
    /\b(\w+)\.(?:untilRevision > \$revision|untilRevision <= \$revision|fromRevision <= \$revision(?! AND \1\.untilRevision))/g
  const read = [...text.matchAll(atRevision)].map(([, variable = '']) => variable)
  const count = (list: readonly (string | undefined)[], variable: string): number =>
    list.filter((one) => one === variable).length
  return [...new Set(read)].filter((variable) => count(conditioned, variable) < count(read, variable))
}

/** The text between each MATCH and the next clause. */
function matchClauses(text: string): readonly string[] {
  return text
    .split(/(?<![.:$\w])MATCH\b/i)
    .slice(1)
    .map((rest) => rest.split(CLAUSE)[0] ?? '')
}

const countRelationships = (pattern: string): number => pattern.match(/-\[[^\]]*\]-|--/g)?.length ?? 0

const namesAfter = (text: string, form: RegExp): readonly string[] =>
  [...text.matchAll(form)].flatMap(([, names = '']) => names.split(/[:|]/).filter((name) => name !== ''))
