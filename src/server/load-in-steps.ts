import { setImmediate } from 'node:timers/promises'

/** Modules with much code, each before those that import it. One step evaluates a module and its imports without a pause. */
const STEPS: readonly (() => Promise<unknown>)[] = [
  () => import('graphql'),
  () => import('../graphql/builder.ts'),
  () => import('../graphql/schema.ts'),
  () => import('../graphql/compiled-query.ts'),
  () => import('./graphql/graphql-handler.ts'),
  () => import('../fonts/fonts.ts'),
  () => import('../pages/story-page.ts'),
  () => import('../pages/things/entity-page.ts'),
  () => import('./site.ts'),
]

/** Loads the modules of the API and the pages in steps, between which requests are served. */
export async function loadInSteps(): Promise<void> {
  for (const load of STEPS) {
    await load()
    await setImmediate()
  }
}
