import type { Branded } from './branded.ts'

/** The id of an assertion, as its seed gives it: unique among assertions, and no slug. */
export type AssertionId = Branded<string, 'AssertionId'>

export const toAssertionId = (text: string): AssertionId => text as AssertionId
