import {
  type ExecutionArgs,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  validate,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

const HIDE = { hideSuggestions: true }

/** Where the schema is not to be read: no introspection, and no errors that tell its names to whoever guesses. */
export function useHiddenSchema(): Plugin {
  return {
    onValidate: ({ addValidationRule, setValidationFn }) => {
      addValidationRule(NoSchemaIntrospectionCustomRule)
      setValidationFn((schema, document, rules) => validate(schema, document, rules, HIDE))
    },
    // Before it is run, which would say what they nearly were; the answer is otherwise the same.
    onExecute: ({ args, setResultAndStopExecution }) => {
      const errors = wrongVariables(args)
      for (const { extensions } of errors) extensions['http'] = { status: 400 }
      if (errors.length > 0) setResultAndStopExecution({ errors })
    },
  }
}

function wrongVariables({ schema, document, operationName, variableValues }: ExecutionArgs) {
  const asked = getOperationAST(document, operationName)?.variableDefinitions ?? []
  return getVariableValues(schema, asked, { ...variableValues }, HIDE).errors ?? []
}
