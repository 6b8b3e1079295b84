import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const ROOT = new URL('../../', import.meta.url).href

// Loaded twice: with --import, where it registers itself as a hook, and as that hook in a separate thread.
if (isMainThread) register(import.meta.url)

/**
 * Resolves `src/x.ts` to `dist/x.js`, so that the built code is measured instead of the development loader's output.
 */
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context)
  const { url } = resolved
  if (!url.startsWith(`${ROOT}src/`)) return resolved
  const built = url.replace(`${ROOT}src/`, `${ROOT}dist/`).replace(/\.ts(\?.*)?$/, '.js')
  return { url: built, format: 'module', shortCircuit: true }
}
