/** Words of a question or a request that name nothing, in English and Indonesian, folded. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'who whom whose what which when where why how is are was were do does did has have had can could may will would',
    'say says said saying tell tells told show find list claim claims that this the a an of to in into on for by with',
    'about from and or it its their they my your our me any there',
    'siapa siapakah apa apakah mana manakah kapan kapankah bagaimana mengapa kenapa berapa bisakah',
    'yang dan atau di ke dari pada untuk oleh tentang bahwa adalah ada adakah itu ini saja dengan saya kami kita',
    'kata mengatakan dikatakan menyebut bilang klaim cari tampilkan',
  ].flatMap((line) => line.split(' ')),
)

/** Removes words that name nothing. A text of such words alone keeps all of them. */
export function withoutStopWords(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !STOP_WORDS.has(word))
  return left.length === 0 ? words : left
}
