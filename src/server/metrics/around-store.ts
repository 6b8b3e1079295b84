import type { GraphStore } from '../../domain/graph-store.ts'

/** Makes one call of a method of the store, now or later. */
export type AroundCall = (method: string, call: () => unknown) => unknown

/** The same store, with something around each call of its methods. */
export function aroundStore(store: GraphStore, around: AroundCall): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function' || typeof name !== 'string') return method
      return (...args: unknown[]): unknown => around(name, () => Reflect.apply(method, target, args))
    },
  })
}

/** The same store, telling how long each of its methods took; what is answered without a wait is not counted. */
export function timeStore(store: GraphStore, count: (method: string, seconds: number) => void): GraphStore {
  return aroundStore(store, (method, call) => {
    const startedMs = performance.now()
    const answer = call()
    if (!(answer instanceof Promise)) return answer
    const done = (): void => count(method, (performance.now() - startedMs) / 1000)
    answer.then(done, done)
    return answer
  })
}
