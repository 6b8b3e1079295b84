import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawGraph } from '../../src/widgets/drawing/draw-graph.ts'
import { exampleGraph } from './example-graph.ts'

/** Sheets that only join others, or state values of tokens. */
const JOINED = /^(?:site|widget|chart|fonts)-css\.ts$/

interface Rule {
  readonly file: string
  /** Class that stands alone as a selector, perhaps in a state: no other part of it limits the rule to a place. */
  readonly name: string
}

/** Rules for the screen whose selector is one class alone, and that place or hide it. */
async function bareRules(folder: string): Promise<readonly Rule[]> {
  const rules: Rule[] = []
  for (const file of readdirSync(new URL(folder, import.meta.url)).filter((one) => !JOINED.test(one))) {
    const parts: Readonly<Record<string, unknown>> = await import(`${folder}${file}`)
    for (const part of Object.values(parts)) {
      const css: unknown = typeof part === 'function' ? part() : part
      if (typeof css === 'string') rules.push(...namesIn(withoutPrint(css)).map((name) => ({ file, name })))
    }
  }
  return rules
}

const namesIn = (css: string): readonly string[] =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, , body = '']) => /(?:^|;)(?:display|position|columns):/.test(body))
    .flatMap(([, selectors = '']) =>
      selectors.split(',').flatMap((one) => /^\.([a-z-]+)(?::not\([^)]*\))?$/.exec(one.trim())?.[1] ?? []),
    )

/** Removes the block of each `@media print`. */
function withoutPrint(css: string): string {
  const start = css.indexOf('@media print{')
  if (start === -1) return css
  let depth = 0
  for (let at = css.indexOf('{', start); at < css.length; at += 1) {
    if (css[at] === '{') depth += 1
    if (css[at] === '}') depth -= 1
    if (depth === 0) return css.slice(0, start) + withoutPrint(css.slice(at + 1))
  }
  return css.slice(0, start)
}

describe('style sheets', async () => {
  const rules = [...(await bareRules('../../src/widgets/css/')), ...(await bareRules('../../src/pages/css/'))]

  it('place or hide a class in one file alone', () => {
    const files = new Map<string, Set<string>>()
    for (const { name, file } of rules) files.set(name, (files.get(name) ?? new Set()).add(file))
    expect(files.size).toBeGreaterThan(20)
    expect([...files].filter(([, of]) => of.size > 1)).toEqual([])
  })

  it('place or hide no class of a drawing', () => {
    const view = exampleGraph(5, 12, 4)
    const ends = [{ id: 'Use:1', label: 'train', href: '/use/train?lang=en' }]
    const graph = { ...view, groups: view.groups.map((group) => ({ ...group, ends })) }
    const svg = drawGraph(graph, { width: 576, idPrefix: '', concrete: null })?.markup ?? ''
    const drawn = new Set([...svg.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')))
    expect(drawn).toContain('sanad-use')
    expect(rules.filter(({ name }) => drawn.has(name))).toEqual([])
  })
})
