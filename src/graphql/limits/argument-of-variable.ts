import { type DocumentNode, visit } from 'graphql'

/**
 * The argument that a variable is first given as, such as `filter.validOn`; null where it is given as none.
 * @param path within the variable; places in lists do not count
 */
export function argumentOfVariable(
  document: DocumentNode,
  variable: string,
  path: readonly (string | number)[],
): string | null {
  const names: string[] = []
  let found: string | null = null
  const push = ({ name }: { readonly name: { readonly value: string } }): void => void names.push(name.value)
  const pop = (): void => void names.pop()
  visit(document, {
    Argument: { enter: push, leave: pop },
    ObjectField: { enter: push, leave: pop },
    Variable: ({ name }) => {
      if (name.value === variable && names.length > 0) found ??= names.join('.')
    },
  })
  return found === null ? null : [found, ...path.filter((key) => typeof key === 'string')].join('.')
}
