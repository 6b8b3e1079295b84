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
    // Before anybody else looks at the variables, and says what they nearly were.
    onExecute: ({ args, setResultAndStopExecution }) => {
      const errors = wrongVariables(args)
      if (errors.length > 0) setResultAndStopExecution({ errors })
    },
  }
}

function wrongVariables({ schema, document, operationName, variableValues }: ExecutionArgs) {
  const asked = getOperationAST(document, operationName)?.variableDefinitions ?? []
  return getVariableValues(schema, asked, { ...variableValues }, HIDE).errors ?? []
}
