/**
 * `node bench/old.mjs`: the start, the first toast and the first dialog on an old and slow phone (Chromium 64 with its
 * processor slowed six times) and in today's Chromium, beside vk-bridge with notyf. Interleaved, medians of fresh pages.
 * `node bench/old.mjs ../before/dist/upsdk-kit.min.js`: also beside that file. Before it: `npm run build`, and
 * `node scripts/install.mjs bench`.
 */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import ts from 'typescript'
import { findChromium } from '../scripts/chromium.mjs'
import { chromium64 } from '../test/engines/drivers/chromium.mjs'
import { WALLET_AGENT } from './contenders.mjs'

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const PAGES = 21
const PAGE = 'data:text/html,<!doctype html><meta name="viewport" content="width=device-width"><body></body>'

const kit = read('dist/upsdk-kit.min.js')
/** vk-bridge is newer than Chromium 64 can parse: lowered, as a page for old phones would have it. */
const lowered = (code) => ts.transpile(code, { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.None })
const vk = [
  read('bench/node_modules/@vkontakte/vk-bridge/dist/browser.min.js'),
  read('bench/node_modules/notyf/notyf.min.js'),
]
  .map(lowered)
  .join('\n;')

/** What each does: start and first call; a first toast; a first dialog, which notyf has not. */
const contenders = {
  'upsdk-kit': {
    script: kit,
    create: 'window.kit = UpsdkKit.createUpsdk()',
    call: `kit.saveData({ key: 'k', value: 'v' })`,
    toast: `kit.toast('Saved.')`,
    toastElement: '[data-upsdk-kit="toast"]',
    dialog: `kit.notify('94')`,
    dialogElement: '[data-upsdk-kit="dialog"]',
  },
  'vk-bridge + notyf': {
    script: vk,
    create: 'window.notyf = new Notyf()',
    call: `(vkBridge.default || vkBridge).send('VKWebAppStorageSet', { key: 'k', value: 'v' })`,
    toast: `notyf.success('Saved.')`,
    toastElement: '.notyf__toast',
  },
}

const other = process.argv[2]
if (other) contenders.before = { ...contenders['upsdk-kit'], script: readFileSync(other, 'utf8') }

/** Runs in a fresh page: ms of each, one after the other. The start comes as its three steps. */
const measured = (
  { script, create, call, toast, toastElement, dialog, dialogElement },
  round,
) => `(async () => {
  var marks = []
  window.mark = function () { marks.push(performance.now()) }
  window.upsdk = { pluginReady: function (run) { run() }, saveData: mark }
  window.AndroidBridge = { VKWebAppStorageSet: mark }
  mark()
  var element = document.createElement('script')
  element.textContent = ${JSON.stringify(`/* ${round} */${script}\n;mark();${create};mark();${call}`)}
  document.documentElement.appendChild(element)
  var steps = [marks[1] - marks[0], marks[2] - marks[1], marks[3] - marks[2], marks[3] - marks[0]]
  async function shown(run, selector) {
    var from = performance.now()
    ;(0, eval)(run)
    for (var tries = 0; tries < 500; tries++) {
      var found = document.querySelector(selector)
      // Asking for its place makes the browser lay it out.
      if (found && found.getBoundingClientRect()) return performance.now() - from
      await new Promise(function (resolve) { setTimeout(resolve, 0) })
    }
    return NaN
  }
  var toastMs = await shown(${JSON.stringify(toast)}, ${JSON.stringify(toastElement)})
  var dialogMs = ${dialog ? `await shown(${JSON.stringify(dialog)}, ${JSON.stringify(dialogElement)})` : 'null'}
  return JSON.stringify([...steps, toastMs, dialogMs])
})()`

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

/** @param send a command of Chromium's protocol */
async function run(send, slowed) {
  await send('Page.enable')
  await send('Network.enable')
  await send('Performance.enable')
  await send('Network.setUserAgentOverride', { userAgent: WALLET_AGENT })
  await send('Emulation.setCPUThrottlingRate', { rate: slowed })
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails).slice(0, 300))
    return result.value
  }
  const heap = async () => {
    await send('HeapProfiler.collectGarbage')
    const { metrics } = await send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'JSHeapUsedSize').value
  }
  const rows = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let round = 0; round < PAGES; round++) {
    for (const name of Object.keys(contenders)) {
      await send('Page.navigate', { url: PAGE })
      await evaluate(
        `new Promise(function (resolve) { document.readyState === 'complete' ? resolve() : addEventListener('load', resolve) })`,
      )
      const before = await heap()
      const times = JSON.parse(await evaluate(measured(contenders[name], `${name} ${round}`)))
      rows[name].push([...times, (await heap()) - before])
    }
  }
  await send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return rows
}

const COLUMNS = ['script ms', 'create ms', 'call ms', 'start ms', 'toast ms', 'dialog ms']

function print(title, rows) {
  console.log(`\n# ${title}: medians of ${PAGES} fresh pages`)
  console.log(''.padEnd(19) + [...COLUMNS, 'heap kB'].map((name) => name.padStart(11)).join(''))
  for (const name of Object.keys(rows)) {
    const column = (index) => rows[name].map((row) => row[index])
    const ms = COLUMNS.map((_, index) => (column(index)[0] === null ? '–' : median(column(index)).toFixed(1)))
    const kilobytes = (median(column(COLUMNS.length)) / 1000).toFixed(0)
    console.log(name.padEnd(19) + [...ms, kilobytes].map((text) => text.padStart(11)).join(''))
  }
}

const old = await chromium64()
print(`Chromium ${old.version}, slowed six times`, await run(old.send, 6))
await old.close()

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await (await browser.newContext()).newPage()
const session = await page.context().newCDPSession(page)
const send = (method, params) => session.send(method, params)
print(`Chromium ${browser.version()}, slowed six times`, await run(send, 6))
print(`Chromium ${browser.version()}`, await run(send, 1))
await browser.close()
process.exit(0)
