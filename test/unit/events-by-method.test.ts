/** Handlers that old code gives to an event's method are called beside those of `on`. */
import { describe, expect, it, vi } from 'vitest'
import { fail, silent, succeed } from '../../wallet/simulator'
import {
  failureOf,
  ignore,
  kit,
  methodsOf,
  pass,
  type RawAnswers,
  rawUpsdk,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('a handler given to an event’s method itself, as in old code,', () => {
  it('is called beside one that on() adds later, without another registration', async () => {
    const sim = wallet()
    const upsdk = kit()
    const [old, plain] = [vi.fn(), vi.fn()]
    await upsdk.call('onCompassChange', { callback: old })
    upsdk.on('compassChange', plain)
    await pass(1)
    sim.fire('compassChange', { direction: 1 })
    expect(old).toHaveBeenCalledTimes(1)
    expect(plain).toHaveBeenCalledExactlyOnceWith({ direction: 1 })
    expect(methodsOf(sim)).toEqual(['onCompassChange'])
  })

  it('stays if the method is called again without one', async () => {
    const sim = wallet()
    const upsdk = kit()
    const old = vi.fn()
    await upsdk.setNavigationBarRightButton({ title: 'A', handler: old })
    await upsdk.setNavigationBarRightButton({ title: 'B' })
    sim.fire('rightbtnclick')
    expect(old).toHaveBeenCalledTimes(1)
  })

  it('is not invented if the page gives none', async () => {
    wallet()
    const seen: unknown[] = []
    window.upsdk = {
      pluginReady: (callback: () => void) => callback(),
      onCompassChange: (params: object) => seen.push(Object.keys(params).sort()),
    }
    stateOf(kit().call('onCompassChange', {}))
    expect(seen).toEqual([['fail', 'success']])
  })

  it('replaces one that the page stops, while the stop is on its way', async () => {
    const sim = wallet({ readyAfter: 'never' })
    const upsdk = kit()
    const [before, after] = [vi.fn(), vi.fn()]
    ignore(upsdk.call('onCompassChange', { callback: before }))
    ignore(upsdk.call('offCompassChange'))
    ignore(upsdk.call('onCompassChange', { callback: after }))
    sim.bridgeUp()
    await pass(10)
    sim.fire('compassChange', { direction: 1 })
    expect([before.mock.calls.length, after.mock.calls.length]).toEqual([0, 1])
  })

  it('is registered again beside one of on() that the page adds while a stop is on its way', async () => {
    const sim = wallet({ readyAfter: 'never' })
    const upsdk = kit()
    const handler = vi.fn()
    upsdk.on('compassChange', () => {})()
    upsdk.on('compassChange', handler)
    sim.bridgeUp()
    await pass(10)
    sim.fire('compassChange', { direction: 1 })
    expect(handler).toHaveBeenCalledTimes(1)
    // Native has a registration after its last stop.
    expect(methodsOf(sim).slice(-1)).toEqual(['onCompassChange'])
  })

  it('is called if the page cancels what was before, while both wait for the bridge', async () => {
    const sim = wallet({ readyAfter: 'never' })
    const upsdk = kit()
    const old = vi.fn()
    ignore(upsdk.call('offCompassChange'))
    ignore(upsdk.call('onCompassChange', { callback: old }))
    sim.bridgeUp()
    await pass(1)
    sim.fire('compassChange', { direction: 1 })
    expect(methodsOf(sim)).toEqual(['offCompassChange', 'onCompassChange'])
    expect(old).toHaveBeenCalledTimes(1)
  })

  it('is not registered again by the method’s cancel', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.call('onCompassChange', { callback: () => {} })
    await upsdk.call('offCompassChange')
    await pass(1)
    expect(methodsOf(sim)).toEqual(['onCompassChange', 'offCompassChange'])
  })

  it('in success of onHCEMessage gets the events, and never the answer of the sending', async () => {
    wallet()
    let native: (value: unknown) => void = () => {}
    window.upsdk = {
      pluginReady: (callback: () => void) => callback(),
      onHCEMessage({ success }: { success(value: unknown): void }) {
        native = success
      },
    }
    const heard = vi.fn()
    await kit().call('onHCEMessage', { success: heard })
    expect(heard).not.toHaveBeenCalled()
    native({ messageType: 1 })
    expect(heard).toHaveBeenCalledExactlyOnceWith({ messageType: 1 })
  })

  it('in success of monitorScreenShot gets its answer and its events', async () => {
    const sim = wallet({ platform: 'ios', answers: { monitorScreenShot: succeed('ok') } })
    const heard = vi.fn()
    await kit().call('monitorScreenShot', { success: heard })
    expect(heard).toHaveBeenCalledExactlyOnceWith('ok')
    sim.fire('screenShotAction')
    expect(heard.mock.calls[1]?.[0]).toBeInstanceOf(Event)
  })

  it('in monitorScreenShot is not called for an event as for an answer', async () => {
    const sim = wallet({ platform: 'ios', answers: { monitorScreenShot: silent() } })
    const upsdk = kit()
    const direct = upsdk.call('monitorScreenShot', { success() {} })
    sim.fire('screenShotAction')
    expect(await stateOf(direct)).toBe('pending')
    upsdk.on('screenShotAction', () => {})
    sim.fire('screenShotAction')
    expect(await stateOf(direct)).toBe('pending')
  })

  it('of the title button replaces the button, so that the next view registers its own anew', async () => {
    const sim = wallet()
    const upsdk = kit()
    const stop = upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
    await pass(1)
    stop()
    await upsdk.setNavigationBarRightButton({ title: ' ' })
    upsdk.on('rightbtnclick', () => {}, { title: 'Share' })
    await pass(1)
    expect(sim.calls.map(({ params }) => params)).toEqual([
      { title: 'Share' },
      { title: ' ' },
      { title: 'Share' },
    ])
  })

  it('gets the event object, beside the handlers of on()', async () => {
    const sim = wallet()
    const upsdk = kit()
    const old = vi.fn()
    const plain = vi.fn()
    upsdk.on('rightbtnclick', plain, { title: 'A' })
    await upsdk.setNavigationBarRightButton({ title: 'A', handler: old })
    sim.fire('rightbtnclick', { n: 1 })
    expect(old.mock.calls[0]?.[0]).toBeInstanceOf(Event)
    expect(plain).toHaveBeenCalledExactlyOnceWith({ n: 1 })
  })

  it('is replaced by the next one given so', async () => {
    const sim = wallet()
    const upsdk = kit()
    const [first, second] = [vi.fn(), vi.fn()]
    await upsdk.setNavigationBarRightButton({ title: 'A', handler: first })
    await upsdk.setNavigationBarRightButton({ title: 'B', handler: second })
    sim.fire('rightbtnclick')
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
    expect(sim.calls.map((call) => call.params)).toEqual([{ title: 'A' }, { title: 'B' }])
  })

  it('ends with the method’s cancel, which leaves the handlers of on()', async () => {
    const sim = wallet()
    const upsdk = kit()
    const [old, plain] = [vi.fn(), vi.fn()]
    upsdk.on('BluetoothDeviceFound', plain)
    await upsdk.call('registerBluetoothDeviceFound', { callback: old })
    await upsdk.call('cancelBluetoothDeviceFound')
    await pass(1)
    sim.fire('BluetoothDeviceFound')
    expect([old.mock.calls.length, plain.mock.calls.length]).toEqual([0, 1])
  })

  it('stays registered if the last handler of on() stops', async () => {
    const sim = wallet()
    const upsdk = kit()
    const old = vi.fn()
    await upsdk.call('registerBluetoothDeviceFound', { callback: old })
    const stop = upsdk.on('BluetoothDeviceFound', () => {})
    stop()
    await pass(1)
    sim.fire('BluetoothDeviceFound')
    expect(old).toHaveBeenCalledOnce()
    expect(methodsOf(sim)).toEqual(['registerBluetoothDeviceFound'])
  })

  it('of the lifecycle is called for its own event only', async () => {
    const sim = wallet()
    const [shown, hidden] = [vi.fn(), vi.fn()]
    await stateOf(kit().call('registerLifecycle', { onPageShow: shown, onPageHide: hidden }))
    sim.fire('onPageHide')
    expect([shown.mock.calls.length, hidden.mock.calls.length]).toEqual([0, 1])
  })

  it('stays if a cancel is given up before it is sent', async () => {
    const sim = wallet()
    const upsdk = kit()
    const heard = vi.fn()
    void upsdk.call('onCompassChange', { callback: heard })
    await pass(1)
    const controller = new AbortController()
    controller.abort()
    await stateOf(upsdk.call('offCompassChange', {}, { signal: controller.signal }))
    sim.fire('compassChange', { direction: 1 })
    expect(heard).toHaveBeenCalledTimes(1)
  })
})

describe('the function on()', () => {
  it('registers anew if a registration by the method itself has failed', async () => {
    const sim = wallet({ answers: { registerBluetoothDeviceFound: fail('c02') } })
    const upsdk = kit({ notify: false })
    await failureOf(upsdk.call('registerBluetoothDeviceFound', { callback() {} }))
    sim.answer('registerBluetoothDeviceFound', succeed())
    const heard = vi.fn()
    upsdk.on('BluetoothDeviceFound', heard)
    await pass(10)
    expect(sim.calls).toHaveLength(2)
    sim.fire('BluetoothDeviceFound', { n: 1 })
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('registers although a direct registration that was open at the time fails', async () => {
    const registrations: RawAnswers[] = []
    rawUpsdk({ registerBluetoothDeviceFound: (given: RawAnswers) => void registrations.push(given) })
    const upsdk = kit()
    void upsdk.registerBluetoothDeviceFound({ callback() {} })
    upsdk.on('BluetoothDeviceFound', () => {})
    await pass(1)
    expect(registrations).toHaveLength(1)
    registrations[0]?.fail({ code: '1' })
    await pass(1)
    expect(registrations).toHaveLength(2)
  })
})
