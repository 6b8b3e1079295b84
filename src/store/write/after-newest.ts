/**
 * Makes the instant of each new revision later than all before, by adding a millisecond to the latest if the clock has no later
 * time. `asOf` with the instant of a revision then finds that revision, also after two writes in one millisecond or after the
 * clock was set back.
 * @param known instants of all revisions of the database
 */
export function afterNewest<T extends { readonly recordedAt: string }>(
  revisions: readonly T[],
  known: readonly { readonly recordedAt: string }[],
): readonly T[] {
  let newestMs = known.reduce((ms, { recordedAt }) => Math.max(ms, Date.parse(recordedAt)), Number.NEGATIVE_INFINITY)
  return revisions.map((one) => {
    const isLater = Date.parse(one.recordedAt) > newestMs
    newestMs = isLater ? Date.parse(one.recordedAt) : newestMs + 1
    return isLater ? one : { ...one, recordedAt: new Date(newestMs).toISOString() }
  })
}
