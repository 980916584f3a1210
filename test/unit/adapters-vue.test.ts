/** With Vue, components make calls and get events while they are mounted or active, and on a server. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, KeepAlive, nextTick, ref } from 'vue'
import { createUpsdk as createCoreUpsdk } from '../../src/core'
import type { CallOptions, Upsdk } from '../../src/index'
import { type UpsdkCall, upsdkPlugin, useUpsdk, useUpsdkCall, useUpsdkEvent } from '../../src/vue'
import { fail, silent, succeed } from '../../wallet/simulator'
import { kit, pass, recorder, useWallets, visibility, wallet } from '../support/wallet'

useWallets()

let leave: (() => void)[] = []
afterEach(() => {
  for (const run of leave) run()
  leave = []
})

/** Mounts a page with a component that has the given `setup`. */
function mount(upsdk: Upsdk, setup: () => void): { unmount(): void } {
  const app = createApp(
    defineComponent({
      setup() {
        setup()
        return () => h('div')
      },
    }),
  )
  app.use(upsdkPlugin(upsdk))
  app.mount(document.createElement('div'))
  let isThere = true
  const unmount = () => {
    if (isThere) app.unmount()
    isThere = false
  }
  leave.push(unmount)
  return { unmount }
}

function mountCall<M extends 'bioDetect' | 'pay' | 'scanQRCode' | 'appletAuth' | 'appletExplicitAuth'>(
  upsdk: Upsdk,
  method: M,
  options?: CallOptions,
) {
  let call = undefined as unknown as UpsdkCall<M>
  const { unmount } = mount(upsdk, () => {
    call = useUpsdkCall(method, options)
  })
  return { call, unmount }
}

describe('useUpsdk', () => {
  it('useUpsdk returns the kit of the plug-in, which templates have as $upsdk', () => {
    wallet()
    const upsdk = kit()
    let found: Upsdk | undefined
    const app = createApp({
      setup() {
        found = useUpsdk()
      },
      template: '',
      render() {
        return h('p', String(this.$upsdk === upsdk))
      },
    })
    const root = document.createElement('div')
    app.use(upsdkPlugin(upsdk)).mount(root)
    expect(found).toBe(upsdk)
    expect(root.textContent).toBe('true')
    app.unmount()
  })

  it('useUpsdk throws outside a component, and says where to call it', () => {
    expect(useUpsdk).toThrow('upsdk-kit/vue: call it in setup()')
  })

  it('useUpsdk throws without the plug-in, and says how to install it', () => {
    const app = createApp({ setup: useUpsdk, render: () => null })
    app.config.warnHandler = () => {}
    expect(() => app.mount(document.createElement('div'))).toThrow(
      'upsdk-kit/vue: first app.use(upsdkPlugin(upsdk))',
    )
  })
})

