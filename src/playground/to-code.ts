/** Returns a program for the client of docs/tutorials/typed-client.md. */
export function toCode(query: string, variables: string): string {
  const literal = query.trim().replace(/[\\`]|\$\{/g, '\\$&')
  const given = variables.trim() === '' ? '' : `, ${variables.trim()}`
  return [
    `import { ask } from './ask.ts'`,
    `import { graphql } from './gql/index.ts'`,
    '',
    `const document = graphql(\`\n${literal}\n\`)`,
    '',
    `const answer = await ask(document${given})`,
    'console.log(JSON.stringify(answer, null, 2))',
    '',
  ].join('\n')
}
