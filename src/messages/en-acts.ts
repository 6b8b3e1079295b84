/** Words for the acts of speakers in English: stance, certainty, tense and evidentiality. */
export const enActs = {
  acts: {
    STATES: 'states',
    CONFIRMS: 'confirms',
    DENIES: 'denies',
    ALLEGES: 'alleges',
    SPECULATES: 'speculates',
    REPORTS_UNKNOWN: 'says',
    RETRACTS: 'takes it back',
  },
  /** Plural forms of `acts`, for several claimants or a group. */
  actsOfMany: {
    STATES: 'state',
    CONFIRMS: 'confirm',
    DENIES: 'deny',
    ALLEGES: 'allege',
    SPECULATES: 'speculate',
    REPORTS_UNKNOWN: 'say',
    RETRACTS: 'take it back',
  },
  actNegated: (act: string): string => `${act} that it is not the case`,
  /** Certainty of the claimed thing after the verb of a stance: "states (as possible)". */
  certaintiesOfActs: {
    CERTAIN: '',
    PROBABLE: 'as probable',
    POSSIBLE: 'as possible',
    UNDERSPECIFIED: 'certainty not stated',
  },
  tenses: { PRESENT: 'at present', FUTURE: 'in future' },
  /** In place of "as reported" if the document is the claimant's own. */
  retoldElsewhere: 'as retold elsewhere',
  evidentialities: {
    PRIMARY_DOCUMENT: 'in a first-hand document',
    DIRECT_QUOTE: 'in a direct quote',
    INDIRECT_SPEECH: 'as reported',
    HEARSAY: 'hearsay',
    INFERENCE: 'inferred',
    SELF_DECLARED: 'self-declared',
    NONE: 'without evidence given',
  },
}
