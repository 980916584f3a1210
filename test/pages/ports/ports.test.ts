/**
 * Four kinds of pages work on the real SDK file, each on raw upsdk, with the kit as window.upsdk, and rewritten to
 * promises: `pages.ts` has their code, `situations.ts` what each shows, hears and sends.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_AGENT, describeInBrowser, openPage, page, SDK_URL, walletAgent } from '../../browser/harness'
import { clickAt } from '../../browser/screen'
import { bundlePage, LIBRARIES } from '../bundle'
import { MODES, PAGES, type Seen, situations } from './situations'

type PageName = (typeof PAGES)[number]
type Mode = (typeof MODES)[number]
type Situation = (typeof situations)[number]

const IMPORT_KIT = `import * as kit from 'upsdk-kit'`
const SOURCES: Record<PageName, { code: string; html: string; alias?: Readonly<Record<string, string>> }> = {
  jQuery: {
    code: `import $ from 'jquery'; ${IMPORT_KIT}
      import { jQueryPage } from './ports/pages'; jQueryPage[mode]($, kit)`,
    html: '<button id="face">刷脸</button><button id="pay">付款</button><p id="said"></p>',
  },
  'Vue 2': {
    code: `import Vue from 'vue'; ${IMPORT_KIT}; import * as vueKit from 'upsdk-kit/vue'
      import { vue2Page } from './ports/pages'; vue2Page[mode](Vue, kit, vueKit)`,
    html: '<div id="app"></div>',
    alias: LIBRARIES['vue 2.7'],
  },
  'Vue 3': {
    code: `import * as vue from 'vue'; ${IMPORT_KIT}; import * as vueKit from 'upsdk-kit/vue'
      import { vue3Page } from './ports/pages'; vue3Page[mode](vue, kit, vueKit)`,
    html: '<div id="app"></div>',
  },
  React: {
    code: `import * as react from 'react'; import * as dom from 'react-dom/client'
      ${IMPORT_KIT}; import * as reactKit from 'upsdk-kit/react'
      import { reactPage } from './ports/pages'; reactPage[mode](react, dom, kit, reactKit)`,
    html: '<div id="app"></div>',
  },
}

/** Runs before the page: its globals besides upsdk, and the functions that read its state. */
const BEFORE = `
  Object.defineProperty(navigator, 'languages', { get: () => ['zh-CN'] })
  let tn = 0, log = [], errors = []
  window.newTn = () => 'tn' + ++tn
  window.heard = (what, value) => log.push(value === undefined ? what : what + ' ' + JSON.stringify(value))
  addEventListener('error', ({ message }) => errors.push(message))
  addEventListener('unhandledrejection', ({ reason }) => errors.push('unhandled: ' + reason))
  window.begin = (answers) => {
    tn = 0; log = []
    Object.assign(native, { answers, calls: [], wait: 0 })
  }
  const describe = (host) => {
    const leaves = [...host.shadowRoot.querySelectorAll('*')].filter((one) => !one.firstElementChild && one.textContent)
    const texts = leaves.map((one) => (one.tagName === 'BUTTON' ? '[' + one.textContent + ']' : one.textContent))
    return [host.getAttribute('data-upsdk-kit'), ...texts].join(' ')
  }
  window.look = () => ({
    sent: native.calls.map(({ name, args }) => name + ' ' + JSON.stringify(args)),
    heard: log,
    page: document.querySelector('#said').textContent,
    kit: [...document.querySelectorAll('[data-upsdk-kit]')].map(describe),
    canPay: !document.querySelector('#pay').disabled,
    errors,
  })
  // React renders in tasks of their own, which are no timers.
  window.rendered = async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(0)
    })
  }`

const SDK = `<script src="${SDK_URL}"></script>`
const KIT_IN_PLACE = '<script src="/kit.js"></script><script>window.upsdk = UpsdkKit.createUpsdk()</script>'

/** Opens the page in one place, and plays all its situations there. */
async function visit(
  name: PageName,
  js: string,
  mode: Mode,
  place: Situation['place'],
): Promise<[what: string, seen: Seen][]> {
  const noBridge = place === 'without a bridge' ? `window.readyAfter = 'never'` : ''
  const opened = await openPage({
    ownTime: true,
    userAgent: place === 'outside' ? BROWSER_AGENT : walletAgent(),
    before: `${BEFORE}; window.mode = '${mode === 'promises' ? mode : 'old'}'; ${noBridge}`,
    html: page(
      `${SDK}${mode === 'in place' ? KIT_IN_PLACE : ''}${SOURCES[name].html}<script src="/page.js"></script>`,
    ),
    routes: {
      'https://mini.example/page.js': { contentType: 'text/javascript; charset=utf-8', body: js },
    },
  })
  const pass = async (ms: number) => {
    await opened.clock.runFor(ms)
    await opened.evaluate('rendered()')
  }
  await opened.evaluate('rendered()')
  await pass(100)
  const all: [string, Seen][] = []
  for (const { what, native = {}, taps } of situations.filter((one) => one.place === place)) {
    const answers = Object.entries(native).map(([action, answer]) => `'${action}': ${answer}`)
    // Actions at the page's opening belong to the first situation.
    if (taps.length) await opened.evaluate(`begin({ ${answers} })`)
    for (const [selector, ms] of taps) {
      await clickAt(opened, selector)
      await pass(ms)
    }
    all.push([what, await opened.evaluate<Seen>('look()')])
    // The user has read the kit's message, and native has given all its answers.
    await opened.keyboard.press('Escape')
    await pass(5000)
  }
  await opened.done()
  return all
}

describeInBrowser.each(PAGES)('a page with %s,', (name) => {
  let js = ''
  beforeAll(async () => {
    const { code, alias } = SOURCES[name]
    js = (await bundlePage(code, alias)).js
  })

  describe.each(MODES)('%s,', (mode) => {
    let seen: ReadonlyMap<string, Seen> = new Map()
    beforeAll(async () => {
      const places = new Set(situations.map(({ place }) => place))
      const visits = await Promise.all(Array.from(places, (place) => visit(name, js, mode, place)))
      seen = new Map(visits.flat())
    })

    for (const { what, sent, seen: cells } of situations) {
      const expected = cells[name][mode]
      it(`shows, hears and sends what is expected if ${what}`, () => {
        expect(seen.get(what)).toEqual({ sent, errors: [], ...expected })
      })
    }
  })
})
