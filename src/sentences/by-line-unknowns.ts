import type { Assertion } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import type { Messages } from '../messages/en.ts'
import type { Missing } from '../messages/words.ts'
import { formatDate, formatList } from '../text/languages.ts'
import { partyKey } from './by-line-clauses.ts'
import { claimantName, type Mention } from './claimant-name.ts'
import type { Names } from './names.ts'
import { utterancesOf } from './utterance.ts'
import { missingOf } from './utterance-words.ts'

interface UnknownsContext {
  readonly details: ClaimDetails
  readonly names: Names
  readonly messages: Messages
  readonly mention: Mention
  /** Keys of the parties and slugs of the documents that the by-line has named. */
  readonly named: ReadonlySet<string>
  /** Maximum of documents in one pair of brackets, from 1. Further ones are counted. */
  readonly maxNamed: number
}

/**
 * Returns the things that are reported as unknown, bare and short: "no evidence yet; not yet confirmed by X". Those who
 * report them follow in brackets, unless the by-line has named them.
 *
 * @param assertions live ones that report something unknown
 */
export function byLineUnknowns(assertions: readonly Assertion[], context: UnknownsContext): readonly string[] {
  const { details, names, messages, mention, named, maxNamed } = context
  const reporters = new Map<string, readonly Assertion[]>()
  for (const { heldUntil, assertions: own } of utterancesOf(assertions, details)) {
    for (const one of own) {
      const key = JSON.stringify([partyKey(one, names, messages), heldUntil])
      reporters.set(key, [...(reporters.get(key) ?? []), one])
    }
  }
  const groups = new Map<string, Reported>()
  for (const own of reporters.values()) {
    const isNamed = own.some((one) =>
      named.has(one.claimantId === null ? one.sourceId : partyKey(one, names, messages)),
    )
    const missing = missingOf(own, names, messages)
    const key = JSON.stringify([missing, isNamed, own[0]?.heldUntil])
    const { first = [] } = groups.get(key) ?? {}
    groups.set(key, { missing, isNamed, first: [...first, ...own.slice(0, 1)] })
  }
  return [...groups.values()].map(({ missing, isNamed, first }) => {
    const called = first.slice(0, maxNamed).map((one) => claimantName(one, names, messages, mention).name)
    const rest = first.length - called.length
    const listed = formatList(rest > 0 ? [...called, messages.byLine.others(rest)] : called, messages.tag)
    const until = first[0]?.heldUntil ?? null
    const past = until === null ? '' : messages.noLongerStated(formatDate(until, messages.tag))
    return `${messages.byLine.unknown(missing, isNamed ? null : listed)}${past}`
  })
}

/** Things that one or more claimants report as unknown. */
interface Reported {
  readonly missing: readonly Missing[]
  /** True if the by-line has named those who report them. */
  readonly isNamed: boolean
  /** First assertion of each. */
  readonly first: readonly Assertion[]
}
