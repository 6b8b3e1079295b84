/** Limits of seeds (docs/reference/command-line.md). */
const MIB = 1024 * 1024

export const MAX_SEED_FILES = 2000
/** Maximum number of files and folders below the folder, of any name. */
export const MAX_SEED_ENTRIES = 50_000
export const MAX_FILE_BYTES = 5 * MIB
export const MAX_FOLDER_BYTES = 256 * MIB
/** Maximum number of keys, values, list items and punctuation marks of one file: `key: value` has three. */
export const MAX_INDICATORS = 200_000
export const MAX_LINES = 100_000
/** Maximum nesting of lists and maps; the form of a seed has nine levels. */
export const MAX_DEPTH = 32
export const MAX_ANCHORS = 1000
/** Maximum number of aliases of one file, nested ones included. */
export const MAX_ALIASES = 100
/** Maximum number of items of a list within an object; the claims of a story are unlimited. */
export { MAX_ITEMS as MAX_LIST } from '../domain/rules/forms.ts'
/** Maximum number of listed problems of one file. */
export const MAX_PROBLEMS = 100
/** Maximum length of a problem's message, and of its path, in characters. */
export const MAX_MESSAGE = 300
