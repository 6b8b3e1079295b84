import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const ROOT = new URL('../../', import.meta.url).href

// Loaded twice: with --import, where it asks to be a hook, and as that hook, in a thread of its own.
if (isMainThread) register(import.meta.url)

/** `src/x.ts` is `dist/x.js` here: what is measured is what runs, not what a loader for development makes of it. */
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context)
  const { url } = resolved
  if (!url.startsWith(`${ROOT}src/`)) return resolved
  const built = url.replace(`${ROOT}src/`, `${ROOT}dist/`).replace(/\.ts(\?.*)?$/, '.js')
  return { url: built, format: 'module', shortCircuit: true }
}
