/** The comparison in Chromium, on the bundles that pages load. */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { WALLET_AGENT } from './contenders.mjs'

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const SCRIPTS = {
  'kit.js': read('dist/upsdk-kit.min.js'),
  'vk.js': read('bench/node_modules/@vkontakte/vk-bridge/dist/browser.min.js'),
  'notyf.js': read('bench/node_modules/notyf/notyf.min.js'),
  'tinybench.js': read('bench/node_modules/tinybench/dist/index.js'),
  'contenders.mjs': read('bench/contenders.mjs'),
}
const PAGE = 'https://bench.example/'
const PENDING = 10_000
const COLD_STARTS = 31

export async function inChromium(executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    return {
      version: browser.version(),
      roundTrip: await withPage(browser, (page) =>
        page.evaluate(async () => {
          const { Bench } = await import('/tinybench.js')
          const { stubUpsdk, calls, roundTrips } = await import('/contenders.mjs')
          const { upsdk } = stubUpsdk(window)
          return roundTrips(Bench, calls(upsdk, UpsdkKit.createUpsdk(), vkBridge.default || vkBridge))
        }),
      ),
      queued: await withPage(browser, (page) =>
        page.evaluate(async () => {
          const { queued } = await import('/contenders.mjs')
          return queued(window, UpsdkKit.createUpsdk)
        }),
      ),
      memory: await memory(browser),
      coldStart: await coldStarts(browser),
    }
  } finally {
    await browser.close()
  }
}

async function withPage(browser, run) {
  const context = await browser.newContext({ userAgent: WALLET_AGENT })
  await context.route('**/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (!name) return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' })
    return SCRIPTS[name]
      ? route.fulfill({ contentType: 'text/javascript', body: SCRIPTS[name] })
      : route.abort()
  })
  const page = await context.newPage()
  await page.goto(PAGE)
  await page.evaluate(async () => {
    const { stubVk } = await import('/contenders.mjs')
    stubVk(window)
  })
  await page.addScriptTag({ url: '/kit.js' })
  await page.addScriptTag({ url: '/vk.js' })
  const result = await run(page)
  await context.close()
  return result
}

/** Bytes that a call holds while it waits for its answer, by contender. */
async function memory(browser) {
  const bytes = {}
  for (const name of ['bare wrapper', 'upsdk-kit', 'vk-bridge'])
    bytes[name] = await withPage(browser, async (page) => {
      const session = await page.context().newCDPSession(page)
      const used = async () => {
        await session.send('HeapProfiler.collectGarbage')
        return (await session.send('Runtime.getHeapUsage')).usedSize
      }
      await page.evaluate(async (contender) => {
        const { stubUpsdk, calls } = await import('/contenders.mjs')
        const { upsdk } = stubUpsdk(window)
        const [answered, pending] = calls(upsdk, UpsdkKit.createUpsdk(), vkBridge.default || vkBridge)[
          contender
        ]
        for (let call = 0; call < 1000; call++) await answered()
        window.pending = pending
        window.open = []
      }, name)
      const before = await used()
      await page.evaluate((count) => {
        for (let call = 0; call < count; call++) window.open.push(window.pending())
      }, PENDING)
      return ((await used()) - before) / PENDING
    })
  return bytes
}

/** ms from the text of the scripts to the first call that reached the stub, by contender; the median of fresh pages. */
async function coldStarts(browser) {
  const { 'kit.js': kit, 'vk.js': vk, 'notyf.js': notyf } = SCRIPTS
  const bare = `var bare = (method, params) => new Promise((resolve, reject) => { upsdk.pluginReady(() => upsdk[method]({ ...params, success: resolve, fail: reject })) })`
  const starts = {
    'bare wrapper': [bare, "bare('saveData', { key: 'k', value: 'v' })"],
    'upsdk-kit': [kit, "UpsdkKit.createUpsdk().saveData({ key: 'k', value: 'v' })"],
    'vk-bridge + notyf': [
      `${vk}\n;${notyf}\n`,
      "new Notyf(); (vkBridge.default || vkBridge).send('VKWebAppStorageSet', { key: 'k', value: 'v' })",
    ],
  }
  const times = Object.fromEntries(Object.keys(starts).map((name) => [name, []]))
  for (let round = 0; round < COLD_STARTS; round++) {
    for (const name of Object.keys(starts)) {
      const context = await browser.newContext({ userAgent: WALLET_AGENT })
      const page = await context.newPage()
      const [script, call] = starts[name]
      // A text that was never seen before is not in the browser's cache of compiled code.
      times[name].push(
        await page.evaluate(
          ([text, run]) => {
            let reached = 0
            const arrive = () => (reached = performance.now())
            window.upsdk = { pluginReady: (callback) => callback(), saveData: arrive }
            window.AndroidBridge = { VKWebAppStorageSet: arrive }
            const started = performance.now()
            const script = document.createElement('script')
            script.textContent = `${text}\n;${run}`
            document.documentElement.appendChild(script)
            return reached - started
          },
          [`/* ${name} ${round} */${script}`, call],
        ),
      )
      await context.close()
    }
  }
  return Object.fromEntries(
    Object.keys(times).map((name) => [name, times[name].sort((a, b) => a - b)[COLD_STARTS >> 1]]),
  )
}
