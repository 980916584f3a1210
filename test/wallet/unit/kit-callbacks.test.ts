/** With a kit in upsdk's place, the log follows the page's own callbacks: what they throw, and the texts they get. */
import { describe, expect, it, vi } from 'vitest'
import { kitBehind } from '../../../src/gate/rawUpsdk'
import { createLog } from '../../../wallet/page/log'
import { followKitCallbacks } from '../../../wallet/page/watch/kitCallbacks'
import { statusOf } from '../../../wallet/shared/logStatus'
import { succeed } from '../../../wallet/simulator'
import { type PageUpsdk, runPage, saidOf } from '../../support/diagnosed'
import { kit, recorder, useWallets, wallet } from '../../support/wallet'

useWallets()

const LOCATION = { latitude: '31.2', longitude: '121.4' }

interface Options {
  platform?: 'android' | 'ios'
  /** The kit throws the page's error again, for the page's own error reporting. */
  isThrowing?: boolean
}

async function located(
  success: (value: unknown) => unknown,
  { platform = 'android', isThrowing = false }: Options = {},
) {
  const log = await runPage(
    (upsdk, { tap }) => {
      const locate = () => upsdk.getLocationGps?.({ success })
      if (isThrowing) locate()
      else tap(locate)
    },
    {
      kitInPlace: true,
      platform,
      latency: isThrowing ? 5000 : 300,
      answers: { getLocationGps: succeed(LOCATION) },
    },
  )
  if (isThrowing) await vi.advanceTimersByTimeAsync(6000).catch(() => undefined)
  return { log, said: saidOf(log, true) }
}

describe('a callback of a page with the kit in upsdk’s place', () => {
  it('that uses JSON text as an object is reported on Android', async () => {
    const { said } = await located((value) => void (value as typeof LOCATION).latitude)
    expect(said).toEqual(['(getLocationGps: text-on-android)'])
  })

  it.each([
    ['parses the text', (value: unknown) => void JSON.parse(String(value))],
    ['parses it later', (value: unknown) => void setTimeout(() => void JSON.parse(String(value)), 500)],
    ['takes no value', () => undefined],
  ])('that %s is not reported', async (_what, success) => {
    expect((await located(success)).said).toEqual([])
  })

  it('is not reported on an iPhone, which gives an object', async () => {
    expect(
      (await located((value) => void (value as typeof LOCATION).latitude, { platform: 'ios' })).said,
    ).toEqual([])
  })

  it('that threw is reported, and its call is no success', async () => {
    const { log, said } = await located((value) => void (value as typeof LOCATION).latitude.length, {
      isThrowing: true,
    })
    expect(said).toEqual(expect.arrayContaining(['getLocationGps: callback-threw']))
    const [entry] = log.entries.filter(({ method }) => method === 'getLocationGps')
    expect(entry && statusOf(entry)).toMatchObject({
      status: 'failure',
      text: expect.stringContaining('TypeError') as string,
    })
  })
})

describe('the object in a kit’s place', () => {
  function followed() {
    wallet({})
    const made = kit({ presenter: recorder() })
    return { made, object: followKitCallbacks(made, createLog(), undefined) as typeof made }
  }

  it('is the kit for those who look behind it, and has the same functions each time', () => {
    const { made, object } = followed()
    expect(kitBehind(object)).toBe(kitBehind(made))
    expect(object.pay).toBe(object.pay)
    expect('pay' in object).toBe('pay' in made)
    expect(Object.keys(object)).toEqual(Object.keys(made))
  })

  it('gives back what the page writes on it', () => {
    const { object } = followed()
    const own = () => 'own'
    const page = object as unknown as PageUpsdk & { pay: unknown }
    page.pay = own
    expect(page.pay).toBe(own)
  })

  it('changes no object of the page, and settles as the kit does', async () => {
    wallet({ answers: { getLocationGps: succeed(LOCATION) }, latency: 0 })
    const object = followKitCallbacks(kit({ presenter: recorder() }), createLog(), undefined) as ReturnType<
      typeof kit
    >
    const success = () => undefined
    const params = { success }
    expect(await object.getLocationGps(params)).toMatchObject(LOCATION)
    expect(params).toEqual({ success })
  })
})
