/** A run of all situations has a clock of its own: a page in it does what it does in real time, and sooner. */
import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { pause } from '../../../wallet/shared/pause'
import { describeInBrowser } from '../../browser/harness'
import { oneOfEach } from '../../support/samples'
import { openPhone, type Phone, useDesk } from './phoneDesk'

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const scriptOf = (path: string) =>
  `<script>${readFileSync(path, 'utf8').replace(/<\/script/g, '<\\/script')}</script>`
const html = (body: string, script: string, head = '') =>
  `<!doctype html><html><head><meta charset="utf-8">${SDK}${head}</head><body>${body}<p id="out"></p><script>
var times = []
function say(text) { document.getElementById('out').textContent = text }
function pay(more) { upsdk.pluginReady(function () { upsdk.pay(Object.assign({ tn: '1', success: function () { say('支付成功') }, fail: function () { say('请重试') } }, more)) }) }
function tap(run) { document.querySelector('button').onclick = run }
${script}</script></body></html>`
const BUTTON = '<button>付款</button>'

const pages: Readonly<Record<string, string>> = {
  'index.html': html(BUTTON, 'tap(pay)'),
  // Time goes on: the second document is later than the first.
  'redirect.html': html(
    BUTTON,
    `if (location.search) say(Date.now() - Number(sessionStorage.at) >= 3000 ? '时间正常' : '时间倒退')
     else tap(function () { sessionStorage.at = Date.now(); setTimeout(function () { pay({ success: function () { location.href = '/redirect.html?done' } }) }, 3000) })`,
  ),
  // Its server knows what was paid.
  'asks.html': html(
    BUTTON,
    `tap(function () { pay({ success: function () { say('待确认'); fetch('/api/order').then(function () { say('已支付') }) } }) })`,
  ),
  // The same with an element that was hidden, as a toast that stands in the document.
  'asks-hidden.html': html(
    `<style>[data-toast] { display: none } [data-toast].on { display: block }</style>${BUTTON}<div data-toast>待确认</div>`,
    `var toast = document.querySelector('[data-toast]')
     tap(function () { pay({ success: function () { toast.className = 'on'; fetch('/api/order').then(function () { toast.className = ''; say('已支付') }) } }) })`,
  ),
  // What comes of the call stands in a field, or in the wallet's own bar, alone.
  'fills.html': html(
    `<input value="">${BUTTON}`,
    `tap(function () { var write = function (text) { document.querySelector('input').value = text }; pay({ success: function () { write('8801') }, fail: function () { write('请手动填写') } }) })`,
  ),
  'titles.html': html(
    BUTTON,
    `tap(function () { pay({ success: function () { upsdk.setNavigationBarTitle('支付成功') }, fail: function () { upsdk.setNavigationBarTitle('请查看订单') } }) })`,
  ),
  // It shows a text as it leaves, which stands until the next document is there.
  'leaves-hidden.html': html(
    `${BUTTON}<div hidden data-toast>正在打开订单</div>`,
    `if (location.search) say('订单页')
     else tap(function () { pay({ success: function () { document.querySelector('[data-toast]').hidden = false; location.href = '/leaves-hidden.html?done' } }) })`,
  ),
  // The button of its second document can be tapped once the bridge is up.
  'opens.html': html('<a href="/opened.html">订单</a>', ''),
  'opened.html': html(BUTTON, `upsdk.pluginReady(function () { tap(pay); say('请付款') })`),
  // A timer opens an address of its own folder, not one of the phone's.
  'relative.html': html(
    BUTTON,
    `if (location.search) say('结果页')
     else tap(function () { pay({ success: function () { location.href = 'relative.html?done' } }) })`,
  ),
  // Vue 2 ignores taps from before a listener was added, by timeStamp; Vant 2 shows a toast.
  'vue2.html': html(
    '<div id="app"><button @click="open">付款</button><p v-if="isOpen" @click="close">确认付款</p></div>',
    `new Vue({ el: '#app', data: { isOpen: false }, methods: {
       open: function () { this.isOpen = true },
       close: function () { pay({ success: function () { vant.Toast('支付成功') }, fail: function () { vant.Toast('请重试') } }) } } })`,
    `${scriptOf('test/frameworks/node_modules/vue/dist/vue.min.js')}${scriptOf('test/frameworks/node_modules/vant/lib/vant.min.js')}`,
  ),
  // Its toast fades in and out by frames and transitions, and a countdown runs.
  'vant4.html': html(
    '<div id="app"><van-count-down :time="900000"></van-count-down><button @click="pay">付款</button></div>',
    `Vue.createApp({ methods: { pay: function () {
       vant.showLoadingToast({ message: '支付中', duration: 0 })
       pay({ success: function () { vant.showSuccessToast('支付成功') }, fail: function () { vant.showFailToast('请重试') } })
     } } }).use(vant).mount('#app')`,
    `${scriptOf('node_modules/vue/dist/vue.global.prod.js')}${scriptOf('examples/node_modules/vant/lib/vant.min.js')}`,
  ),
  'transition.html': html(
    `<style>#box { opacity: 0; transition: opacity 2s } #box.on { opacity: 1 } #spin { animation: turn 1s infinite } @keyframes turn { to { transform: rotate(1turn) } }</style>${BUTTON}<i id="spin">…</i><div id="box">框</div>`,
    `var box = document.getElementById('box')
     box.addEventListener('transitionend', function () { say('动画结束'); pay() })
     tap(function () { box.className = 'on' })`,
  ),
  // As jQuery's fadeOut: each frame changes the toast, and the last one takes it away.
  'fades.html': html(
    BUTTON,
    `function fade(toast, left) { if (left) { toast.style.opacity = left / 20; requestAnimationFrame(function () { fade(toast, left - 1) }) } else toast.remove() }
     tap(function () { pay({ success: function () {
       var toast = document.createElement('p'); toast.textContent = '已提交'; document.body.append(toast)
       setTimeout(function () { fade(toast, 20) }, 2000)
     } }) })`,
  ),
  'polls.html': html(
    BUTTON,
    `tap(function () { pay(); setInterval(function () { fetch('/api/paid?t=' + Date.now()) }, 5000) })`,
  ),
  'counts.html': html(
    BUTTON,
    `var left = 900; say('剩余 900 秒'); setInterval(function () { document.title = left--; document.getElementById('out').textContent = '剩余 ' + left + ' 秒' }, 1000); tap(function () { pay({ success: null, fail: null }) })`,
  ),
  'frame.html': html(
    `${BUTTON}<iframe src="/inner.html"></iframe>`,
    'tap(function () { window.frames[0].later(function () { pay() }) })',
  ),
  'inner.html': `<!doctype html><script>function later(run) { setTimeout(run, 20000) }</script>`,
  // What the page can read of the clock stays what it was.
  'reads.html': html(
    BUTTON,
    `tap(function () {
       var names = ['mark', 'measure', 'getEntriesByType', 'timing', 'timeOrigin', 'toJSON'].filter(function (name) { return !(name in performance) })
       var before = performance.now(), order = []
       queueMicrotask(function () { order.push('微任务') })
       setTimeout(function () { order.push('定时')
         requestAnimationFrame(function (at) { requestIdleCallback(function () {
           var isDate = new Date() instanceof Date && /^\\d{4}/.test(new Date().toISOString())
           // A frame may have begun before it was asked for, and a busy machine may pause between two looks.
           var isFrame = at > before - 1000 && at <= performance.now()
           say([names.length, order.join(), isFrame, isDate, new Date().getTime() - Date.now() < 1000].join(' '))
           pay({ success: null })
         }) }) }, 0)
     })`,
  ),
  // As `upsdk-kit/dev` in the page's own bundle: a second client.
  'second.html': html(BUTTON, 'tap(pay)', '<script src="/@upsdk-kit/client.js"></script>'),
  'own-keys.html': html(
    BUTTON,
    `tap(function () {
       setTimeout(function () { say('太早') }, 30000)
       crypto.subtle.digest('SHA-256', new Uint8Array(3e6)).then(function () {
         var asked = indexedDB.open('orders'); asked.onsuccess = function () { pay() }
       })
     })`,
  ),
  'socket.html': html(BUTTON, `new WebSocket('ws://127.0.0.1:9/orders'); tap(pay)`),
  'late.html': html(
    BUTTON,
    `tap(function () { pay({ complete: null }); setTimeout(function () { if (!document.getElementById('out').textContent) say('还没有结果') }, 11000) })`,
  ),
}