describe('useUpsdkCall', () => {
  it('useUpsdkCall shows no data, error or pending call before the first call', () => {
    wallet()
    const { call } = mountCall(kit(), 'bioDetect')
    expect([call.data.value, call.error.value, call.pending.value]).toEqual([undefined, undefined, false])
  })

  it('useUpsdkCall after three taps at once is pending while the first call is open, and shows its outcome', async () => {
    wallet({ latency: 200, answers: { pay: fail('02') } })
    const { call } = mountCall(kit({ notify: false }), 'pay')
    for (const tn of ['1', '2', '3']) call.run({ tn })
    await pass(100)
    expect([call.error.value, call.pending.value]).toEqual([undefined, true])
    await pass(200)
    expect([call.error.value?.method, call.pending.value]).toEqual(['pay', false])
  })

  it('useUpsdkCall is pending until it shows the result', async () => {
    wallet({ latency: 100, answers: { appletAuth: succeed({ code: 'c' }) } })
    const { call } = mountCall(kit(), 'appletAuth')
    const promise = call.execute()
    expect(call.pending.value).toBe(true)
    await pass(100)
    await expect(promise).resolves.toEqual({ code: 'c' })
    expect([call.data.value, call.error.value, call.pending.value]).toEqual([{ code: 'c' }, undefined, false])
  })

  it('execute rejects, so that no code after it runs for a cancelled payment', async () => {
    wallet({ answers: { pay: fail('01') } })
    const { call } = mountCall(kit(), 'pay')
    const paid = vi.fn()
    const flow = (async () => {
      await call.execute({ tn: '1' })
      paid()
    })()
    await expect(flow).rejects.toMatchObject({ reason: 'cancelled' })
    expect(paid).not.toHaveBeenCalled()
    expect(call.error.value?.reason).toBe('cancelled')
  })

  it('run never throws, and puts the failure into error', async () => {
    wallet({ answers: { pay: fail('x') } })
    const { call } = mountCall(kit(), 'pay')
    expect(call.run({ tn: '1' })).toBeUndefined()
    await pass(10)
    expect(call.error.value?.reason).toBe('unknown')
    expect(call.data.value).toBeUndefined()
  })

  it('run does not pass the event of @click="run" as parameters', async () => {
    const sim = wallet()
    const { call } = mountCall(kit(), 'scanQRCode')
    call.run(new Event('click') as never)
    await pass(10)
    expect(sim.calls).toEqual([{ method: 'scanQRCode', params: {} }])
  })

  it('useUpsdkCall clears data at a failure, and error at a success', async () => {
    const sim = wallet({ answers: { bioDetect: succeed('face') } })
    const { call } = mountCall(kit(), 'bioDetect')
    await call.execute()
    sim.answer('bioDetect', fail('95'))
    call.run()
    await pass(10)
    expect([call.data.value, call.error.value?.code]).toEqual([undefined, '95'])
    sim.answer('bioDetect', succeed('face'))
    call.run()
    await pass(10)
    expect([call.data.value, call.error.value]).toEqual(['face', undefined])
  })

  it('useUpsdkCall shows the newest call, and ignores the outcome of an older one', async () => {
    let number = 0
    const sim = wallet({ answers: { appletAuth: () => succeed({ code: String(++number) }) } })
    const upsdk = kit()
    const { call } = mountCall(upsdk, 'appletAuth')
    // The first call is answered after the second.
    const answers: ((value: { code: string }) => void)[] = []
    upsdk.appletAuth = () => new Promise((resolve) => answers.push(resolve))
    call.run()
    call.run()
    answers[1]?.({ code: 'second' })
    await pass(1)
    answers[0]?.({ code: 'first' })
    await pass(1)
    expect([call.data.value, call.pending.value]).toEqual([{ code: 'second' }, false])
    expect(sim.calls).toEqual([])
  })

  it('useUpsdkCall ignores a second tap that is busy while the first call goes on', async () => {
    wallet({ latency: 200, answers: { bioDetect: succeed('face') } })
    const { call } = mountCall(kit(), 'bioDetect')
    call.run()
    await pass(50)
    await expect(call.execute()).rejects.toMatchObject({ reason: 'busy' })
    expect([call.error.value, call.pending.value]).toEqual([undefined, true])
    await pass(200)
    expect([call.data.value, call.pending.value]).toEqual(['face', false])
  })

  it('useUpsdkCall stops being pending with the hold if native never answers', async () => {
    wallet({ answers: { scanQRCode: silent(), pay: silent() } })
    const upsdk = kit()
    const scan = mountCall(upsdk, 'scanQRCode').call
    const pay = mountCall(upsdk, 'pay').call
    scan.run()
    pay.run({ tn: '1' })
    await pass(2900)
    expect([scan.pending.value, pay.pending.value]).toEqual([true, true])
    await pass(200)
    expect([scan.pending.value, pay.pending.value]).toEqual([false, true])
    await pass(2000)
    expect(pay.pending.value).toBe(false)
  })

  it('useUpsdkCall stops being pending too if the page has an `onHoldEnd` of its own, which runs', async () => {
    wallet({ answers: { pay: silent() } })
    const ofAll = vi.fn()
    const ofOne = vi.fn()
    const { call } = mountCall(kit(), 'pay', { onHoldEnd: ofAll })
    call.run({ tn: '1' })
    await pass(5100)
    expect([call.pending.value, ofAll.mock.calls]).toEqual([false, [[]]])
    await pass(5000)
    call.run({ tn: '2' })
    await pass(10)
    call.run({ tn: '3' }, { onHoldEnd: ofOne })
    await pass(5100)
    expect([call.pending.value, ofAll.mock.calls.length, ofOne.mock.calls.length]).toEqual([false, 1, 1])
  })

  it('useUpsdkCall stops being pending when the page is visible again, if the hold ended while it was hidden', async () => {
    wallet({ answers: { pay: silent() } })
    const hide = visibility()
    hide(false)
    const { call } = mountCall(kit(), 'pay')
    call.run({ tn: '1' })
    await pass(1000)
    hide(true)
    await pass(10_000)
    expect(call.pending.value).toBe(true)
    hide(false)
    await pass(50)
    expect(call.pending.value).toBe(false)
  })

  it('execute rejects if the kit lacks the part of a method, and run puts that into error', async () => {
    wallet()
    const bare = createCoreUpsdk()
    const { call } = mountCall(bare, 'appletExplicitAuth')
    const message = 'upsdk-kit: `appletExplicitAuth` needs the part `explicitAuth`'
    await expect(call.execute({ scope: 'scope.mobile' })).rejects.toThrow(message)
    expect([call.error.value?.message, call.pending.value]).toEqual([message, false])
    call.run({ scope: 'scope.auth' })
    expect(call.pending.value).toBe(true)
    await pass(1)
    expect([call.error.value?.message, call.pending.value]).toEqual([message, false])
    bare.destroy()
  })

  it('unmounting aborts a call that has not been sent', async () => {
    const sim = wallet({ readyAfter: 500 })
    const { call, unmount } = mountCall(kit(), 'pay')
    const promise = call.execute({ tn: '1' })
    unmount()
    await expect(promise).rejects.toMatchObject({ reason: 'aborted', sent: false })
    await pass(1000)
    expect(sim.calls).toEqual([])
  })

  it.each([
    ['undefined', 'not sent', undefined],
    ['a signal of its own', 'sent', new AbortController().signal],
  ])(
    'a call that waits at unmounting, whose `beforeSending` is %s, is %s',
    async (_what, how, beforeSending) => {
      const sim = wallet({ readyAfter: 500 })
      const { call, unmount } = mountCall(kit(), 'pay', { beforeSending })
      call.run({ tn: '1' })
      unmount()
      await pass(1000)
      expect(sim.calls).toHaveLength(how === 'sent' ? 1 : 0)
    },
  )

  it('after unmounting, a call that was sent goes on, and its failure is shown', async () => {
    wallet({ latency: 500, answers: { pay: fail('02') } })
    const presenter = recorder()
    const { call, unmount } = mountCall(kit({ presenter }), 'pay')
    const promise = call.execute({ tn: '1' })
    await pass(100)
    unmount()
    const failed = expect(promise).rejects.toMatchObject({ sent: true, retry: 'never' })
    await pass(1000)
    await failed
    expect(presenter.dialogs).toHaveLength(1)
  })
})

