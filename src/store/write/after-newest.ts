/**
 * Returns new revisions whose instants are each later than those before, by a millisecond where the clock gives no later one. The instant of a
 * revision then finds that revision and no later one, also after two writes in one millisecond and on a clock that was set back.
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
