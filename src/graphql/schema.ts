import { GraphQLSchema } from 'graphql'
import { builder } from './builder.ts'
import { boundArguments } from './limits/bound-arguments.ts'
import './types/assertion.ts'
import './types/claim-list.ts'
import './types/claim.ts'
import './types/comparison.ts'
import './types/concept.ts'
import './types/entity-list.ts'
import './types/entity.ts'
import './types/graph.ts'
import './types/node.ts'
import './types/paths.ts'
import './types/search.ts'
import './types/similar-claims.ts'
import './types/source-list.ts'
import './types/source.ts'
import './types/stats.ts'
import './types/story.ts'
import './types/subscription.ts'
import './types/timeline.ts'
import { requireCanonicalArguments } from './limits/canonical-arguments.ts'
import { rejectErrors } from './reject-errors.ts'
import { sliceLists } from './slice-lists.ts'

/** Description of the schema, which introspection tools and the playground show first. */
const DESCRIPTION = `A database of claims: who stated, confirmed, denied or alleged them, about which data, for which use, and how sure they
were.

A Claim is a proposition, not a fact. Its Assertions record who states, denies, alleges or guesses it, with which
certainty, in which words and in which Source. Its status is derived from them. Show a claim by its \`headline\`, whose
three parts belong together, or by its \`sentence\`, which keeps every claimant and hedge.

Start from \`stories\`, \`search\`, \`claims\` or \`entity\`. Drawings are made from \`graph\`, \`paths\`, \`timeline\` and
\`comparison\`. Unknown values are null.`

/** The executable schema. All arguments are bounded, and texts in them canonical, before a resolver sees them. */
export const schema = new GraphQLSchema({ ...builder.toSchema().toConfig(), description: DESCRIPTION })
requireCanonicalArguments(schema)
boundArguments(schema)
sliceLists(schema)
rejectErrors(schema)
