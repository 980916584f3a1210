/**
 * The three ways to make a call that are compared, each over a stub of the wallet that answers at once. Runs in a
 * page, and on Node with the window of happy-dom as the global one.
 */

/** The user agent of a wallet, so that the kit does not take itself to be outside. */
export const WALLET_AGENT =
  'Mozilla/5.0 (Linux; Android 10; wv) (com.unionpay.chsp) (cordova 4.5.4) (updebug 0) (version 1010)'

/** @param window the page's @returns a raw upsdk; `open` lets its bridge come up, where it did not at once */
export function stubUpsdk(window, ready = true) {
  const waiting = []
  let up = ready
  const upsdk = {
    pluginReady: (callback) => (up ? callback() : waiting.push(callback)),
    saveData: (params) => params.success({ code: '00' }),
    /** Is never answered. */
    queryData() {},
  }
  window.upsdk = upsdk
  const open = () => {
    up = true
    for (const callback of waiting.splice(0)) callback()
  }
  return { upsdk, open }
}

/** What a page writes by hand. It never settles where the wallet does not answer. */
export const bareWrapper = (upsdk) => (method, params) =>
  new Promise((resolve, reject) => {
    upsdk.pluginReady(() => upsdk[method]({ ...params, success: resolve, fail: reject }))
  })

/** The same wallet as vk-bridge wants it: JSON text in, an event out. vk-bridge looks for it when it is loaded. */
export function stubVk(window) {
  const answer = (method) => (json) => {
    const { request_id } = JSON.parse(json)
    const detail = { type: `${method}Result`, data: { code: '00', request_id } }
    window.dispatchEvent(new window.CustomEvent('VKWebAppEvent', { detail }))
  }
  window.AndroidBridge = {
    VKWebAppStorageSet: answer('VKWebAppStorageSet'),
    VKWebAppStorageGet() {},
  }
}

const PARAMS = { key: 'k', value: 'v' }

/** One call of each, as a function: what is answered at once, and what never is. */
export const calls = (upsdk, kit, vk) => {
  const bare = bareWrapper(upsdk)
  return {
    'bare wrapper': [() => bare('saveData', PARAMS), () => bare('queryData', PARAMS)],
    'upsdk-kit': [() => kit.saveData(PARAMS), () => kit.queryData(PARAMS)],
    'vk-bridge': [() => vk.send('VKWebAppStorageSet', PARAMS), () => vk.send('VKWebAppStorageGet', PARAMS)],
  }
}

/** Round trips one after the other: µs a call, by contender. */
export async function roundTrips(Bench, contenders, { calls = 50_000, time = 3000 } = {}) {
  const bench = new Bench({ time, warmupTime: 300 })
  for (const name of Object.keys(contenders)) {
    const [answered] = contenders[name]
    bench.add(name, async () => {
      for (let call = 0; call < calls; call++) await answered()
    })
  }
  await bench.run()
  return Object.fromEntries(
    bench.tasks.map(({ name, result }) => [name, (result.latency.p50 * 1000) / calls]),
  )
}

/** Calls made before the bridge is up: µs a call from making it to its answer, by how many wait. */
export async function queued(window, createUpsdk) {
  const costs = {}
  for (const count of [100, 1000, 10_000]) {
    const times = []
    for (let round = 0; round < 15; round++) {
      const { open } = stubUpsdk(window, false)
      const kit = createUpsdk()
      const started = performance.now()
      const all = Array.from({ length: count }, () => kit.saveData(PARAMS))
      open()
      await Promise.all(all)
      times.push(((performance.now() - started) * 1000) / count)
      kit.destroy()
    }
    costs[count] = times.sort((a, b) => a - b)[7]
  }
  return costs
}
