/** The kit reports an upsdk.js that did not load (H7) to calls, and to callbacks that wait after a tap. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Step, UpsdkOptions } from '../../src/index'
import {
  failureOf,
  give,
  ignore,
  kit,
  pass,
  recorder,
  stateOf,
  tapIs,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

const OFFICIAL = 'https://open.95516.com/s/open/js/upsdk.js'

/** Opens a page inside the wallet without upsdk, still loading, with these attributes of its script element. */
function pageWithTag(
  attributes: Record<string, string> | undefined,
  state: DocumentReadyState = 'interactive',
) {
  wallet()
  const raw = window.upsdk
  window.upsdk = undefined
  const readyState = vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)
  onTestFinished(() => readyState.mockRestore())
  if (attributes) {
    const script = document.createElement('script')
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
    const found = vi.spyOn(document, 'querySelectorAll').mockReturnValue([script] as never)
    onTestFinished(() => found.mockRestore())
  }
  return {
    load() {
      readyState.mockReturnValue('complete')
      window.dispatchEvent(new Event('load'))
    },
    upsdkComes() {
      window.upsdk = raw
    },
  }
}

describe('the kit knows at the page’s load that upsdk.js is missing', () => {
  it.each<[string, Record<string, string>]>([
    ['a plain one', { src: OFFICIAL }],
    ['an async one', { src: OFFICIAL, async: '' }],
    ['a deferred one', { src: OFFICIAL, defer: '' }],
    ['a module', { src: OFFICIAL, type: 'module' }],
    ['one that says its type', { src: OFFICIAL, type: 'text/javascript' }],
  ])('if its tag is %s', async (_what, attributes) => {
    const page = pageWithTag(attributes)
    const upsdk = kit({ notify: false })
    const waiting = upsdk.scanQRCode()
    ignore(waiting)
    await pass(3000)
    expect(await stateOf(waiting)).toBe('pending')
    page.load()
    await pass(1)
    expect(await stateOf(waiting)).toMatchObject({ reason: 'sdk-missing', sent: false })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'sdk-missing' })
  })

  it('and an upsdk that comes later serves later calls', async () => {
    const page = pageWithTag({ src: OFFICIAL })
    const upsdk = kit({ notify: false })
    page.load()
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'sdk-missing' })
    page.upsdkComes()
    await upsdk.getUserLogoutDate()
  })

  it('and a call waits if the option script loads the file', async () => {
    const page = pageWithTag({ src: OFFICIAL })
    const added = vi.spyOn(document.head, 'appendChild').mockImplementation((node) => node)
    onTestFinished(() => added.mockRestore())
    const call = kit({ notify: false, script: true }).scanQRCode()
    ignore(call)
    page.load()
    await pass(500)
    expect(added).toHaveBeenCalledTimes(1)
    expect(await stateOf(call)).toBe('pending')
    const [[script] = []] = added.mock.calls
    script?.dispatchEvent(new Event('error'))
    expect(await stateOf(call)).toMatchObject({ reason: 'sdk-missing' })
  })
})

describe('the kit takes upsdk.js for missing only at the deadline', () => {
  it.each<[string, Record<string, string> | undefined]>([
    ['there is no tag', undefined],
    ['a consent tool holds its tag back', { src: OFFICIAL, type: 'text/plain' }],
    ['its tag is for old browsers', { src: OFFICIAL, nomodule: '' }],
    ['its tag has no address yet', { 'data-src': OFFICIAL }],
    ['another script has a name like it', { src: 'https://mini.example/my-upsdk.js.map' }],
  ])('if %s', async (_what, attributes) => {
    const page = pageWithTag(attributes)
    const call = kit({ notify: false }).scanQRCode()
    ignore(call)
    page.load()
    await pass(7900)
    expect(await stateOf(call)).toBe('pending')
    await pass(500)
    expect(await stateOf(call)).toMatchObject({ reason: 'sdk-missing' })
  })

  it('if its tag was added after the kit was made', async () => {
    const page = pageWithTag(undefined)
    const call = kit({ notify: false }).scanQRCode()
    ignore(call)
    const script = document.createElement('script')
    script.setAttribute('src', OFFICIAL)
    vi.spyOn(document, 'querySelectorAll').mockReturnValue([script] as never)
    page.load()
    await pass(7900)
    expect(await stateOf(call)).toBe('pending')
  })
})

describe('a kit that is made after the load of the page', () => {
  const made = (entries: unknown[]) => {
    pageWithTag({ src: OFFICIAL }, 'complete')
    give(performance, 'getEntriesByName', (url: string) => (url === OFFICIAL ? entries : []))
    const call = kit({ notify: false }).scanQRCode()
    ignore(call)
    return call
  }

  it('knows within a second that a fetched upsdk.js has failed', async () => {
    const call = made([{}])
    await pass(900)
    expect(await stateOf(call)).toBe('pending')
    await pass(700)
    expect(await stateOf(call)).toMatchObject({ reason: 'sdk-missing' })
  })

  it('waits until the deadline for a file that is still being fetched', async () => {
    const call = made([])
    await pass(7900)
    expect(await stateOf(call)).toBe('pending')
  })
})

