import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { type Descent, descentsOf } from '../../src/domain/descent.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { namesOfClaim } from '../../src/sentences/names-of-claims.ts'
import { openSeeded } from '../graphql/seeded-store.ts'
import type { OpenStore } from '../open-store.ts'

describe('names of a claim with a descent', () => {
  let opened: OpenStore
  let claim: ClaimDetails
  beforeAll(async () => {
    opened = await openSeeded()
    const [found] = await opened.store.claims([toSlug('x-sells-user-data')], await opened.store.revisionAt(null))
    claim = found ?? expect.fail('The claim is not there.')
  })
  afterAll(() => opened.database.close())
  const readDescents = async (): Promise<readonly Descent[]> => {
    const revision = await opened.store.revisionAt(null)
    return descentsOf(claim, (ids) => opened.store.claims(ids, revision))
  }

  it('are one object for as long as all that they are made from is unchanged', async () => {
    const [first, second] = [await readDescents(), await readDescents()]
    expect(first.length).toBeGreaterThan(0)
    expect(second).not.toBe(first)
    const names = namesOfClaim(claim, [], first)
    expect(namesOfClaim(claim)).not.toBe(names)
    expect(namesOfClaim(claim, [], second)).toBe(names)
    expect(names.descents(claim.claim.id)).toHaveLength(first.length)
  })

  it('are made again after a claim of the descent changed, or one that is an object', async () => {
    const descents = await readDescents()
    const names = namesOfClaim(claim, [], descents)
    const changed = descents.map((descent) => ({
      ...descent,
      steps: descent.steps.map((step) => ({ ...step, details: { ...step.details } })),
    }))
    const changedNames = namesOfClaim(claim, [], changed)
    expect(changedNames).not.toBe(names)
    expect(changedNames.descents(claim.claim.id)[0]).toBe(changed[0])
    expect(namesOfClaim(claim, [{ ...claim }], changed)).not.toBe(changedNames)
  })
})
