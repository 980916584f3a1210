/** Notes what of a page no clock in its window reaches: connections and workers. */
const KEEP_REAL_TIME = ['WebSocket', 'EventSource', 'Worker', 'SharedWorker'] as const

/** Connections that a development server has for itself. */
const OF_SERVERS = /^vite-|\/(ws|sockjs-node\/.*|_next\/webpack-hmr|__vite_hmr)$/

/** @param found gets the names of what the page has made */
export function followRealTime(found: (name: string) => void): void {
  for (const name of KEEP_REAL_TIME) {
    const own = (window as unknown as Record<string, unknown>)[name] as
      | (new (
          ...given: unknown[]
        ) => object)
      | undefined
    if (!own) continue
    Object.assign(window, {
      [name]: new Proxy(own, {
        construct(target, given: unknown[], newTarget: new () => object) {
          if (!given.some((one) => OF_SERVERS.test(String(one).replace(/\?.*/, '')))) found(name)
          return Reflect.construct(target, given, newTarget)
        },
      }),
    })
  }
}