describe('a pluginReady callback that waits after a tap', () => {
  function tapped(attributes: Record<string, string> | undefined, options: UpsdkOptions = {}) {
    const page = pageWithTag(attributes)
    const steps: Step[] = []
    const onError = vi.fn()
    const presenter = recorder()
    const inspector = { step: (step: Step) => void steps.push(step) }
    const upsdk = kit({ locale: 'en', presenter, inspector, onError, ...options })
    tapIs(true)
    return { page, upsdk, presenter, onError, steps }
  }

  it('brings a message at the load if upsdk.js is missing', async () => {
    const { page, upsdk, presenter, onError } = tapped({ src: OFFICIAL })
    upsdk.pluginReady(() => {})
    page.load()
    await pass(500)
    expect(presenter.toasts).toEqual(["Page didn't fully load. Check your network and reopen it."])
    expect(onError.mock.calls.map(([{ reason, method }]) => [reason, method])).toEqual([
      ['sdk-missing', 'pluginReady'],
    ])
  })

  it('is told of a missing file at its deadline if nobody tapped', async () => {
    const { page, upsdk, onError } = tapped({ src: OFFICIAL })
    tapIs(false)
    upsdk.pluginReady(() => {})
    page.load()
    await pass(7900)
    expect(onError).not.toHaveBeenCalled()
    await pass(600)
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('brings a message at its deadline if the bridge is down', async () => {
    wallet({ readyAfter: 'never' })
    tapIs(true)
    const presenter = recorder()
    kit({ locale: 'en', presenter }).pluginReady(() => {})
    await pass(7900)
    expect(presenter.toasts).toEqual([])
    await pass(600)
    expect(presenter.toasts).toHaveLength(1)
  })

  it.each([false, undefined])(
    'brings no message without a tap that the browser knows of (isActive: %s)',
    async (isActive) => {
      const { page, upsdk, presenter } = tapped({ src: OFFICIAL })
      tapIs(isActive)
      upsdk.pluginReady(() => {})
      page.load()
      await pass(10_000)
      expect(presenter.toasts).toEqual([])
    },
  )

  it('brings one message per tap, and calls onError each time', async () => {
    const { page, upsdk, presenter, onError } = tapped({ src: OFFICIAL })
    page.load()
    upsdk.pluginReady(() => {})
    upsdk.pluginReady(() => {})
    await pass(500)
    expect(presenter.toasts).toHaveLength(1)
    expect(onError).toHaveBeenCalledTimes(2)
    await pass(5000)
    upsdk.pluginReady(() => {})
    await pass(500)
    expect(presenter.toasts).toHaveLength(2)
  })

  it('brings no message if a call of the same tap was shown', async () => {
    const { page, upsdk, presenter, steps } = tapped({ src: OFFICIAL })
    page.load()
    upsdk.pluginReady(() => {})
    ignore(upsdk.pay({ tn: '1' }))
    await pass(500)
    expect(presenter.toasts).toHaveLength(1)
    expect(steps.filter(({ type }) => type === 'shown').map(({ method }) => method)).toEqual(['pay'])
  })

  it('brings no message after preventDefault() in onError', async () => {
    const { page, upsdk, presenter } = tapped(
      { src: OFFICIAL },
      { onError: (error) => error.preventDefault() },
    )
    page.load()
    upsdk.pluginReady(() => {})
    await pass(500)
    expect(presenter.toasts).toEqual([])
  })

  it('runs if upsdk comes after all, but a payment that it begins at once is refused', async () => {
    const { page, upsdk } = tapped({ src: OFFICIAL })
    page.load()
    const outcomes: unknown[] = []
    const run = vi.fn(() => {
      for (const method of ['pay', 'qrPay'] as const)
        upsdk.call(method, { tn: '1' } as never).catch((error) => outcomes.push([error.reason, error.sent]))
      setTimeout(() => upsdk.pay({ tn: '2' }).then(() => outcomes.push('paid later')), 10)
    })
    upsdk.pluginReady(run)
    await pass(500)
    page.upsdkComes()
    await pass(2000)
    expect(run).toHaveBeenCalledOnce()
    expect(outcomes).toEqual([['ready-timeout', false], ['ready-timeout', false], 'paid later'])
  })

  it('pays if the bridge comes in time', async () => {
    const sim = wallet({ readyAfter: 5000 })
    tapIs(true)
    const upsdk = kit({ notify: false })
    upsdk.pluginReady(() => ignore(upsdk.pay({ tn: '1' })))
    await pass(6000)
    expect(sim.calls).toHaveLength(1)
  })
})
