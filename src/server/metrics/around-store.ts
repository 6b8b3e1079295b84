import type { GraphStore } from '../../domain/graph-store.ts'

/** Makes one call of a store method, now or later, and returns its result. */
export type AroundCall = (method: string, call: () => unknown) => unknown

/** Returns a store whose method calls go through the wrapper. */
export function aroundStore(store: GraphStore, around: AroundCall): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function' || typeof name !== 'string') return method
      return (...args: unknown[]): unknown => around(name, () => Reflect.apply(method, target, args))
    },
  })
}

/** Returns a store that reports the duration of each call in seconds. A call without a promise is not counted. */
export function timeStore(store: GraphStore, count: (method: string, seconds: number) => void): GraphStore {
  return aroundStore(store, (method, call) => {
    const startedMs = performance.now()
    const result = call()
    if (!(result instanceof Promise)) return result
    const done = (): void => count(method, (performance.now() - startedMs) / 1000)
    result.then(done, done)
    return result
  })
}
