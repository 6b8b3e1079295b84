import { REPORTING_VERBS } from '../../domain/reporting-verb.ts'
import { CERTAINTIES, EVIDENTIALITIES, LACKS, POLARITIES, STANCES, TENSES } from '../../domain/stance.ts'
import { builder } from '../builder.ts'
import { values } from './enum-values.ts'

export const StanceEnum = builder.enumType('Stance', {
  description: 'Speech act of an assertion: how the claimant puts it. The polarity says on which side.',
  values: values(STANCES, {
    STATES: 'Says as a fact that the claim is so, or that it is not so: see the polarity.',
    CONFIRMS: 'Says that somebody else is right who said so before.',
    DENIES: 'Says that the claim is not so, against somebody who says that it is.',
    ALLEGES: 'Says so without proof, as an accuser does.',
    SPECULATES: 'Guesses or supposes. A guess never contradicts an assertion that states or denies.',
    REPORTS_UNKNOWN:
      'Says that the claim is not known, not confirmed or without evidence. Sentences add this as a caveat.',
    RETRACTS:
      'Takes back an earlier assertion of the same claimant. A mistake of the newsroom is withdrawn instead (`withdrawalReason`).',
  }),
})
export const ReportingVerbEnum = builder.enumType('ReportingVerb', {
  description: 'Reporting verb of an assertion, within its stance. No verb judges the claimant.',
  values: values(REPORTING_VERBS, {
    SAYS: 'Says, in speech or in a text. With STATES or REPORTS_UNKNOWN.',
    WRITES: 'Writes. With STATES or REPORTS_UNKNOWN.',
    MENTIONS: 'Mentions among other things. With STATES.',
    REPORTS: 'Reports, as a news medium does. With STATES.',
    REVEALS: 'Makes known for the first time. With STATES.',
    ANNOUNCES: 'Announces. With STATES.',
    EXPLAINS: 'Explains. With STATES.',
    STRESSES: 'Says with emphasis. With STATES or REPORTS_UNKNOWN.',
    ASSURES: 'Gives an assurance; with DENIES, an assurance that the claim is not so. With STATES or DENIES.',
    ARGUES: 'Gives as an opinion, with reasons. With STATES.',
    CONFIRMS: 'Confirms. With CONFIRMS.',
    ACKNOWLEDGES: 'Grants that somebody else is right. With CONFIRMS.',
    DENIES: 'Denies. With DENIES.',
    REJECTS: 'Rejects what somebody said, asked or feared. With DENIES.',
    ALLEGES: 'Alleges. With ALLEGES.',
    CLAIMS: 'Asserts without proof. With ALLEGES.',
    SPECULATES: 'Speculates. With SPECULATES.',
    THINKS: 'Is of the opinion. With SPECULATES.',
    BELIEVES: 'Believes. With SPECULATES.',
    SUSPECTS: 'Suspects. With SPECULATES.',
    SUGGESTS: 'Puts forward as a possibility. With SPECULATES.',
    NOTES: 'Points out. With REPORTS_UNKNOWN.',
  }),
})
export const PolarityEnum = builder.enumType('Polarity', {
  description: 'Side of an assertion. Claims are in positive form, so that a denial has the polarity NEGATES.',
  values: values(POLARITIES, {
    AFFIRMS: 'Says that the claim is so.',
    NEGATES: 'Says that the claim is not so.',
    UNKNOWN: 'Takes neither side, as with the stances REPORTS_UNKNOWN and RETRACTS.',
  }),
})
export const CertaintyEnum = builder.enumType('Certainty', {
  description:
    "Degree of sureness in the claimant's own words, not the newsroom's confidence. It never changes a status.",
  values: values(CERTAINTIES, {
    CERTAIN: 'Stated without a hedge.',
    PROBABLE: 'Hedged with “probably”, “likely” or the like.',
    POSSIBLE: 'Hedged with “may”, “might”, “could” or the like.',
    UNDERSPECIFIED: 'Left open by the words.',
  }),
})
export const TenseEnum = builder.enumType('Tense', {
  description: "Time of the claimed thing in the claimant's own words. It never changes a status.",
  values: values(TENSES, {
    PRESENT: 'Present or past, or no word about the time.',
    FUTURE: 'Announcement, plan or forecast: “will”, “akan”.',
  }),
})

export const EvidentialityEnum = builder.enumType('Evidentiality', {
  description:
    'Way in which an assertion reached the newsroom, independent of certainty. HEARSAY, INFERENCE and NONE never confirm a claim independently.',
  values: values(EVIDENTIALITIES, {
    PRIMARY_DOCUMENT: "Read in the claimant's own document, such as its privacy policy.",
    DIRECT_QUOTE: "Quoted by the source in the claimant's words.",
    INDIRECT_SPEECH: 'Reported by the source in its own words: “X said that it …”.',
    HEARSAY: 'Passed on by the source as something that people say, often without a name.',
    INFERENCE: 'Concluded from other facts, rather than said as such.',
    SELF_DECLARED: 'Declared by the claimant about itself.',
    NONE: 'Said by the source itself, which shows nothing to support it.',
  }),
})
export const MissingItemEnum = builder.enumType('MissingItem', {
  description: 'Item that a REPORTS_UNKNOWN assertion names as missing.',
  values: values(LACKS, {
    EVIDENCE: 'Evidence or proof of the claim.',
    CONFIRMATION: 'Confirmation by somebody, named in `missingFrom` if the words name a party.',
    DETAIL: 'Explanation or details, such as which data or how they are used.',
  }),
})
