/** State of a git checkout; commits are null where git does not know them. */
export interface Checkout {
  readonly head: string | null
  readonly parent: string | null
  /** The commit in which the branch left `main`; `head` itself on `main`. */
  readonly forkOfMain: string | null
  /** Whether files differ from `head` or are untracked. */
  readonly isChanged: boolean
}

/**
 * The commit with which the files are compared: the fork on a branch, `head` on a `main` with changed files, and the
 * commit before on an unchanged `main`. @returns null where there is nothing to compare with
 */
export function baseOf({ head, parent, forkOfMain, isChanged }: Checkout): string | null {
  if (forkOfMain !== null && forkOfMain !== head) return forkOfMain
  return isChanged ? head : parent
}
