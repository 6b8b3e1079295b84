import { romanize } from '../text/romanize.ts'
import { words } from '../text/search-text.ts'
import { withoutStopWords } from '../text/stop-words.ts'

/** A name in the forms by which names are compared. All are Latin, in lower case, without spaces and marks. */
export interface NameSpellings {
  /** All letters and digits. */
  readonly compact: string
  /** Without article, legal form and ending of a domain; the compact form if nothing else is left. */
  readonly core: string
  /** Words of the core. */
  readonly words: readonly string[]
  /** Initials of three to eight words: of all words, of the core, and of the core without stop words. */
  readonly initials: readonly string[]
}

/** Legal forms that follow a name, and forms that precede it, which lists of companies often leave out. */
const LEGAL_FORMS = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp plc pbc gmbh mbh ag kg kgaa ug ev se sa sas sasu sarl sl slu ' +
    'srl spa sro bv nv vof cv ab as asa aps oy oyj kk gk pt tbk persero pty pte sdn bhd jsc pjsc ooo oao zao zrt kft doo dd sp zoo'
  ).split(' '),
)
const LEADING_FORMS = new Set(['pt', 'cv', 'ud', 'pd', 'ooo', 'oao', 'zao', 'pjsc', 'jsc', 'the'])
const URL_START = /^(?:https?:\/\/)?(?:www\.)?/
const URL_PATH = /(?<=\.[a-z]{2,})\/.*$/
const DOMAIN = /[.-](?:com|org|net|edu|gov)(?:\.[a-z]{2})?$|\.(?:info|io|co|app|tv|ai|me)$|\.[a-z]{2}$/
/** Abbreviations with full stops, each of which is one word: S.A., B.V. */
const STOPPED = /\b(?:[a-z]\.){1,4}(?=[a-z]?\b|\s|$|[,)])(?:[a-z]\b)?/g

/** Length to which names are compared, in UTF-16 units. */
const MAX_NAME = 200

/** Returns the forms by which a name is compared. Their texts are empty for a name without letters and digits. */
export function spellingsOf(name: string): NameSpellings {
  const latin = romanize(name.slice(0, MAX_NAME))
  const all = words(latin.replaceAll('&', ' and '))
  const compact = all.join('')
  if (IS_PLAIN.test(latin)) return withCore(compact, all, all)
  const bare = latin.replace(URL_START, '').replace(URL_PATH, '').replace(DOMAIN, '')
  const named = words(bare.replaceAll('&', ' ').replace(STOPPED, (stopped) => stopped.replaceAll('.', '')))
  return withCore(compact, all, named)
}

/** A name without marks. */
const IS_PLAIN = /^[a-z0-9 ]*$/

function withCore(compact: string, all: readonly string[], named: readonly string[]): NameSpellings {
  const words = coreOf(named)
  const core = words.join('')
  const initials = all.length < MIN_INITIALS ? NO_INITIALS : initialsOf([all, words, withoutStopWords(words)])
  return core === '' || core === compact
    ? { compact, core: compact, words: all, initials }
    : { compact, core, words, initials }
}

/** Bounds of the number of words of an abbreviation: two initials would find too many names, and long titles have none. */
const MIN_INITIALS = 3
const MAX_INITIALS = 8
const NO_INITIALS: readonly string[] = []

const initialsOf = (lists: readonly (readonly string[])[]): readonly string[] => [
  ...new Set(
    lists
      .filter(({ length }) => length >= MIN_INITIALS && length <= MAX_INITIALS)
      .map((list) => list.map((word) => word.charAt(0)).join('')),
  ),
]

function coreOf(all: readonly string[]): readonly string[] {
  let start = 0
  let end = all.length
  while (end > start + 1 && LEGAL_FORMS.has(all[end - 1] ?? '')) end -= 1
  while (start < end - 1 && LEADING_FORMS.has(all[start] ?? '')) start += 1
  return all.slice(start, end).filter((word) => word !== 'and')
}

/**
 * Returns a compact form with letters of about the same sound made equal, and double ones single: `fonetiks` for phonetics,
 * `kvik` for quick, `jas` for jazz.
 */
export function soundOf(compact: string): string {
  let sound = ''
  for (let i = 0; i < compact.length; i += 1) {
    const letter = compact.charAt(i)
    const next = compact.charAt(i + 1)
    let heard = SAME_SOUND[letter] ?? letter
    if (letter === 'c' && 'eiy'.includes(next) && next !== '') heard = 's'
    const ofPair = SOUND_OF_PAIR[letter + next]
    if (ofPair !== undefined) {
      heard = ofPair
      i += 1
    }
    sound += sound.endsWith(heard) ? '' : heard
  }
  return sound
}

const SAME_SOUND: Readonly<Record<string, string>> = { x: 'ks', c: 'k', q: 'k', z: 's', w: 'v', y: 'i' }
const SOUND_OF_PAIR: Readonly<Record<string, string>> = { ph: 'f', kh: 'h', ck: 'k', qu: 'kv' }