describe('useUpsdkEvent', () => {
  it('useUpsdkEvent passes plain data to the handler while the component is mounted', async () => {
    const sim = wallet()
    const heard = vi.fn()
    const { unmount } = mount(kit(), () => useUpsdkEvent('rightbtnclick', heard, { title: 'Share' }))
    await pass(10)
    sim.fire('rightbtnclick', { n: 1 })
    expect(heard).toHaveBeenCalledExactlyOnceWith({ n: 1 })
    unmount()
    sim.fire('rightbtnclick')
    expect(heard).toHaveBeenCalledOnce()
  })

  it('useUpsdkEvent under KeepAlive listens while the component is active', async () => {
    const sim = wallet()
    const heard = vi.fn()
    const Kept = defineComponent({
      setup() {
        useUpsdkEvent('screenShotAction', heard)
        return () => h('i')
      },
    })
    const isShown = ref(true)
    const app = createApp(() => h(KeepAlive, null, { default: () => (isShown.value ? h(Kept) : null) }))
    app.use(upsdkPlugin(kit())).mount(document.createElement('div'))
    leave.push(() => app.unmount())
    await pass(10)
    sim.fire('screenShotAction')
    expect(heard).toHaveBeenCalledTimes(1)
    isShown.value = false
    await nextTick()
    sim.fire('screenShotAction')
    expect(heard).toHaveBeenCalledTimes(1)
    isShown.value = true
    await nextTick()
    await pass(10)
    sim.fire('screenShotAction')
    expect(heard).toHaveBeenCalledTimes(2)
  })
})
