/** The kit as window.upsdk, under the real SDK file: what the file writes is upsdk's, what the page writes is the page's (H23, H26). */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pairs } from '../support/samples'
import {
  BROWSER_AGENT,
  describeInBrowser,
  type PageOptions,
  page,
  SDK_URL,
  script,
  walletAgent,
} from './harness'
import { bodyInPage } from './inPage'
import { KIT, SDK } from './scripts'

const IN_PLACE = `${KIT}<script>var upsdk = UpsdkKit.createUpsdk({ locale: 'en' })</script>`

// A lost or endless call would make the test wait for its own time limit.
const inPage = <T>(body: string, options: PageOptions) =>
  bodyInPage<T>(
    `return Promise.race([new Promise((resolve) => setTimeout(resolve, 4000, 'lost')), (async () => {
      window.payments = () => native.calls.filter(({ name }) => name === 'UPWebPay.pay').length
      const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
      ${body}
    })()])`,
    options,
  )

/** How pages put a function of their own around a method. Each must leave one native call, and one outcome. */
const WRAPS: Record<string, string> = {
  wraps: `const old = upsdk.pay; upsdk.pay = (params) => old.call(upsdk, params)`,
  binds: `upsdk.pay = upsdk.pay.bind(upsdk)`,
  promisifies: `const old = upsdk.pay
    upsdk.pay = (params) => new Promise((success, fail) => old({ ...params, success, fail }))`,
  spies: `const old = upsdk.pay; upsdk.seen = 0
    upsdk.pay = function () { upsdk.seen++; return old.apply(this, arguments) }`,
}

const ORDERS = [
  { order: 'the SDK file, then the kit', scripts: SDK + IN_PLACE },
  { order: 'the kit, then the SDK file', scripts: IN_PLACE + SDK },
]
const BRIDGES = [{ bridge: 'cordova' }, { bridge: 'jsbridge' }] as const

describeInBrowser.each(pairs('kit as window.upsdk', ORDERS, BRIDGES))(
  'with the scripts in the order $order, over $bridge,',
  ({ scripts, bridge }) => {
    const options = { html: page(scripts), userAgent: walletAgent({ platform: 'android', bridge }) }

    it.each(Object.keys(WRAPS))('a method that a page %s is called once, with one outcome', async (how) => {
      const seen = await inPage(
        `const outcomes = []
        const pay = (n) => new Promise((resolve) => {
          const done = (name) => () => { outcomes.push(name + n); resolve() }
          const returned = upsdk.pay({ tn: String(n), success: done('success'), fail: done('fail') })
          if (returned && returned.then) returned.then(done('resolved'), done('rejected'))
        })
        await new Promise((resolve) => upsdk.pluginReady(() => { ${WRAPS[how]}; resolve() }))
        await pay(1)
        await wait(50)
        // Wraps the wrapped method again. A promise around a promise gets no answer on upsdk either.
        ${how === 'promisifies' ? '' : `{ ${WRAPS[how]} }`}
        await pay(2)
        await wait(50)
        return [payments(), outcomes.filter((name) => /1$/.test(name)).length > 0, outcomes.some((name) => /fail|rejected/.test(name)), upsdk.seen]`,
        options,
      )
      expect(seen).toEqual([2, true, false, how === 'spies' ? 2 : undefined])
    })

    it('the SDK file’s second writing of its methods never removes the kit’s hold', async () => {
      const seen = await inPage(
        `await upsdk.ready()
        const outcomes = []
        const pay = async (when) => {
          const before = payments()
          await upsdk.pay({ tn: when }).then(() => outcomes.push(when), (error) => outcomes.push(when + ' ' + error.reason))
          outcomes.push(payments() - before)
        }
        await pay('at first')
        if (window.deviceReady) { deviceReady(); await pay('after another deviceready'); await wait(20) }
        await new Promise((resolve) => {
          const script = document.createElement('script')
          script.src = '${SDK_URL}?again'
          script.onload = resolve
          document.head.appendChild(script)
        })
        await pay('after the file ran again')
        return outcomes`,
        options,
      )
      expect(seen).toEqual([
        'at first',
        1,
        ...(bridge === 'cordova' ? ['after another deviceready', 1] : []),
        'after the file ran again',
        1,
      ])
    })

    it('a page’s own function stays if the SDK file writes its methods again', async () => {
      const seen = await inPage(
        `await upsdk.ready()
        let own = 0
        const old = upsdk.pay
        upsdk.pay = (params) => { own++; return old(params) }
        if (window.deviceReady) deviceReady()
        await upsdk.pay({ tn: '1' })
        await upsdk.call('pay', { tn: '2' })
        return [own, payments()]`,
        options,
      )
      expect(seen).toEqual([2, 2])
    })

    it('a wrapper of appletAuth from before the bridge is up is called once', async () => {
      const seen = await inPage(
        `await upsdk.ready()
        const code = await new Promise((resolve, reject) => upsdk.appletAuth({ success: resolve, fail: reject }))
        return [native.calls.filter(({ name }) => name === 'UPWebSdk.appletAuth').length, upsdk.around, code]`,
        {
          ...options,
          before: `window.native.answers['UPWebSdk.appletAuth'] = { success: { code: '1' } }`,
          html: page(`${scripts}<script>
            const old = upsdk.appletAuth; upsdk.around = 0
            upsdk.appletAuth = (params) => { upsdk.around++; return old.call(upsdk, params) }
          </script>`),
        },
      )
      expect(seen).toEqual([1, 1, { code: '1' }])
    })

    it('a name that the SDK file lacks is undefined, and not `in` the kit', async () => {
      const seen = await inPage(
        `await upsdk.ready()
        return [typeof upsdk.getSystemInfo, 'getSystemInfo' in upsdk, typeof upsdk.pay, 'pay' in upsdk]`,
        options,
      )
      expect(seen).toEqual(['undefined', false, 'function', true])
    })
  },
)

