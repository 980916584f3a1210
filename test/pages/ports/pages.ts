/**
 * One checkout page as four kinds of projects write it: a tap on `#pay` pays, one on `#face` compares the face,
 * `#said` is the page's own message. `old` is its code on upsdk, which does not change with the kit as window.upsdk;
 * `promises` is the same page rewritten. Imports are passed in, since no file has two versions of Vue.
 */
import type * as React from 'react'
import type * as ReactDom from 'react-dom/client'
import type * as Vue3 from 'vue'
import type * as Kit from '../../../src/index'
import type * as ReactKit from '../../../src/react'
import type * as VueKit from '../../../src/vue'

/** The global: raw upsdk, or the kit in its place. */
declare const upsdk: Kit.Upsdk
/** A transaction number of the page's server, another one for each tap. */
declare function newTn(): string
/** Reports to the test what a callback or a promise of the page got. */
declare function heard(what: string, value?: unknown): void

/** What old pages show of a failure. */
const textOf = ({ errmsg, msg, desc }: Kit.RawFailure): string => errmsg || msg || desc || ''

const heardRejection = (error: unknown): void => {
  const { reason, sent, retry } = error as Kit.UpsdkError
  heard(`rejected: ${reason}, ${sent ? 'sent' : 'not sent'}, retry ${retry}`)
}

/** The parts of jQuery that the page uses. */
type JQuery = (of: string | (() => void)) => {
  text(text: string): void
  on(event: 'click', handler: () => void): void
}

/** The page gives both callbacks to each call, waits for nothing, and shows any text it gets. */
export const jQueryPage = {
  old($: JQuery) {
    const answers = (done: string) => ({
      success(value: unknown) {
        heard('success', value)
        $('#said').text(done)
      },
      fail(failure: Kit.RawFailure) {
        heard('fail', failure)
        $('#said').text(textOf(failure))
      },
    })
    upsdk.pluginReady(() => {
      upsdk.setNavigationBarTitle({ title: '收银台' })
    })
    $(() => {
      $('#face').on('click', () => {
        $('#said').text('请稍候')
        upsdk.bioDetect(answers('刷脸成功'))
      })
      $('#pay').on('click', () => {
        $('#said').text('请稍候')
        upsdk.pay({ tn: newTn(), ...answers('支付成功') })
      })
    })
  },
  promises($: JQuery, { createUpsdk }: typeof Kit) {
    const kit = createUpsdk()
    /** The kit shows the failures. */
    const show = (call: Promise<unknown>, done: string) => {
      $('#said').text('请稍候')
      call.then(
        (value) => {
          heard('resolved', value)
          $('#said').text(done)
        },
        (error) => {
          heardRejection(error)
          $('#said').text('')
        },
      )
    }
    kit.setNavigationBarTitle({ title: '收银台' })
    $(() => {
      $('#face').on('click', () => show(kit.bioDetect(), '刷脸成功'))
      $('#pay').on('click', () => {
        const onHoldEnd = () => $('#said').text('付好了吗？')
        show(kit.pay({ tn: newTn() }, { onHoldEnd }), '支付成功')
      })
    })
  },
}

/** The plug-in of the Vue 2 project: a promise for each method, called once upsdk is ready. */
type Plugin = (name: 'bioDetect' | 'pay', params?: object) => Promise<unknown>
const callUpsdk: Plugin = (name, params) =>
  new Promise((resolve, reject) => {
    upsdk.pluginReady(() => {
      ;(upsdk[name] as (params: object) => unknown)({ ...params, success: resolve, fail: reject })
    })
  })

/** The parts of Vue 2 that the pages use. */
type VNode = object
type CreateElement = (tag: string, more: object | VNode[], children?: string) => VNode
interface Added {
  $callUpsdk: Plugin
  $upsdk: Kit.Upsdk
}
interface Vue2 {
  new <Data, Methods>(options: {
    data: Data
    methods: Methods & ThisType<Data & Methods & Added>
    render(this: Data & Methods, h: CreateElement): VNode
  }): { $mount(selector: string): void }
  prototype: Added
  use(plugin: object): void
}

/** A plug-in that makes promises, with `pluginReady` around every call. */
export const vue2Page = {
  old(Vue: Vue2) {
    Vue.prototype.$callUpsdk = callUpsdk
    upsdk.pluginReady(() => {
      upsdk.setNavigationBarTitle({ title: '收银台' })
    })
    new Vue({
      data: { said: '' },
      methods: {
        async show(call: Promise<unknown>, done: string) {
          this.said = '请稍候'
          try {
            heard('resolved', await call)
            this.said = done
          } catch (failure) {
            heard('rejected', failure)
            this.said = textOf(failure as Kit.RawFailure)
          }
        },
        face() {
          this.show(this.$callUpsdk('bioDetect'), '刷脸成功')
        },
        pay() {
          this.show(this.$callUpsdk('pay', { tn: newTn() }), '支付成功')
        },
      },
      render(h) {
        return h('main', [
          h('button', { attrs: { id: 'face' }, on: { click: this.face } }, '刷脸'),
          h('button', { attrs: { id: 'pay' }, on: { click: this.pay } }, '付款'),
          h('p', { attrs: { id: 'said' } }, this.said),
        ])
      },
    }).$mount('#app')
  },
  promises(Vue: Vue2, { createUpsdk }: typeof Kit, { upsdkPlugin }: typeof VueKit) {
    const kit = createUpsdk()
    Vue.use(upsdkPlugin(kit))
    kit.setNavigationBarTitle({ title: '收银台' })
    new Vue({
      data: { said: '' },
      methods: {
        async show(call: Promise<unknown>, done: string) {
          this.said = '请稍候'
          try {
            heard('resolved', await call)
            this.said = done
          } catch (error) {
            heardRejection(error)
            this.said = ''
          }
        },
        face() {
          this.show(this.$upsdk.bioDetect(), '刷脸成功')
        },
        pay() {
          this.show(this.$upsdk.pay({ tn: newTn() }, { timeout: 15_000 }), '支付成功')
        },
      },
      render(h) {
        return h('main', [
          h('button', { attrs: { id: 'face' }, on: { click: this.face } }, '刷脸'),
          h('button', { attrs: { id: 'pay' }, on: { click: this.pay } }, '付款'),
          h('p', { attrs: { id: 'said' } }, this.said),
        ])
      },
    }).$mount('#app')
  },
}

