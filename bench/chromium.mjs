/** The comparison in Chromium, on the bundles that pages load. */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { median, WALLET_AGENT } from './contenders.mjs'

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const SCRIPTS = {
  'kit.js': read('dist/upsdk-kit.min.js'),
  'vk.js': read('bench/node_modules/@vkontakte/vk-bridge/dist/browser.min.js'),
  'notyf.js': read('bench/node_modules/notyf/notyf.min.js'),
  'contenders.mjs': read('bench/contenders.mjs'),
}
const PAGE = 'https://bench.example/'
const PENDING = 10_000
const COLD_STARTS = 31
const ROUND_TRIP_PAGES = 7
const ROUND_TRIPS = 50_000

/** @param contenders of starts.mjs */
export async function inChromium(executablePath, contenders) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    return {
      version: browser.version(),
      roundTrip: await roundTrips(browser),
      besideOpen: await withPage(browser, (page) =>
        page.evaluate(async () => {
          const { besideOpen } = await import('/contenders.mjs')
          return besideOpen(window, UpsdkKit.createUpsdk)
        }),
      ),
      queued: await withPage(browser, (page) =>
        page.evaluate(async () => {
          const { queued } = await import('/contenders.mjs')
          return queued(window, UpsdkKit.createUpsdk)
        }),
      ),
      failure: await failures(browser),
      memory: await memory(browser),
      ...(await coldStarts(browser, contenders)),
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

/**
 * The main thread's µs of a call and its answer, by contender: what others on the machine do does not count. Fresh pages
 * take turns; the kit's ratio to vk-bridge is the median of those of the rounds.
 */
async function roundTrips(browser) {
  const names = ['bare wrapper', 'upsdk-kit', 'vk-bridge']
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < ROUND_TRIP_PAGES; round++)
    for (const name of names) times[name].push(await withPage(browser, (page) => roundTrip(page, name)))
  return {
    micros: Object.fromEntries(names.map((name) => [name, median(times[name])])),
    ratio: median(times['upsdk-kit'].map((time, round) => time / times['vk-bridge'][round])),
  }
}

async function roundTrip(page, name) {
  await page.evaluate(async (contender) => {
    const { stubUpsdk, calls } = await import('/contenders.mjs')
    const { upsdk } = stubUpsdk(window)
    const [answered] = calls(upsdk, UpsdkKit.createUpsdk(), vkBridge.default || vkBridge)[contender]
    window.callOften = async (count) => {
      for (let call = 0; call < count; call++) await answered()
    }
    // Compiles.
    await window.callOften(5000)
  }, name)
  const threadTime = await threadTimeOf(page)
  const before = await threadTime()
  await page.evaluate((count) => window.callOften(count), ROUND_TRIPS)
  return (((await threadTime()) - before) * 1000) / ROUND_TRIPS
}

/** @returns a function that asks for the ms for which the page's main thread has worked */
async function threadTimeOf(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
}

/** µs of a failed call, up to its reaction in the page and shown as usual: 1,000 in a row, of which each is awaited. */
const failures = (browser) =>
  withPage(browser, (page) =>
    page.evaluate(async () => {
      window.upsdk = {
        pluginReady: (run) => run(),
        saveData: (params) => params.fail({ errcode: '94', errmsg: '' }),
      }
      const kit = UpsdkKit.createUpsdk()
      const times = []
      let failed = 0
      for (let round = 0; round < 9; round++) {
        const started = performance.now()
        for (let call = 0; call < 1000; call++)
          await kit.saveData({ key: 'k', value: 'v' }).catch(({ code }) => {
            if (code === '94') failed++
          })
        times.push(performance.now() - started)
      }
      if (failed !== 9000) throw new Error(`${failed} of 9,000 calls failed with 94`)
      // ms of 1,000 is µs of one.
      return times.sort((a, b) => a - b)[4]
    }),
  )

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

/**
 * The start, and the first toast after it: ms of a clock, and ms of the page's main thread (what others on the machine
 * do does not count). The medians of fresh pages, one contender after the other.
 */
async function coldStarts(browser, contenders) {
  const names = Object.keys(contenders)
  const rows = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < COLD_STARTS; round++)
    for (const name of names) rows[name].push(await coldStart(browser, contenders[name], `${name} ${round}`))
  const medians = (column) =>
    Object.fromEntries(
      names
        .filter((name) => column in rows[name][0])
        .map((name) => [name, median(rows[name].map((row) => row[column]))]),
    )
  return Object.fromEntries(
    ['start', 'thread', 'ownThread', 'toast', 'toastThread'].map((column) => [column, medians(column)]),
  )
}

async function coldStart(browser, { agent, hash = '', native, script, create, call, toast }, seed) {
  const context = await browser.newContext({ userAgent: agent })
  await context.route('**/*', (route) =>
    route.request().url().startsWith(PAGE)
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' })
      : route.abort(),
  )
  const page = await context.newPage()
  await page.goto(PAGE + hash)
  const threadTime = await threadTimeOf(page)
  const measured = async (run, argument) => {
    const before = await threadTime()
    return [await page.evaluate(run, argument), (await threadTime()) - before]
  }
  // A text that was never seen before is not in the browser's cache of compiled code.
  const text = `/* ${seed} */${script}\n;${create}\n;${call}`
  await page.evaluate(
    ([native, text]) => {
      window.reached = () => window.arrive(performance.now())
      const element = document.createElement('script')
      element.textContent = native
      document.head.appendChild(element)
      window.text = text
    },
    [native, text],
  )
  // What the asking itself takes of the thread.
  const [, asking] = await measured(() => new Promise((resolve) => setTimeout(resolve)))
  const [start, thread] = await measured(
    () =>
      new Promise((resolve) => {
        const started = performance.now()
        window.arrive = (at) => resolve(at - started)
        const script = document.createElement('script')
        script.textContent = text
        document.head.appendChild(script)
      }),
  )
  const result = { start, thread, ownThread: thread - asking }
  if (toast) [result.toast, result.toastThread] = await measured(firstToast, toast)
  await context.close()
  return result
}

/** Runs in the page: ms from asking for a toast to its place on the screen. */
async function firstToast({ run, element }) {
  const started = performance.now()
  const script = document.createElement('script')
  script.textContent = run
  document.head.appendChild(script)
  for (;;) {
    const found = document.querySelector(element)
    // Asking for its place makes the browser lay it out.
    if (found?.getBoundingClientRect()) return performance.now() - started
    await new Promise((resolve) => setTimeout(resolve))
  }
}
