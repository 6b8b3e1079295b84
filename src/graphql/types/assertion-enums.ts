import { CERTAINTIES, EVIDENTIALITIES, LACKS, POLARITIES, STANCES, TENSES } from '../../domain/stance.ts'
import { builder } from '../builder.ts'
import { values } from './enum-values.ts'

export const StanceEnum = builder.enumType('Stance', {
  description: 'The speech act of an assertion.',
  values: values(STANCES, {
    STATES: 'Says so, or that it is not so, as a fact.',
    CONFIRMS: 'Says that what somebody else said is right.',
    DENIES: 'Says that it is not so, against somebody who says that it is.',
    ALLEGES: 'Says so without proof.',
    SPECULATES: 'Guesses. It never counts against what is said.',
    REPORTS_UNKNOWN: 'Says that it is not known, not confirmed, or without evidence.',
    RETRACTS: 'The claimant takes back an earlier assertion of its own.',
  }),
})
export const PolarityEnum = builder.enumType('Polarity', {
  description: 'Whether an assertion says that the claim is so, that it is not so, or neither.',
  values: values(POLARITIES, {
    AFFIRMS: 'It is so.',
    NEGATES: 'It is not so.',
    UNKNOWN: 'Neither, as where somebody says that it is not known.',
  }),
})
export const CertaintyEnum = builder.enumType('Certainty', {
  description: 'How sure the claimant is, as the claimant puts it. It never changes the status.',
  values: values(CERTAINTIES, {
    CERTAIN: 'Without a hedge.',
    PROBABLE: 'With "probably", "likely" and the like.',
    POSSIBLE: 'With "may", "might", "could" and the like.',
    UNDERSPECIFIED: 'The words do not tell.',
  }),
})
export const TenseEnum = builder.enumType('Tense', {
  description: 'When the claimed thing is, as the claimant puts it. It never changes the status.',
  values: values(TENSES, {
    PRESENT: 'As something that is so or was so, or without a word on when.',
    FUTURE: 'As something to come: “will”, “akan”, a plan, a forecast.',
  }),
})

export const EvidentialityEnum = builder.enumType('Evidentiality', {
  description: 'How the assertion reached us.',
  values: values(EVIDENTIALITIES, {
    PRIMARY_DOCUMENT: "We read it in the claimant's own document, such as its policy.",
    DIRECT_QUOTE: "The source quotes the claimant's words.",
    INDIRECT_SPEECH: 'The source says in its own words what the claimant said.',
    HEARSAY: 'The source hands on what is said, often without a name.',
    INFERENCE: 'It was concluded from something else.',
    SELF_DECLARED: 'The claimant declares it of itself.',
    NONE: 'The source says so and shows nothing for it.',
  }),
})
export const LackEnum = builder.enumType('Lack', {
  description: 'What somebody misses who says that something is not known.',
  values: values(LACKS, {
    EVIDENCE: 'Evidence, or proof.',
    CONFIRMATION: 'That somebody confirms it.',
    DETAIL: 'An explanation, or details.',
  }),
})
