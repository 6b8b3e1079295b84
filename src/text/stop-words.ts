/** Words that make a question, in English and Indonesian, folded. */
const INTERROGATIVES: ReadonlySet<string> = new Set([
  ...['who', 'whom', 'whose', 'what', 'which', 'when', 'where', 'why', 'how'],
  ...['siapa', 'siapakah', 'apa', 'apakah', 'mana', 'manakah', 'kapan', 'kapankah', 'bagaimana', 'mengapa', 'kenapa'],
  ...['berapa'],
])

/** Words of a question that name nothing. */
const FILLERS: ReadonlySet<string> = new Set([
  ...['is', 'are', 'was', 'were', 'do', 'does', 'did', 'has', 'have', 'had', 'can', 'will', 'would'],
  ...[
    'say',
    'says',
    'said',
    'saying',
    'tell',
    'tells',
    'told',
    'that',
    'the',
    'a',
    'an',
    'of',
    'to',
    'in',
    'on',
    'for',
  ],
  ...['by', 'with', 'about', 'and', 'or', 'it', 'its', 'their', 'they'],
  ...['yang', 'dan', 'atau', 'di', 'ke', 'dari', 'pada', 'untuk', 'oleh', 'tentang', 'bahwa', 'adalah', 'ada', 'itu'],
  ...['ini', 'saja', 'kata', 'mengatakan', 'dikatakan', 'menyebut', 'bilang', 'dengan'],
])

/** The words of a question without those that name nothing. All words of a text that asks nothing, or has no others. */
export function withoutStopWords(words: readonly string[]): readonly string[] {
  if (!words.some((word) => INTERROGATIVES.has(word))) return words
  const left = words.filter((word) => !INTERROGATIVES.has(word) && !FILLERS.has(word))
  return left.length === 0 ? words : left
}
