import type { PngRenderer } from '../workers/render-png.ts'
import { contextRoute } from './context.ts'
import { discoveryRoutes } from './discovery.ts'
import { embedRoute } from './embed.ts'
import { exportRoutes } from './exports.ts'
import { feedRoutes } from './feeds.ts'
import { imageRoutes } from './images.ts'
import { oembedRoute } from './oembed.ts'
import { builderRoute, homeRoute, topicRoute } from './page-routes.ts'
import type { Route } from './route.ts'
import { compareRoute, listRoute, searchRoute, thingRoute } from './thing-routes.ts'

/** Returns all routes of the site in the order in which they are tried. */
export const allRoutes = (renderer: PngRenderer): readonly Route[] => [
  homeRoute,
  builderRoute,
  embedRoute,
  topicRoute,
  thingRoute,
  listRoute,
  searchRoute,
  compareRoute,
  oembedRoute,
  ...exportRoutes,
  ...feedRoutes,
  ...discoveryRoutes,
  contextRoute,
  ...imageRoutes(renderer),
]