describeInBrowser.each(ORDERS)('with the scripts in the order $order,', ({ scripts }) => {
  it('outside the wallet a page’s own function runs, and all others reject with outside-wallet', async () => {
    const seen = await inPage(
      `const old = upsdk.pay
      upsdk.pay = (params) => old.call(upsdk, params)
      const reasons = []
      for (const name of ['pay', 'scanQRCode']) await upsdk[name]({ tn: '1' }).catch((error) => reasons.push(error.reason))
      return reasons`,
      { html: page(scripts), userAgent: BROWSER_AGENT },
    )
    expect(seen).toEqual(['outside-wallet', 'outside-wallet'])
  })
})

describeInBrowser('before the SDK file has run', () => {
  it.each([
    ['was called', `await upsdk.pay({ tn: '1' }).catch(() => {})`],
    ['was asked for', `'pay' in upsdk`],
  ])(
    'outside the wallet a method that %s before the file ran still fails with outside-wallet',
    async (_what, before) => {
      const seen = await inPage(
        `const upsdk = window.upsdk = UpsdkKit.createUpsdk()
      ${before}
      await new Promise((resolve) => {
        const script = document.createElement('script')
        script.src = '${SDK_URL}'
        script.onload = resolve
        document.head.appendChild(script)
      })
      let failed = 0
      return upsdk.pay({ tn: '2', fail: () => failed++ }).catch(({ reason }) => [reason, failed])`,
        { html: page(KIT), userAgent: BROWSER_AGENT },
      )
      expect(seen).toEqual(['outside-wallet', 1])
    },
  )
})

describeInBrowser('a method that is the handler of a click', () => {
  const JQUERY = 'https://mini.example/jquery.js'
  const routes = { [JQUERY]: script(readFileSync('node_modules/jquery/dist/jquery.min.js', 'utf8')) }

  it.each([
    ['raw upsdk', SDK],
    ['the kit as window.upsdk', SDK + IN_PLACE],
  ])('gets no parameters from the event, as it is with raw upsdk: %s', async (_what, scripts) => {
    const seen = await inPage(
      `await new Promise((resolve) => upsdk.pluginReady(resolve))
      const [first, second] = [document.createElement('button'), document.createElement('button')]
      document.body.append(first, second)
      first.addEventListener('click', upsdk.scanQRCodeNew)
      $(second).on('click', upsdk.qrCodePay)
      first.click()
      second.click()
      await wait(50)
      return native.calls.map(({ args }) => args)`,
      { html: page(`${scripts}<script src="${JQUERY}"></script>`), routes },
    )
    expect(seen).toEqual([[{}], [{}]])
  })
})
