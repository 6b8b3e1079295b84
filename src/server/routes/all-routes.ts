import type { PngRenderer } from '../workers/render-png.ts'
import { embedRoute } from './embed.ts'
import { exportRoutes } from './exports.ts'
import { imageRoutes } from './images.ts'
import { oembedRoute } from './oembed.ts'
import { builderRoute, compareRoute, homeRoute, topicRoute } from './page-routes.ts'
import type { Route } from './route.ts'

/** Returns all routes of the site in the order in which they are tried. */
export const allRoutes = (renderer: PngRenderer): readonly Route[] => [
  homeRoute,
  builderRoute,
  embedRoute,
  topicRoute,
  compareRoute,
  oembedRoute,
  ...exportRoutes,
  ...imageRoutes(renderer),
]
