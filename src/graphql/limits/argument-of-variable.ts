import { type DocumentNode, visit } from 'graphql'

/**
 * Path of the first argument that a variable is passed as, such as `filter.validOn`; null if it is passed as none.
 * @param path within the value of the variable; list positions are left out of the result
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
