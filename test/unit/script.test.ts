/** The option script loads upsdk.js, and the kit knows at once of a script that fails. */
import { describe, expect, it, vi } from 'vitest'
import { broughtUpsdk, type Page, page } from '../support/page'
import { failureOf, ignore, kit, pass, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const OFFICIAL = 'https://open.95516.com/s/open/js/upsdk.js'

/** Acts as if the file has loaded and run. */
function arrives({ window, scripts }: Page): void {
  window.upsdk = broughtUpsdk()
  scripts[scripts.length - 1]?.dispatchEvent(new Event('load'))
}
const fails = ({ scripts }: Page) => scripts[scripts.length - 1]?.dispatchEvent(new Event('error'))
const sources = ({ scripts }: Page) => scripts.map(({ tagName, src }) => `${tagName} ${src}`)

describe('the option script', () => {
  it('loads upsdk.js from the official address at once, and calls go out as soon as it is there', async () => {
    const there = page()
    const upsdk = kit({ window: there.window, script: true })
    expect(sources(there)).toEqual([`SCRIPT ${OFFICIAL}`])
    const call = upsdk.scanQRCode()
    expect(await stateOf(call)).toBe('pending')
    arrives(there)
    expect(await stateOf(call)).toBe('scanned')
  })

  it('takes the page’s own address', () => {
    const there = page()
    kit({ window: there.window, script: 'https://cdn.example/own.js' })
    expect(sources(there)).toEqual(['SCRIPT https://cdn.example/own.js'])
  })

  it('loads nothing if upsdk is there, without the option, and outside the wallet', () => {
    const has = page()
    has.window.upsdk = broughtUpsdk()
    kit({ window: has.window, script: true })
    const unasked = page()
    kit({ window: unasked.window }).supports('pay')
    const refused = page()
    kit({ window: refused.window, script: false }).supports('pay')
    const outside = page('Mozilla/5.0')
    kit({ window: outside.window, script: true }).supports('pay')
    expect([has, unasked, refused, outside].flatMap(sources)).toEqual([])
  })

  it('tries once for a file that cannot be had while a pluginReady callback waits; a new call tries again', async () => {
    const there = page()
    const upsdk = kit({ window: there.window, script: true, notify: false })
    upsdk.pluginReady(() => {})
    fails(there)
    await pass(60_000)
    expect(there.scripts).toHaveLength(1)
    const call = failureOf(upsdk.scanQRCode())
    expect(there.scripts).toHaveLength(2)
    fails(there)
    expect(await call).toMatchObject({ reason: 'sdk-missing' })
    ignore(upsdk.scanQRCode())
    arrives(there)
  })

  it('loads the file once for two kits, and however many calls wait', async () => {
    const there = page()
    const [first, second] = [
      kit({ window: there.window, script: true }),
      kit({ window: there.window, script: true }),
    ]
    const calls = [first.scanQRCode(), first.call('vibrate').catch(() => {}), second.scanQRCode()]
    await pass(3000)
    expect(sources(there)).toHaveLength(1)
    arrives(there)
    await Promise.all(calls)
  })

  it('makes a call sdk-missing at once if the file does not load, and tries again at the next call', async () => {
    const there = page()
    const upsdk = kit({ window: there.window, script: true, notify: false })
    const call = upsdk.scanQRCode()
    fails(there)
    expect(await stateOf(call)).toMatchObject({ reason: 'sdk-missing', sent: false, retry: 'later' })
    expect(sources(there)).toHaveLength(1)
    const again = upsdk.scanQRCode()
    expect(sources(there)).toHaveLength(2)
    arrives(there)
    expect(await stateOf(again)).toBe('scanned')
  })

  it('keeps a pluginReady callback waiting through a failure, until a later try brings upsdk', async () => {
    const there = page()
    const upsdk = kit({ window: there.window, script: true, notify: false })
    const callback = vi.fn()
    const ready = upsdk.pluginReady(callback)
    fails(there)
    expect(await stateOf(ready)).toMatchObject({ reason: 'sdk-missing' })
    ignore(upsdk.scanQRCode())
    arrives(there)
    await pass(1)
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('leaves calls to their deadlines if the file brings no upsdk, and the page goes on', async () => {
    const there = page()
    const upsdk = kit({ window: there.window, script: true, notify: false })
    const call = failureOf(upsdk.scanQRCode())
    there.scripts[0]?.dispatchEvent(new Event('load'))
    await pass(8000)
    expect(await call).toMatchObject({ reason: 'sdk-missing' })
    const next = failureOf(upsdk.scanQRCode())
    await pass(8000)
    expect(await next).toMatchObject({ reason: 'sdk-missing' })
    expect(there.scripts).toHaveLength(1)
  })

  it('stops waiting if upsdk comes another way in the meantime', async () => {
    const there = page()
    const upsdk = kit({ window: there.window, script: true })
    const call = upsdk.scanQRCode()
    there.window.upsdk = broughtUpsdk()
    await pass(50)
    expect(await call).toBe('scanned')
    expect(sources(there)).toHaveLength(1)
  })
})

describe('an unrelated script element of the page that fails', () => {
  /** Errors of elements do not bubble: only a capturing listener of the window sees them. */
  const failedScript = () => {
    const script = document.createElement('script')
    document.body.appendChild(script)
    Object.defineProperty(script, 'src', { value: OFFICIAL })
    script.dispatchEvent(new Event('error'))
  }

  it('makes waiting calls sdk-missing if there is no upsdk', async () => {
    wallet()
    window.upsdk = undefined
    const call = kit({ notify: false }).scanQRCode()
    failedScript()
    expect(await stateOf(call)).toMatchObject({ reason: 'sdk-missing' })
  })

  it('has no effect if upsdk is there, even before the bridge is up', async () => {
    wallet({ readyAfter: 500 })
    const call = kit().saveData({ key: 'k', value: 'v' })
    failedScript()
    expect(await stateOf(call)).toBe('pending')
    await pass(500)
    await call
  })

  it('has no effect on a kit that loads the file itself', async () => {
    wallet()
    window.upsdk = undefined
    const appended = vi.spyOn(document.head, 'appendChild').mockImplementation((node) => node)
    const call = kit({ script: true, notify: false }).scanQRCode()
    failedScript()
    expect(await stateOf(call)).toBe('pending')
    const [[own] = []] = appended.mock.calls
    appended.mockRestore()
    own?.dispatchEvent(new Event('error'))
    expect(await stateOf(call)).toMatchObject({ reason: 'sdk-missing' })
  })

  it('leaves no timer once it is known that no upsdk will come', async () => {
    wallet()
    window.upsdk = undefined
    const upsdk = kit({ notify: false })
    failedScript()
    await failureOf(upsdk.supports('pay').then(() => upsdk.ready()))
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the kit listens for the window’s errors', () => {
  it('until upsdk is ready', async () => {
    const there = page()
    there.window.upsdk = broughtUpsdk()
    const upsdk = kit({ window: there.window })
    expect(there.errorListeners()).toBe(1)
    await upsdk.ready()
    expect(there.errorListeners()).toBe(0)
  })

  it('until it is destroyed, if upsdk never comes', () => {
    const there = page()
    const upsdk = kit({ window: there.window })
    expect(there.errorListeners()).toBe(1)
    upsdk.destroy()
    expect(there.errorListeners()).toBe(0)
  })

  it('never outside the wallet', () => {
    const there = page('Mozilla/5.0')
    kit({ window: there.window })
    expect(there.errorListeners()).toBe(0)
  })
})

describe('a missing upsdk', () => {
  it('is looked for often at first: one that comes within a moment is used within a moment', async () => {
    const there = page()
    const call = kit({ window: there.window }).scanQRCode()
    await pass(60)
    there.window.upsdk = broughtUpsdk()
    await pass(70)
    expect(await stateOf(call)).toBe('scanned')
  })

  it('is looked for ever less often, twice a second in the end', async () => {
    const there = page()
    let looks = 0
    Object.defineProperty(there.window, 'upsdk', { get: () => void looks++ })
    kit({ window: there.window, readyTimeout: 0 }).supports('pay')
    await pass(10_000)
    const before = looks
    await pass(10_000)
    expect(looks - before).toBeGreaterThanOrEqual(19)
    expect(looks - before).toBeLessThanOrEqual(21)
    expect(before).toBeLessThan(40)
  })
})
