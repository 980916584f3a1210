/**
 * Runs an upsdk.js in a Chromium without network, and records what it writes to `window.upsdk` and when, the scripts
 * that it requests, and the events that it listens to.
 */
import { BROWSER_AGENT, CORDOVA, JSBRIDGE, walletAgent } from '../../test/support/nativeSide.mjs'

const SDK = 'https://open.95516.com/s/open/js/upsdk.js'
const PAGE = 'https://mini.example/'
const HTML = `<!doctype html><script src="${SDK}"></script><script>phase = 'after it has loaded'</script>`

const wallet = (platform, bridge) => ({
  name: `${platform}, ${bridge}`,
  userAgent: walletAgent({ platform, bridge }),
  bridge: { cordova: CORDOVA, jsbridge: JSBRIDGE }[bridge],
  isCordova: bridge === 'cordova',
})

const SITUATIONS = [
  wallet('android', 'cordova'),
  wallet('ios', 'cordova'),
  wallet('android', 'jsbridge'),
  wallet('ios', 'jsbridge'),
  { name: 'in the wallet, no bridge', userAgent: walletAgent({ bridge: 'none' }) },
  { name: 'in the wallet, no updebug', userAgent: walletAgent({ updebug: false }), bridge: CORDOVA },
  { name: 'outside the wallet', userAgent: BROWSER_AGENT },
]

/** Runs in the page before the file. It records what is written to `window.upsdk`, whatever object that is. */
function record() {
  const seen = { writes: {}, events: [], errors: 0 }
  Object.assign(window, { seen, phase: 'while it loads', readyAfter: 'never' })
  const write = (name, value) => {
    const list = (seen.writes[window.phase] = seen.writes[window.phase] || [])
    list.push(typeof value === 'function' ? String(name) : `${String(name)}:${typeof value}`)
  }
  const watch = (object) =>
    new Proxy(object, {
      set(target, name, value) {
        write(name, value)
        return Reflect.set(target, name, value)
      },
      defineProperty(target, name, descriptor) {
        write(name, descriptor.value)
        return Reflect.defineProperty(target, name, descriptor)
      },
    })
  const watched = new WeakSet()
  let upsdk
  Object.defineProperty(window, 'upsdk', {
    configurable: true,
    get: () => upsdk,
    set(value) {
      if (watched.has(value) || typeof value !== 'object' || !value) {
        upsdk = value
        return
      }
      for (const name of Object.keys(value)) write(name, value[name])
      upsdk = watch(value)
      watched.add(upsdk)
    },
  })
  const { addEventListener } = EventTarget.prototype
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (this === document || this === window) seen.events.push(String(type))
    return addEventListener.call(this, type, ...rest)
  }
  // About a script from another origin, a page only learns that there was an error.
  addEventListener.call(window, 'error', ({ message }) => {
    if (message) seen.errors++
  })
}

/** Runs the file in each situation, one after another in one tab, since a new tab takes a second. */
async function runInAll(browser, source) {
  const context = await browser.newContext()
  let bridge
  let asked = []
  await context.route('**/*', (route) => {
    const url = route.request().url()
    const answer = (contentType, body) => route.fulfill({ contentType, body })
    if (url === PAGE) return answer('text/html; charset=utf-8', HTML)
    if (url === SDK) return answer('text/javascript; charset=utf-8', source)
    asked.push(url)
    return bridge ? answer('text/javascript; charset=utf-8', bridge) : route.abort()
  })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await page.addInitScript(record)
    const seen = []
    for (const situation of SITUATIONS) {
      asked = []
      bridge = situation.bridge
      await devtools.send('Emulation.setUserAgentOverride', { userAgent: situation.userAgent })
      await page.goto(PAGE, { waitUntil: 'load' })
      for (const phase of situation.isCordova ? ['at the first deviceready', 'at a later deviceready'] : []) {
        await page.evaluate(`phase = '${phase}'; window.deviceReady && deviceReady()`)
        // The file may leave work to a timer.
        await page.waitForTimeout(50)
      }
      if (situation.isCordova) {
        await page.evaluate("phase = 'at a second tag'")
        await page.addScriptTag({ url: SDK })
      }
      seen.push({ name: situation.name, asked, ...(await page.evaluate('seen')) })
      // Nothing that the file kept may reach the next situation.
      await page.evaluate("window.name = ''")
      await page.goto('about:blank')
      await context.clearCookies()
      await devtools.send('Storage.clearDataForOrigin', { origin: new URL(PAGE).origin, storageTypes: 'all' })
    }
    return seen
  } finally {
    await context.close()
  }
}

/** @returns the methods, and the behaviour in each situation */
export async function runSdk(source, browser) {
  const all = await runInAll(browser, source)
  const writes = Object.fromEntries(
    all.flatMap(({ name, writes }) =>
      Object.entries(writes).map(([phase, names]) => [`${name}, ${phase}`, names]),
    ),
  )
  const functions = Object.values(writes)
    .flat()
    .filter((name) => !name.includes(':'))
  return {
    methods: [...new Set(functions)].sort(),
    events: [...new Set(all.flatMap(({ events }) => events))],
    scripts: all.flatMap(({ name, asked }) => [...new Set(asked)].map((url) => `${name}: ${url}`)),
    throws: all.filter(({ errors }) => errors).map(({ name }) => name),
    writes,
  }
}