/** The page gives only `success`, and ignores failures. */
export const vue3Page = {
  old({ createApp, h, ref }: typeof Vue3) {
    const Checkout = () => {
      const said = ref('')
      const show = (done: string) => {
        said.value = '请稍候'
        return (value: unknown) => {
          heard('success', value)
          said.value = done
        }
      }
      const face = () => upsdk.bioDetect({ success: show('刷脸成功') })
      const pay = () => upsdk.pay({ tn: newTn(), success: show('支付成功') })
      return () => [
        h('button', { id: 'face', onClick: face }, '刷脸'),
        h('button', { id: 'pay', onClick: pay }, '付款'),
        h('p', { id: 'said' }, said.value),
      ]
    }
    upsdk.pluginReady(() => {
      upsdk.setNavigationBarTitle({ title: '收银台' })
    })
    createApp({ setup: Checkout }).mount('#app')
  },
  promises(
    { createApp, h, ref }: typeof Vue3,
    { createUpsdk }: typeof Kit,
    { upsdkPlugin, useUpsdk, useUpsdkCall }: typeof VueKit,
  ) {
    const Checkout = () => {
      const faceCall = useUpsdkCall('bioDetect')
      const payment = useUpsdkCall('pay')
      const said = ref('')
      useUpsdk().setNavigationBarTitle({ title: '收银台' })
      const show = async (call: Promise<unknown>, done: string) => {
        said.value = ''
        try {
          heard('resolved', await call)
          said.value = done
        } catch (error) {
          heardRejection(error)
        }
      }
      const face = () => show(faceCall.execute(), '刷脸成功')
      const pay = () => show(payment.execute({ tn: newTn() }), '支付成功')
      const isPending = () => faceCall.pending.value || payment.pending.value
      return () => [
        h('button', { id: 'face', onClick: face }, '刷脸'),
        h('button', { id: 'pay', onClick: pay, disabled: payment.pending.value }, '付款'),
        h('p', { id: 'said' }, said.value || (isPending() ? '请稍候' : '')),
      ]
    }
    createApp({ setup: Checkout }).use(upsdkPlugin(createUpsdk())).mount('#app')
  },
}

/** Buttons that work once upsdk is ready; promises of its own. */
export const reactPage = {
  old({ createElement: h, useEffect, useState }: typeof React, { createRoot }: typeof ReactDom) {
    const bioDetect = () =>
      new Promise((resolve, reject) => {
        upsdk.bioDetect({ success: resolve, fail: reject })
      })
    const payOrder = (tn: string) =>
      new Promise((resolve, reject) => {
        upsdk.pay({ tn, success: resolve, fail: reject })
      })
    function Checkout() {
      const [isReady, setReady] = useState(false)
      const [said, say] = useState('')
      useEffect(() => {
        upsdk.pluginReady(() => {
          upsdk.setNavigationBarTitle({ title: '收银台' })
          setReady(true)
        })
      }, [])
      const show = async (call: Promise<unknown>, done: string) => {
        say('请稍候')
        try {
          heard('resolved', await call)
          say(done)
        } catch (failure) {
          heard('rejected', failure)
          say(textOf(failure as Kit.RawFailure))
        }
      }
      const face = () => show(bioDetect(), '刷脸成功')
      const pay = () => show(payOrder(newTn()), '支付成功')
      return [
        h('button', { key: 1, id: 'face', disabled: !isReady, onClick: face }, '刷脸'),
        h('button', { key: 2, id: 'pay', disabled: !isReady, onClick: pay }, '付款'),
        h('p', { key: 3, id: 'said' }, said),
      ]
    }
    createRoot(document.getElementById('app') as HTMLElement).render(h(Checkout))
  },
  promises(
    { createElement: h, useEffect, useState }: typeof React,
    { createRoot }: typeof ReactDom,
    { createUpsdk }: typeof Kit,
    { UpsdkProvider, useUpsdk, useUpsdkCall }: typeof ReactKit,
  ) {
    function Checkout() {
      const faceCall = useUpsdkCall('bioDetect')
      const payment = useUpsdkCall('pay')
      const [said, say] = useState('')
      const kit = useUpsdk()
      useEffect(() => {
        kit.setNavigationBarTitle({ title: '收银台' })
      }, [kit])
      const show = async (call: Promise<unknown>, done: string) => {
        say('')
        try {
          heard('resolved', await call)
          say(done)
        } catch (error) {
          heardRejection(error)
        }
      }
      const face = () => show(faceCall.execute(), '刷脸成功')
      const pay = () => show(payment.execute({ tn: newTn() }), '支付成功')
      return [
        h('button', { key: 1, id: 'face', onClick: face }, '刷脸'),
        h('button', { key: 2, id: 'pay', onClick: pay, disabled: payment.pending }, '付款'),
        h('p', { key: 3, id: 'said' }, said || (faceCall.pending || payment.pending ? '请稍候' : '')),
      ]
    }
    const page = h(UpsdkProvider, { upsdk: createUpsdk() }, h(Checkout))
    createRoot(document.getElementById('app') as HTMLElement).render(page)
  },
}
