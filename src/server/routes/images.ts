import { IMAGE_HEADERS, type Route } from './route.ts'

export const cardRoute: Route = {
  pattern: /^\/card\/(story|claim|entity|compare|network)\/([^/]+)\.png$/,
  needsLanguage: true,
  answer: async () => ({ status: 404, headers: IMAGE_HEADERS, body: '' }),
}
export const imageRoute: Route = {
  pattern: /^\/image\/(story|claim|entity|compare|network)\/([^/]+)\.png$/,
  needsLanguage: true,
  answer: async () => ({ status: 404, headers: IMAGE_HEADERS, body: '' }),
}
