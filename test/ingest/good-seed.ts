export const NOW = new Date('2026-11-01T00:00:00Z')

export const STORY = `story:
  id: a-story
  recordedAt: '2026-08-01T00:00:00Z'
  title: { en: A story }
  summary: { en: In short }
  claims: [x-collects-biometric]
`
export const THINGS = `entities:
  - id: x
    kind: Service
    names: [{ value: X, language: en, kind: PREFERRED }]
dataCategories:
  - id: biometric
    names: [{ value: biometric data, language: en, kind: PREFERRED }]
sources:
  - id: policy
    kind: POLICY
    title: { en: Policy }
    versions: [{ id: policy-1, kind: CHANGE }]
`
export const CLAIMS = `claims:
  - id: x-collects-biometric
    subject: x
    predicate: COLLECTS
    data: [biometric]
    assertions:
      - id: x-says
        stance: STATES
        polarity: AFFIRMS
        certainty: POSSIBLE
        evidentiality: PRIMARY_DOCUMENT
        claimant: x
        source: policy
        quote: { exact: may collect, language: en, start: 10, end: 21, version: policy-1 }
`
export const GOOD = { 'story.yaml': STORY, 'things.yaml': THINGS, 'claims.yaml': CLAIMS }
