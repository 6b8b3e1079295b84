import type { UiMessages } from '../messages/en-ui.ts'
import type { ParameterProblem, QueryParameters } from '../text/query-parameters.ts'

/** Sentence about a refused parameter. Lists the known names on routes that refuse foreign ones. */
export function parameterMessage(
  problem: ParameterProblem,
  { known, foreign }: QueryParameters,
  ui: UiMessages,
): string {
  if (problem.is === 'REPEATED') return ui.parameterRepeated(problem.name)
  if (problem.is === 'UNDECODABLE') return ui.parameterUndecodable(problem.name)
  return ui.parameterUnknown(problem.name, problem.near, foreign === 'REFUSED' ? known : [])
}
