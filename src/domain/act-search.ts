import { queryTerms, withStems } from '../text/search-text.ts'
import { withoutStopWords } from '../text/stop-words.ts'
import type { Stance } from './stance.ts'

/** Words of a search that name an act, in English and Indonesian, folded. */
const WORDS: readonly (readonly [Stance, string])[] = [
  ['DENIES', 'deny denies denied denying denial denials reject rejects rejected'],
  ['DENIES', 'bantah membantah dibantah bantahan bantahannya sangkal menyangkal disangkal sangkalan'],
  ['CONFIRMS', 'confirm confirms confirmed confirming admit admits admitted'],
  ['CONFIRMS', 'membenarkan dibenarkan mengonfirmasi dikonfirmasi konfirmasi mengakui diakui'],
  ['ALLEGES', 'allege alleges alleged accuse accuses accused menuduh dituduh tuduhan'],
  ['SPECULATES', 'speculate speculates speculated suspect suspects suspected menduga diduga dugaan berspekulasi'],
  ['RETRACTS', 'retract retracts retracted retraction menarik mencabut dicabut'],
]
const STANCE_OF: ReadonlyMap<string, Stance> = new Map(
  WORDS.flatMap(([stance, words]) => words.split(' ').map((word): [string, Stance] => [word, stance])),
)

/** A search for acts: "what did Musk deny?". */
export interface ActSearch {
  readonly stance: Stance
  /** Terms of the other words that name something. */
  readonly terms: readonly string[]
}

/** Parses a search for acts. Null if the text has no word for an act, or no other word that names something. */
export function actSearchIn(text: string): ActSearch | null {
  const words = queryTerms(text)
  const stance = words.map((word) => STANCE_OF.get(word)).find((one) => one !== undefined)
  const named = withoutStopWords(words).filter((word) => !STANCE_OF.has(word))
  return stance === undefined || named.length === 0 ? null : { stance, terms: withStems(named) }
}
