/** Limits of seeds; docs/reference/command-line.md has the table of them. */
const MIB = 1024 * 1024

export const MAX_FILES = 2000
/** Files and folders looked at below the folder, of any name. */
export const MAX_ENTRIES = 50_000
export const MAX_FILE_BYTES = 5 * MIB
export const MAX_FOLDER_BYTES = 256 * MIB
/** Keys, values, list items and punctuation of one file: `key: value` has three. */
export const MAX_INDICATORS = 200_000
export const MAX_LINES = 100_000
/** Lists and maps within each other; the form of a seed has nine. */
export const MAX_DEPTH = 32
export const MAX_ANCHORS = 1000
/** Aliases of one file, those within what is repeated included. */
export const MAX_ALIASES = 100
/** Items of a list within a claim, a source or another thing; a story may tell any number of claims. */
export const MAX_LIST = 1000
/** Problems listed of one file. */
export const MAX_PROBLEMS = 100
/** Characters of a problem's message, and of its path. */
export const MAX_MESSAGE = 300
