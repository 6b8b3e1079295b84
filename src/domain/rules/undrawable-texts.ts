import type { ModelObjects } from '../model-objects.ts'
import type { LocalizedText } from '../name.ts'
import type { ObjectPath, RuleProblem } from './rule-problem.ts'

type Named = Pick<ModelObjects, 'entities' | 'concepts' | 'sources' | 'stories' | 'assertions'>

const MAX_NAMED = 10

/**
 * Warns of names, titles and quotes that a picture cannot show in full. A warning refuses nothing: pages show the text.
 *
 * @param undrawable the characters of a text that no installed font draws
 */
export function undrawableTexts(
  { entities, concepts, sources, stories, assertions }: Named,
  undrawable: (text: string) => readonly string[],
): readonly RuleProblem[] {
  const check = (path: ObjectPath, text: string): readonly RuleProblem[] => {
    const characters = undrawable(text)
    return characters.length === 0 ? [] : [{ code: 'UNDRAWABLE_TEXT', path, message: messageOn(characters) }]
  }
  const checkTitles = (list: 'sources' | 'stories', index: number, title: LocalizedText): readonly RuleProblem[] =>
    Object.entries(title).flatMap(([language, text]) => check([list, index, 'title', language], text))
  const checkNames = (list: 'entities' | 'concepts'): readonly RuleProblem[] =>
    (list === 'entities' ? entities : concepts).flatMap(({ item }, i) =>
      item.names.flatMap(({ value }, j) => check([list, i, 'names', j, 'value'], value)),
    )
  return [
    ...checkNames('entities'),
    ...checkNames('concepts'),
    ...sources.flatMap(({ item }, i) => checkTitles('sources', i, item.title)),
    ...stories.flatMap(({ item }, i) => checkTitles('stories', i, item.title)),
    ...assertions.flatMap(({ item }, i) =>
      item.quote === null ? [] : check(['assertions', i, 'quote', 'exact'], item.quote.exact),
    ),
  ]
}

function messageOn(characters: readonly string[]): string {
  const named = characters.slice(0, MAX_NAMED).join(' ')
  const more = characters.length > MAX_NAMED ? ` and ${characters.length - MAX_NAMED} more` : ''
  return `has characters that no installed font draws, so pictures show […] for them: ${named}${more}. Install the package of a font that has them (docs/decisions/0024-fonts-of-pictures.md)`
}
