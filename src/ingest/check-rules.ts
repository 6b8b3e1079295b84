import { PREDICATES, type SlotRule } from '../domain/predicate.ts'
import { isLegalPair, LEGAL_POLARITIES } from '../domain/stance.ts'
import { latestDayAt } from '../text/instant.ts'
import { firstDay, lastDay } from '../text/partial-date.ts'
import { quoting } from '../text/printable.ts'
import { type Overlap, overlapping } from './overlapping.ts'
import { type FoundProblem, type ParsedFile, type Path, problemAt } from './seed-problem.ts'
import type { SeedEntity } from './seed-schema.ts'
import type { UnreadFiles } from './unread-files.ts'

/** What the model asks beyond form and references: legal pairs, frames, periods. */
export function checkRules(files: readonly ParsedFile[], unread: UnreadFiles, now: Date): readonly FoundProblem[] {
  const problems: FoundProblem[] = []
  const [first] = files
  if (first && unread.count === 0 && !files.some(({ content }) => content.story)) {
    problems.push(problemAt(first, 'RULE_BROKEN', [], 'no file here tells a story: one needs the key story'))
  }
  for (const file of files) {
    const broken = (path: Path, message: string): void => {
      problems.push(problemAt(file, 'RULE_BROKEN', path, message))
    }
    const checkPeriod = (from: string | undefined, to: string | undefined, path: Path): void => {
      if (from && to && firstDay(from) > lastDay(to))
        broken(path, quoting`the period ends (${to}) before it begins (${from}): turn them round`)
    }
    const checkRecorded = (recordedAt: string | undefined, path: Path): void => {
      if (recordedAt && Date.parse(recordedAt) > now.getTime())
        broken(path, quoting`${recordedAt} is in the future: write when this record learnt it`)
    }
    const { story, entities = [], sources = [], claims = [], relations = [], assessments = [] } = file.content
    checkRecorded(story?.recordedAt, ['story', 'recordedAt'])
    const told = new Set<string>()
    for (const [i, id] of (story?.claims ?? []).entries()) {
      if (told.size === told.add(id).size) broken(['story', 'claims', i], quoting`${id} is told twice: keep one`)
    }
    for (const [i, entity] of entities.entries()) {
      const periods = entity.speaksFor ?? []
      for (const [j, { validFrom, validTo }] of periods.entries())
        checkPeriod(validFrom, validTo, ['entities', i, 'speaksFor', j])
      for (const { item: period, index } of overlapping(periods, PERIODS)) {
        broken(
          ['entities', i, 'speaksFor', index],
          quoting`overlaps another period of ${entity.id} for ${period.entity}: end one before the other begins`,
        )
      }
    }
    for (const [i, { title, language, titleIsDescription }] of sources.entries()) {
      if (Object.keys(title).length > 1 && language === undefined && !titleIsDescription)
        broken(['sources', i, 'title'], 'which of these was printed is not known: write the language of the document')
    }
    for (const [i, relation] of relations.entries()) checkRecorded(relation.recordedAt, ['relations', i, 'recordedAt'])
    for (const [i, { recordedAt, assessedAt }] of assessments.entries()) {
      checkRecorded(recordedAt, ['assessments', i, 'recordedAt'])
      if (firstDay(assessedAt) > latestDayAt(now))
        broken(['assessments', i, 'assessedAt'], quoting`${assessedAt} is in the future: write when it was judged`)
    }
    for (const [i, claim] of claims.entries()) {
      checkPeriod(claim.validFrom, claim.validTo, ['claims', i, 'validTo'])
      checkRecorded(claim.recordedAt, ['claims', i, 'recordedAt'])
      const rules = PREDICATES[claim.predicate]
      const slots: readonly [string, SlotRule, boolean][] = [
        ['data', rules.data, (claim.data ?? []).length > 0],
        ['uses', rules.uses, (claim.uses ?? []).length > 0],
        ['object', rules.object, claim.object !== undefined],
      ]
      for (const [slot, rule, filled] of slots) {
        if (rule === 'required' && !filled) broken(['claims', i], `${claim.predicate} needs ${slot}`)
        if (rule === 'none' && filled) broken(['claims', i, slot], `${claim.predicate} takes no ${slot}`)
      }
      const [objectKey] = Object.keys(claim.object ?? {})
      const kinds = rules.objectKinds.map((kind) => kind.toLowerCase())
      if (objectKey && kinds.length > 0 && !kinds.includes(objectKey)) {
        broken(['claims', i, 'object'], `the object of ${claim.predicate} is one of: ${kinds.join(', ')}`)
      }
      for (const [j, a] of claim.assertions.entries()) {
        const path: Path = ['claims', i, 'assertions', j]
        checkRecorded(a.recordedAt, [...path, 'recordedAt'])
        checkPeriod(a.heldFrom, a.heldUntil, [...path, 'heldUntil'])
        if (!isLegalPair(a.stance, a.polarity)) {
          broken(
            [...path, 'polarity'],
            `${a.stance} goes with ${LEGAL_POLARITIES[a.stance].join(' or ')}, not ${a.polarity}`,
          )
        }
        if ((a.stance === 'RETRACTS') !== (a.retracts !== undefined)) {
          broken(path, 'RETRACTS names what it takes back in retracts, and nothing else does')
        }
        if (a.lacks !== undefined && a.stance !== 'REPORTS_UNKNOWN') {
          broken([...path, 'lacks'], 'goes with REPORTS_UNKNOWN: only who says that it is not known misses something')
        }
        if (a.lacksFrom !== undefined && a.lacks !== 'CONFIRMATION') {
          broken([...path, 'lacksFrom'], 'goes with lacks: CONFIRMATION, which somebody has not given')
        }
      }
    }
  }
  return problems
}

const PERIODS: Overlap<NonNullable<SeedEntity['speaksFor']>[number]> = {
  groupOf: ({ entity }) => entity,
  beginOf: ({ validFrom }) => (validFrom ? firstDay(validFrom) : ''),
  endOf: ({ validTo }) => (validTo ? lastDay(validTo) : '~'),
  // Both days count.
  isWithin: (begin, end) => begin <= end,
}
