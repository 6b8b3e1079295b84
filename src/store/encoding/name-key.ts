import { foldText } from '../../text/fold.ts'

/** Length in code points, so that a cursor with the key stays short. Slugs order names that are equal up to here. */
const MAX_KEY = 100

/** Returns the stored key by which things are sorted by name: the folded name. Slugs break ties. */
export const nameKey = (name: string): string => [...foldText(name)].slice(0, MAX_KEY).join('')
