import { type BannedWord, bannedNames } from './banned-words.ts'
import { riddles } from './beginnings.ts'
import { declaredNames } from './declared-names.ts'
import { misnamedModules } from './module-names.ts'
import { commentProse, titleProse } from './prose.ts'
import type { Rule } from './rule.ts'
import type { SourceFile } from './source-file.ts'

/** Rules on names and on the beginnings of texts. */
export const wordingRules = (
  src: readonly SourceFile[],
  everything: readonly SourceFile[],
  banned: readonly BannedWord[],
): readonly Rule[] => [
  {
    rule: 'a name has no word that docs/glossary.md bans',
    among: src,
    check: (files) => bannedNames(declaredNames(files), banned),
    bad: {
      'src/a.ts': 'export const heldClaims = 1',
      'src/b.ts': 'export function read(at: number) {}',
      'src/c.ts': 'export interface Store { claims(ids: string[], at: number): void }',
      'src/d.ts': 'export class Cache { keepAnswer() {} }',
      'src/e.ts': 'export type Found = { readonly rows: number }',
      'src/f.ts': 'export const find = () => ({ takenOut: 1 })',
      'src/g.ts': 'export function find() { if (x) return { voices: 1 } }',
      'src/h.ts': 'const MOST_ROWS = 1\nexport { MOST_ROWS }',
      'src/i.ts': 'export const read = ([one]: string[], ...labels: string[]) => 1',
      'src/j.ts': 'export function read({ slug }: { readonly voices: string }) {}',
      'src/k.ts': 'export const read = (record: Database) => 1',
      'src/l.ts': 'const found = 1\nexport { found as heldClaims }',
      'src/held-rows.ts': '',
      'src/voices/a.ts': '',
      'src/pages/a.ts': 'export interface Subject {}',
    },
    good: {
      'src/a.ts': 'export const last = (list: string[]) => list.at(-1)',
      'src/b.ts': 'export interface A { changedAt: string; recordedAt: string; heldFrom: string }',
      'src/c.ts': 'function read(at: number) { const held = { rows: at } }',
      'src/d.ts': 'export const read = (claimRecord: ClaimRecord) => 1\nexport const ThingKind = 1',
      'src/store/e.ts': 'export interface Row { readonly labels: string[] }',
      'src/domain/f.ts': 'export interface Claim { subject: string; utmost: number; atMost: number }',
    },
  },
  {
    rule: 'a module is named after an export',
    among: src,
    check: misnamedModules,
    bad: {
      'src/claim-list.ts': 'export const search = 1\nexport interface Found {}',
      'src/oembed.ts': 'const answer = 1\nexport { answer }',
    },
    good: {
      'src/claims.ts': 'export interface ClaimFilter {}',
      'src/oembed.ts': 'export const toOEmbed = 1',
      'src/main.ts': "import './claim-type.ts'\nrun()",
      'src/claim-type.ts': 'export const Quote = 1',
      'src/b.ts': 'export default 1',
    },
  },
  {
    rule: 'a comment begins with a noun or a verb',
    among: everything,
    check: (files) => riddles(files.flatMap(commentProse)),
    bad: {
      'src/a.ts': '/** What a claim says. */',
      'src/b.ts': '/**\n * Reads a claim.\n *\n * Who asks gets it.\n */',
      'src/c.ts': 'const a = 1 // of the first\n',
      'src/d.ts': '/** @param slug whose claim is read */',
      'src/e.ts': '// - That which is read.',
      'src/f.ts': '/** Reads. */\n// "Whom" is a name.',
    },
    good: {
      'src/a.ts': '// A claim and\n// what it says. Who reads it is not known.',
      'src/b.ts': '/** Who said so? The claimant. */',
      'src/c.ts': '/** Whatever; office; `what` is a name. */',
    },
  },
  {
    rule: 'the title of a test begins with a noun or a verb',
    among: everything,
    check: (files) => riddles(files.flatMap(titleProse)),
    bad: {
      'test/a.ts': "it('what is read', () => {})",
      'test/b.ts': "describe('Who reads', () => {})",
      'test/c.ts': "it.each([1])('of %s reads', (x) => {})",
      'test/d.ts': 'test.skipIf(x)(`whose`, run)',
      'test/f.ts': "it('what is read', run(1))",
      'test/e.ts': "describe.each`a`('of $a', () => {})",
    },
    good: { 'test/a.ts': "it('reads what is there', () => {})\nrun('what', () => {})\nit.each(['what'])('%s', run)" },
  },
]
