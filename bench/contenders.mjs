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

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

/**
 * Round trips one after the other, by contender. They take turns, so that what else the machine does meets all of them:
 * µs a call, the medians of the rounds, and how many times that of vk-bridge the kit's is, by the rounds' own medians.
 */
export async function roundTrips(contenders, { calls = 20_000, rounds = 25 } = {}) {
  const names = Object.keys(contenders)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  // The first three rounds compile.
  for (let round = -3; round < rounds; round++)
    for (const name of names) {
      const [answered] = contenders[name]
      const started = performance.now()
      for (let call = 0; call < calls; call++) await answered()
      if (round >= 0) times[name].push(((performance.now() - started) * 1000) / calls)
    }
  return {
    micros: Object.fromEntries(names.map((name) => [name, median(times[name])])),
    ratio: median(times['upsdk-kit'].map((time, round) => time / times['vk-bridge'][round])),
  }
}

/** Calls beside so many that are open: µs to open each of these, and µs of the round trip of one more. */
export async function besideOpen(window, createUpsdk) {
  const costs = {}
  for (const count of [0, 1000, 10_000]) {
    const [opening, roundTrip] = [[], []]
    // The first round compiles.
    for (let round = -1; round < 5; round++) {
      stubUpsdk(window)
      const kit = createUpsdk({ callTimeout: 0 })
      let started = performance.now()
      const open = Array.from({ length: count }, () => kit.queryData(PARAMS))
      const opened = performance.now() - started
      for (const call of open) call.catch(() => {})
      started = performance.now()
      for (let call = 0; call < 1000; call++) await kit.saveData(PARAMS)
      if (round >= 0) {
        opening.push((opened * 1000) / count)
        // ms of 1,000 is µs of one.
        roundTrip.push(performance.now() - started)
      }
      kit.destroy()
      // What was open fails now, which is no cost of the next round's calls.
      await Promise.allSettled(open)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    costs[count] = { opening: count ? median(opening) : undefined, roundTrip: median(roundTrip) }
  }
  return costs
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
    costs[count] = median(times)
  }
  return costs
}
