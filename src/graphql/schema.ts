import { GraphQLSchema } from 'graphql'
import { builder } from './builder.ts'
import { boundArguments } from './limits/bound-arguments.ts'
import './types/assertion.ts'
import './types/claim-list.ts'
import './types/claim.ts'
import './types/compare.ts'
import './types/concept.ts'
import './types/entity-list.ts'
import './types/entity.ts'
import './types/graph.ts'
import './types/node.ts'
import './types/paths.ts'
import './types/search.ts'
import './types/source-list.ts'
import './types/source.ts'
import './types/stats.ts'
import './types/story.ts'
import './types/timeline.ts'
import { requireWellFormedStrings } from './limits/well-formed-strings.ts'

/** What a newcomer reads first. */
const DESCRIPTION = `A record of claims: who said what, about which data, for which use, and how sure they are.

A Claim is a proposition, not a fact. Its Assertions say who states, denies, alleges or guesses it, how sure, in which
words and in which Source; its status follows from them. Show a claim by its sentence, which keeps every hedge, never by
its proposition alone.

Start from \`stories\`, \`search\`, \`claims\` or \`entity\`; \`graph\`, \`paths\`, \`timeline\` and \`compare\` are for
drawings. What is unknown is null.`

export const schema = new GraphQLSchema({ ...builder.toSchema().toConfig(), description: DESCRIPTION })
requireWellFormedStrings(schema)
boundArguments(schema)
