import { describe, expect, it } from 'vitest'
import { mergeParts } from './merge-parts.ts'

const OLD = '## Embedded: 1\n\n`npm run bench -- --a`\\\nold machine\n\n### Start\n\n1 s\n\n### Server\n\n2 s'
const NEW =
  '## Embedded: 2\n\n### Server\n\n`npm run bench -- --b`\\\nnew machine\n\n3 s\n\n### Scale\n\n`npm run bench -- --b`\n\n4 s'

describe('written figures', () => {
  it('replace the parts that were measured, and keep the others with their own command', () => {
    const merged = mergeParts(OLD, NEW)
    expect(merged).toBe(
      [
        '## Embedded: 2',
        '### Start\n\n`npm run bench -- --a`\\\nold machine\n\n1 s',
        '### Server\n\n`npm run bench -- --b`\\\nnew machine\n\n3 s',
        '### Scale\n\n`npm run bench -- --b`\n\n4 s',
      ].join('\n\n'),
    )
    expect(mergeParts(merged, NEW)).toBe(merged)
  })

  it('are all of a section that is new', () => {
    expect(mergeParts('', NEW)).toBe(NEW)
  })
})