describeInBrowser('a run of a page', () => {
  const desk = useDesk(pages)
  let phone: Phone
  afterEach(() => phone.reset())
  const textOf = (situation: 'success' | 'silent' | 'cancelled' | 'bridge-never' = 'success') =>
    phone.cell(situation, 'raw').textContent()
  async function tapped(name: string, taps: readonly string[] = ['button']): Promise<void> {
    phone = await openPhone({ address: `${desk.address}?situation=success` }, `/${name}.html`)
    for (const one of taps) await phone.frame.locator(one).click()
  }
  const run = (...situations: ('success' | 'silent' | 'cancelled' | 'bridge-never')[]) =>
    phone.runAll({ situations, modes: ['raw'] })

  it('says when a toast went that faded out, and not when the run looked again', async () => {
    await tapped('fades')
    await run('success')
    expect(await phone.page.locator('[data-part=run-main]').textContent()).toMatch(
      /已提交.*2\.[2-5] 秒后消失/,
    )
  })

  it.each([
    ['asks', 'is not seen if it answers', 300, false],
    ['asks', 'is seen if it takes longer than a second', 1600, true],
    ['asks-hidden', 'is not seen if it answers, as a hidden element', 300, false],
    ['asks-hidden', 'is seen if it takes longer than a second, as a hidden element', 1600, true],
  ])('%s: what stands until a server answers %s', async (name, _what, takes, isSeen) => {
    await tapped(name)
    await phone.page.context().route('**/api/order', async (route) => {
      await pause(takes)
      await route.fulfill({ json: {} })
    })
    await run('success')
    expect(await textOf()).toContain('「已支付」')
    expect((await textOf())?.includes('「待确认」')).toBe(isSeen)
  })

  it('sees a hidden element that is shown as the page leaves', async () => {
    await tapped('leaves-hidden')
    await phone.frame.getByText('订单页').waitFor()
    await run('success')
    expect(await textOf()).toContain('「正在打开订单」')
  })

  it('says of a page that shows nothing how long it was looked at, and no time of a call', async () => {
    await tapped('index')
    await run('success', 'silent')
    expect(await textOf('silent')).toContain('最后一步之后 60 秒没有读到新提示')
    expect(await textOf('silent')).not.toMatch(/\d s/)
    expect(await textOf()).toMatch(/「支付成功」.*\d s/)
  })

  it.each(['fills', 'titles'])('%s: does not say that nothing new came', async (name) => {
    await tapped(name)
    await run('success', 'cancelled', 'silent')
    for (const situation of ['success', 'cancelled'] as const)
      expect(await textOf(situation)).not.toMatch(/之后.*没有读到新提示/)
    expect(await textOf('silent')).toMatch(/之后.*没有读到新提示/)
  })

  it('opens a relative address from a callback as the page does', async () => {
    await tapped('relative')
    await run('success')
    expect(await textOf()).toContain('结果页')
    expect(await textOf()).not.toContain('没有应答')
  })

  it('waits in a second document as long as the developer did', async () => {
    await tapped('opens', [])
    await phone.frame.locator('a').waitFor()
    // The tap in the second document comes sooner after its start than this one.
    await pause(1500)
    await phone.frame.locator('a').click()
    await phone.frame.getByText('请付款').waitFor()
    await phone.frame.locator('button').click()
    await phone.frame.getByText('支付成功').waitFor()
    await run('success')
    expect(await textOf()).toContain('「支付成功」')
  })

  it('goes on over its documents: a redirect turns no time back', async () => {
    await tapped('redirect')
    await phone.frame.getByText('时间正常').waitFor()
    await run('success')
    expect(await textOf()).toContain('时间正常')
    expect(await textOf()).not.toContain('倒退')
  })

  it.each(
    oneOfEach(
      'frameworks in a run',
      [
        ['vue2', ['button', 'text=确认付款']],
        ['vant4', ['button']],
      ] as const,
      () => '',
    ),
  )('takes the taps of a framework, and shows its toasts: %s', async (name, taps) => {
    await tapped(name, taps)
    await run('success', 'cancelled')
    expect(await textOf()).toContain('「支付成功」')
    expect(await textOf('cancelled')).toContain('「请重试」')
    // A countdown is one text at most.
    const texts = await phone.cell('success', 'raw').locator('.lines').textContent()
    expect((texts || '').split('「').length).toBeLessThan(5)
  })

  it('moves transitions on, and waits for none that never ends', async () => {
    await tapped('transition')
    await phone.frame.getByText('支付成功').waitFor()
    await run('success')
    expect(await textOf()).toMatch(/「动画结束」.*「支付成功」/)
  })

  it('asks the page’s backend ten times, though it polls for ever', async () => {
    await tapped('polls')
    let asked = 0
    await phone.page.context().route('**/api/paid*', (route) => {
      asked++
      return route.fulfill({ json: {} })
    })
    // Each run has a document of its own, also one that is stopped.
    let documents = 0
    phone.page.on('request', (request) => {
      if (request.isNavigationRequest()) documents++
    })
    await run('silent')
    expect(asked).toBeGreaterThan(5)
    expect(asked).toBeLessThanOrEqual(10 * documents)
    // What the page would have shown later is not known.
    expect(await textOf('silent')).toContain('/api/paid 请求 10 次之后没有再发出')
  })

  it('counts seconds for a minute, which are one text, and no change of the page', async () => {
    await tapped('counts')
    await run('silent')
    expect((await textOf('silent'))?.match(/剩余/g)).toHaveLength(1)
    expect(await phone.cell('silent', 'raw').getAttribute('data-marked')).toBe('true')
  })

  it('shares its clock with the frames in the page', async () => {
    phone = await openPhone({ address: `${desk.address}?situation=success` }, '/frame.html')
    await phone.frame.locator('button').click()
    await run('success')
    expect(await textOf()).toMatch(/「支付成功」.*2\d\.\d s/)
  })

  it('leaves to the page all that it can read of its time', async () => {
    await tapped('reads')
    await phone.frame.getByText('0 微任务,定时 true true true').waitFor()
    await run('success')
    expect(await textOf()).toContain('0 微任务,定时 true true true')
  })

  it('is joined once by a page that brings the client itself', async () => {
    await tapped('second')
    await phone.frame.getByText('支付成功').waitFor()
    await run('success')
    expect(await textOf()).toMatch(/「支付成功」.*发起支付 1 次/)
    expect(await textOf()).not.toContain('twice')
  })

  it('waits for keys and databases before its time goes on', async () => {
    await tapped('own-keys')
    await phone.frame.getByText('支付成功').waitFor()
    await run('success')
    expect(await textOf()).toMatch(/「支付成功」.*发起支付 1 次/)
  })

  it('says what of the page keeps real time', async () => {
    await tapped('socket')
    await run('success')
    expect(await textOf()).toContain('WebSocket 按真实时间运行')
    expect(await textOf()).toContain('支付成功')
  })
})
