/** With React, components make calls and get events while they are mounted, also in StrictMode and on a server. */
import { act, createElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk, type Upsdk } from '../../src/index'
import { type UpsdkCall, UpsdkProvider, useUpsdk, useUpsdkCall, useUpsdkEvent } from '../../src/react'
import { fail, silent, succeed } from '../../wallet/simulator'
import { kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

/** React requires this flag in tests. */
const ACT = { IS_REACT_ACT_ENVIRONMENT: true }
const later = (ms: number) => act(() => pass(ms))
/** Runs a handler as React does. */
function tap<T>(run: () => T): T {
  let result: T | undefined
  act(() => {
    result = run()
  })
  return result as T
}

let leave: (() => void)[] = []
beforeEach(() => void Object.assign(globalThis, ACT))
afterEach(() => {
  for (const run of leave) act(run)
  leave = []
})

/** Renders a page with a component that has the given body. */
function mount(upsdk: Upsdk, body: () => void, strict = false): { unmount(): void; render(): void } {
  const Component = () => {
    body()
    return null
  }
  const root = createRoot(document.createElement('div'))
  const page = () =>
    createElement(
      UpsdkProvider,
      { upsdk },
      createElement(strict ? StrictMode : 'div', null, createElement(Component)),
    )
  const render = () => act(() => root.render(page()))
  render()
  let isThere = true
  const unmount = () => {
    if (isThere) act(() => root.unmount())
    isThere = false
  }
  leave.push(unmount)
  return { unmount, render }
}

type Method = 'bioDetect' | 'pay' | 'scanQRCode' | 'appletAuth'
function mountCall<M extends Method>(upsdk: Upsdk, method: M, strict?: boolean) {
  const seen: UpsdkCall<M>[] = []
  const page = mount(upsdk, () => void seen.push(useUpsdkCall(method)), strict)
  return { ...page, now: () => seen[seen.length - 1] as UpsdkCall<M>, seen }
}

describe('useUpsdk', () => {
  it('useUpsdk returns the kit of the provider', () => {
    wallet()
    const upsdk = kit()
    let found: Upsdk | undefined
    mount(upsdk, () => {
      found = useUpsdk()
    })
    expect(found).toBe(upsdk)
  })

  it('useUpsdk throws without a provider, and says where to put it', () => {
    const Component = () => createElement('i', { title: useUpsdk().locale })
    expect(() => renderToString(createElement(Component))).toThrow(
      'upsdk-kit/react: put it in <UpsdkProvider upsdk={upsdk}>',
    )
  })
})

describe('useUpsdk and useUpsdkCall on a server', () => {
  it('render with the user agent of the request, so that inside and outside match on hydration', () => {
    const Component = () => createElement('b', null, String(useUpsdk().environment.insideWallet))
    const render = (userAgent: string) =>
      renderToString(
        createElement(UpsdkProvider, { upsdk: createUpsdk({ userAgent }) }, createElement(Component)),
      )
    expect(render('x (com.unionpay.chsp) (cordova 4.5.4)')).toBe('<b>true</b>')
    expect(render('x')).toBe('<b>false</b>')
  })

  it('make no call and show nothing', () => {
    const Component = () => {
      useUpsdkEvent('screenShotAction', () => {})
      return createElement('b', null, String(useUpsdkCall('pay').pending))
    }
    const upsdk = createUpsdk()
    expect(renderToString(createElement(UpsdkProvider, { upsdk }, createElement(Component)))).toBe(
      '<b>false</b>',
    )
  })
})

describe.each([
  ['', false],
  [' in StrictMode', true],
])('useUpsdkCall%s', (_where, strict) => {
  it('useUpsdkCall shows no data, error or pending call before the first call', () => {
    wallet()
    const { now } = mountCall(kit(), 'bioDetect', strict)
    expect(now()).toMatchObject({ data: undefined, error: undefined, pending: false })
  })

  it('useUpsdkCall is pending until it shows the result', async () => {
    wallet({ latency: 100, answers: { appletAuth: succeed({ code: 'c' }) } })
    const { now } = mountCall(kit(), 'appletAuth', strict)
    act(() => now().run())
    expect(now().pending).toBe(true)
    await later(100)
    expect(now()).toMatchObject({ data: { code: 'c' }, error: undefined, pending: false })
  })

  it('execute rejects, so that no code after it runs for a cancelled payment', async () => {
    wallet({ answers: { pay: fail('01') } })
    const { now } = mountCall(kit(), 'pay', strict)
    const paid = vi.fn()
    const flow = tap(() => now().execute({ tn: '1' })).then(paid)
    const failed = expect(flow).rejects.toMatchObject({ reason: 'cancelled' })
    await later(10)
    await failed
    expect(paid).not.toHaveBeenCalled()
    expect(now().error?.reason).toBe('cancelled')
  })

  it('run does not pass an event as parameters, and never throws', async () => {
    const sim = wallet({ answers: { scanQRCode: fail('x') } })
    const { now } = mountCall(kit(), 'scanQRCode', strict)
    tap(() => now().run(new Event('click') as never))
    await later(10)
    expect(sim.calls).toEqual([{ method: 'scanQRCode', params: {} }])
    expect(now().error?.reason).toBe('unknown')
  })

  it('execute and run stay the same functions at each render', async () => {
    wallet()
    const { now, seen, render } = mountCall(kit(), 'bioDetect', strict)
    const { execute, run } = now()
    render()
    expect([now().execute, now().run]).toEqual([execute, run])
    expect(seen.length).toBeGreaterThan(1)
  })

  it('useUpsdkCall ignores a second tap that is busy while the first call goes on', async () => {
    wallet({ latency: 200, answers: { bioDetect: succeed('face') } })
    const { now } = mountCall(kit(), 'bioDetect', strict)
    act(() => now().run())
    await later(50)
    act(() => now().run())
    await later(10)
    expect(now()).toMatchObject({ error: undefined, pending: true })
    await later(200)
    expect(now()).toMatchObject({ data: 'face', pending: false })
  })

  it('useUpsdkCall after three taps at once is pending while the first call is open, and shows its outcome', async () => {
    wallet({ latency: 200, answers: { pay: fail('02') } })
    const { now } = mountCall(kit({ notify: false }), 'pay', strict)
    act(() => {
      for (const tn of ['1', '2', '3']) now().run({ tn })
    })
    await later(100)
    expect(now()).toMatchObject({ error: undefined, pending: true })
    await later(200)
    expect(now()).toMatchObject({ error: { method: 'pay', sent: true }, pending: false })
  })

  it('useUpsdkCall shows an outcome that came before a second tap was refused', async () => {
    wallet({ answers: { bioDetect: succeed('face') } })
    const upsdk = kit()
    await upsdk.ready()
    const { now } = mountCall(upsdk, 'bioDetect', strict)
    act(() => {
      now().run()
      now().run()
    })
    await later(10)
    expect(now()).toMatchObject({ data: 'face', error: undefined, pending: false })
  })

  it('useUpsdkCall calls the method of the newest render', async () => {
    const sim = wallet()
    let method: 'pay' | 'qrPay' = 'pay'
    let call: UpsdkCall<'pay' | 'qrPay'> | undefined
    const { render } = mount(kit(), () => void (call = useUpsdkCall(method)), strict)
    method = 'qrPay'
    render()
    act(() => call?.run({ tn: '1' } as never))
    await later(10)
    expect(sim.calls.map((one) => one.method)).toEqual(['qrPay'])
  })

  it('useUpsdkCall stops being pending if native never answers', async () => {
    wallet({ answers: { scanQRCode: silent() } })
    const { now } = mountCall(kit(), 'scanQRCode', strict)
    act(() => now().run())
    await later(2900)
    expect(now().pending).toBe(true)
    await later(200)
    expect(now().pending).toBe(false)
  })

  it('unmounting aborts a call that has not been sent, and renders nothing more', async () => {
    const sim = wallet({ readyAfter: 500 })
    const { now, unmount, seen } = mountCall(kit(), 'pay', strict)
    const promise = tap(() => now().execute({ tn: '1' }))
    const failed = expect(promise).rejects.toMatchObject({ reason: 'aborted' })
    unmount()
    const renders = seen.length
    await later(1000)
    await failed
    expect(sim.calls).toEqual([])
    expect(seen).toHaveLength(renders)
  })

  it('after unmounting, a call that was sent goes on, and its failure is shown', async () => {
    wallet({ latency: 500, answers: { pay: fail('02') } })
    const presenter = recorder()
    const { now, unmount } = mountCall(kit({ presenter }), 'pay', strict)
    tap(() => now().run({ tn: '1' }))
    await later(100)
    unmount()
    await later(1000)
    expect(presenter.dialogs).toHaveLength(1)
  })
})

describe('useUpsdkEvent', () => {
  it('useUpsdkEvent registers once in StrictMode, and again only for other parameters', async () => {
    const sim = wallet()
    let title = 'Share'
    const { render } = mount(kit(), () => useUpsdkEvent('rightbtnclick', () => {}, { title }), true)
    await later(10)
    render()
    await later(10)
    expect(sim.calls.map(({ params }) => params)).toEqual([{ title: 'Share' }])
    title = 'Help'
    render()
    await later(10)
    expect(sim.calls.map(({ params }) => params)).toEqual([{ title: 'Share' }, { title: 'Help' }])
  })

  it('useUpsdkEvent calls the newest handler while the component is mounted', async () => {
    const sim = wallet()
    const heard: string[] = []
    let name = 'first'
    const { render, unmount } = mount(kit(), () =>
      useUpsdkEvent('screenShotAction', () => void heard.push(name)),
    )
    await later(10)
    sim.fire('screenShotAction')
    name = 'second'
    render()
    sim.fire('screenShotAction')
    unmount()
    sim.fire('screenShotAction')
    expect(heard).toEqual(['first', 'second'])
  })
})
