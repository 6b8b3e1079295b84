import { describe, expect, it } from 'vitest'
import { heldTexts, lastTexts } from '../../src/store/queries/record.ts'
import { ROW_TEXTS } from '../../src/store/row-texts.ts'

// What one of these did not look at would be overwritten by the load after one that was given up, or not be checked.
describe('the statements that tell of all texts of rows', () => {
  it.each(ROW_TEXTS)('tell of %s', (name) => {
    expect(lastTexts.text).toContain(`max(w.${name}) AS ${name}`)
    expect(heldTexts.text).toContain(`w.${name} AS ${name}`)
  })
})
