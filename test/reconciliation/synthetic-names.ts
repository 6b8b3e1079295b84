import { randomFrom } from './misspell.ts'

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bro cle dri sta tru pla gri'.split(
  ' ',
)
const WORDS = ['Labs', 'Media', 'Systems', 'Group', 'Online', 'Data', 'Travel', 'Bank', 'Games', 'Cloud']

/** Makes different names of two to four syllables, every third with a second word. The same seed makes the same names. */
export function syntheticNames(count: number, seed: number): readonly string[] {
  const random = randomFrom(seed)
  const one = (all: readonly string[]): string => all[Math.floor(random() * all.length)] ?? ''
  const names = new Set<string>()
  while (names.size < count) {
    const first = Array.from({ length: 2 + Math.floor(random() * 3) }, () => one(SYLLABLES)).join('')
    const name = first.charAt(0).toUpperCase() + first.slice(1)
    names.add(names.size % 3 === 0 ? `${name} ${one(WORDS)}` : name)
  }
  return [...names]
}
