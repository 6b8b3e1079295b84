import { JSON_TYPE } from '../negotiate-type.ts'
import { describeApi, type ServedPaths } from '../openapi/describe-api.ts'
import { CACHEABLE, type CompleteRoute } from './route.ts'

/** /openapi.json : the description of all paths of the server. */
export function openApiRoute(served: ServedPaths): CompleteRoute {
  const route: CompleteRoute = {
    pattern: /^\/openapi\.json$/,
    dependsOnViewer: false,
    needsLanguage: false,
    parameters: { known: [], repeatable: [], foreign: 'REFUSED' },
    options: () => new URLSearchParams(),
    respond: async ({ publicUrl }) => ({
      status: 200,
      headers: { ...CACHEABLE, 'Content-Type': JSON_TYPE },
      body: JSON.stringify(describeApi({ ...served, routes: [...served.routes, route] }, publicUrl)),
    }),
  }
  return route
}
