import { fc } from '../property-runs.ts'

/** Names in many scripts: with spaces, without, with signs that combine, with apostrophes. */
export const NAMES_IN_SCRIPTS = [
  'Elon Musk',
  'Søren Łódź',
  'Đorđe Þórður',
  'Straße Æsir œuvre',
  'İstanbul ışık',
  "O'Brien",
  'Musk’s',
  'Ὀδυσσεύς ᾳ',
  'Жириновский',
  'Հայաստան',
  'საქართველო',
  'בִּנְיָמִין',
  'أحمد بن محمد',
  'می‌خواهم',
  'हिन्दी समाचार',
  'தமிழ்',
  '東京都庁',
  '个人信息保护委员会',
  'ばら バラ ﾊﾞﾗ はら',
  'X社の方針',
  'สวัสดีครับ',
  'ຂໍ້ມູນ',
  'ទិន្នន័យ',
  'အချက်အလက်',
  '한국인터넷진흥원',
  'ＸＡＩ ２０２３',
  '𝒳 ﬁnance',
] as const

/** One of the names, or some of them, in either form of Unicode and any case. */
export const nameInScripts: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...NAMES_IN_SCRIPTS), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('NFC', 'NFD', 'NFKC'),
    fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
    ),
  )
  .map(([names, form, toCase]) => toCase(names.join(' ').normalize(form)))
