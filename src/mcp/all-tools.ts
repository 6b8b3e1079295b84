import type { Tool } from './tool.ts'
import { claim } from './tools/claim.ts'
import { claims } from './tools/claims.ts'
import { compare } from './tools/compare.ts'
import { entity } from './tools/entity.ts'
import { paths } from './tools/paths.ts'
import { search } from './tools/search.ts'
import { similarClaims } from './tools/similar-claims.ts'
import { timeline } from './tools/timeline.ts'

/** All tools, in the order in which they are listed. */
export const ALL_TOOLS: readonly Tool[] = [search, similarClaims, claims, claim, entity, paths, compare, timeline]
