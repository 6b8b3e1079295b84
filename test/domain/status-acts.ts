import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { ClaimRecord } from '../../src/domain/claim-record.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import type { ClaimStatus } from '../../src/domain/claim-status-types.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { type Evidentiality, LEGAL_POLARITIES, type Polarity, STANCES, type Stance } from '../../src/domain/stance.ts'
import { withSlugs } from './plain-slugs.ts'

export type Act = { stance: Stance; polarity: Polarity; who: Who }
export type Who = 'party' | 'mouth' | 'paper' | 'letter' | 'other' | 'guest' | 'echo' | 'nobody'

/**
 * Eight kinds of speaker: the subject, its speaker, an unsigned document of either, an independent party, one that is
 * read in the subject's own document, one based on its document, and none.
 */
const SPEAKERS: Readonly<Record<Who, { claimantId: string | null; sourceId: string; evidentiality: Evidentiality }>> = {
  party: { claimantId: 'x', sourceId: 'policy', evidentiality: 'PRIMARY_DOCUMENT' },
  mouth: { claimantId: 'musk', sourceId: 'post', evidentiality: 'DIRECT_QUOTE' },
  paper: { claimantId: null, sourceId: 'blog', evidentiality: 'PRIMARY_DOCUMENT' },
  letter: { claimantId: null, sourceId: 'post', evidentiality: 'NONE' },
  other: { claimantId: 'reporter', sourceId: 'report', evidentiality: 'PRIMARY_DOCUMENT' },
  guest: { claimantId: 'customer', sourceId: 'blog', evidentiality: 'DIRECT_QUOTE' },
  echo: { claimantId: 'blogger', sourceId: 'article', evidentiality: 'INDIRECT_SPEECH' },
  nobody: { claimantId: null, sourceId: 'article', evidentiality: 'HEARSAY' },
}

export const WHO = Object.keys(SPEAKERS).filter((who): who is Who => who in SPEAKERS)

export const assertion = ({ stance, polarity, who }: Act, index: number): Assertion =>
  withSlugs<Assertion>({
    id: toAssertionId(`a${index}`),
    claimId: 'c',
    stance,
    polarity,
    certainty: 'CERTAIN',
    ...SPEAKERS[who],
    claimantAsPrinted: null,
    via: [],
    quote: null,
    assertedAt: '2023-08-31',
    heldFrom: null,
    heldUntil: null,
    retracts: null,
    withdrawn: null,
  })

export const claimRecord = (assertions: readonly Assertion[]): ClaimRecord => ({
  claim: {
    id: toSlug('c'),
    subject: { kind: 'Entity', id: toSlug('x') },
    predicate: 'COLLECTS',
    data: [toSlug('biometric')],
    uses: [],
    object: null,
    condition: null,
    validFrom: null,
    validTo: null,
  },
  assertions,
  speaksFor: { musk: [{ entityId: toSlug('x'), validFrom: '2022-10', validTo: null }] },
  sources: {
    policy: { derivation: 'KNOWN', publishedBy: toSlug('x'), ancestors: [] },
    blog: { derivation: 'KNOWN', publishedBy: toSlug('x'), ancestors: [] },
    post: { derivation: 'KNOWN', publishedBy: toSlug('musk'), ancestors: [] },
    report: { derivation: 'KNOWN', publishedBy: toSlug('reporter'), ancestors: [] },
    article: { derivation: 'KNOWN', publishedBy: null, ancestors: [toSlug('policy')] },
  },
})
export const status = (acts: readonly Act[]): ClaimStatus => claimStatus(claimRecord(acts.map(assertion)))

export const ACTS: readonly Act[] = STANCES.filter((s) => s !== 'RETRACTS').flatMap((stance) =>
  LEGAL_POLARITIES[stance].flatMap((polarity) => WHO.map((who) => ({ stance, polarity, who }))),
)
/** All sets of one to three acts. */
export function* sets(): Generator<readonly Act[]> {
  for (const [i, a] of ACTS.entries()) {
    yield [a]
    for (const [j, b] of ACTS.entries()) {
      if (j < i) continue
      yield [a, b]
      for (const c of ACTS.slice(j)) yield [a, b, c]
    }
  }
}
export const acts = (...given: readonly [Stance, Polarity, Who][]): readonly Act[] =>
  given.map(([stance, polarity, who]) => ({ stance, polarity, who }))

/** Whether the act asserts or denies, as opposed to an allegation, a guess or a report of unknowns. */
export const says = ({ stance }: Act): boolean => ['STATES', 'CONFIRMS', 'DENIES'].includes(stance)
export const isFirst = ({ who }: Act): boolean => ['party', 'mouth', 'paper', 'letter'].includes(who)

/** Whether an act is independent of the first party. The echo depends on the party's document, and not on the post. */
export const isIndependent = (act: Act, set: readonly Act[]): boolean =>
  act.who === 'other' || (act.who === 'echo' && !set.some((one) => one.who === 'party' && says(one)))
