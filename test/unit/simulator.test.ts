import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fail, installSimulator, succeed } from '../../src/simulator'
import { methodsOf } from '../../src/simulator/methods'
import { kit, pass, useWallets, wallet } from '../support/wallet'

useWallets()

/** What upsdk has besides the methods of the wallet. */
const WAYS_IN = ['ready', 'pluginReady', 'config', 'error', 'getNFCAdapter']

describe('the simulator', () => {
  it.each(['2020', '2021', 'latest'] as const)('has the methods that the file of %s has', (generation) => {
    const rows = readFileSync('test/data/methods.tsv', 'utf8').trim().split('\n').slice(1)
    const expected = rows
      .map((row) => row.split('\t'))
      .filter(([method = '', presentIn = '']) => presentIn.includes(generation) && !WAYS_IN.includes(method))
    expect(methodsOf(generation).sort()).toEqual(expected.map(([method]) => method).sort())
  })

  it('keeps what reached native, as upsdk got it, without functions', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.pay({ tn: '1', success() {} })
    await upsdk.addBankCard()
    await upsdk.showFlashInfo('text')
    expect(sim.calls).toEqual([
      { method: 'pay', params: { tn: '1' } },
      { method: 'addBankCard', params: {} },
      { method: 'showFlashInfo', params: 'text' },
    ])
  })

  it('by default is the latest Android wallet over cordova, ready at once; what has no answer succeeds with undefined', async () => {
    wallet()
    const { environment, checkSdkSupport } = kit()
    expect(environment).toMatchObject({
      insideWallet: true,
      platform: 'android',
      bridge: 'cordova',
      language: 'zh-CN',
    })
    expect(checkSdkSupport).toBe(true)
    expect(await kit().bioDetect()).toBeUndefined()
  })

  it('decides from the parameters, where an answer is a function', async () => {
    wallet({
      answers: {
        queryData: (params) => succeed({ ...(params as { key: string }), code: '00', msg: '', value: 'v' }),
      },
    })
    expect(await kit().queryData({ key: 'k' })).toEqual({ key: 'k', code: '00', msg: '', value: 'v' })
  })

  it('puts everything back', () => {
    const agent = navigator.userAgent
    const own = Object.getOwnPropertyDescriptor(navigator, 'userAgent')
    const sim = installSimulator()
    expect(navigator.userAgent).not.toBe(agent)
    sim.uninstall()
    expect(navigator.userAgent).toBe(agent)
    expect(Object.getOwnPropertyDescriptor(navigator, 'userAgent')).toEqual(own)
    expect('upsdk' in window).toBe(false)
  })
})

describe('the simulator, as the real file', () => {
  it('gives bare codes where native’s answer is handed through', async () => {
    wallet({ answers: { shareSinglePlugin: fail('01') } })
    let raw: unknown
    kit({ notify: false })
      .call('shareSinglePlugin', { title: 't', fail: (value: unknown) => (raw = value) } as never)
      .catch(() => {})
    await pass(10)
    expect(raw).toBe('01')
  })

  it('succeeds with undefined for what has no answer, also where the SDK makes something of it', async () => {
    wallet()
    expect(await kit().scanQRCode()).toBeUndefined()
    expect(await kit().chooseImage()).toBeUndefined()
  })

  it('fires events also with fields that an Event has of its own', () => {
    const sim = wallet()
    let seen: unknown
    document.addEventListener(
      'screenShotAction',
      (event) => (seen = (event as Event & { value: number }).value),
      { once: true },
    )
    sim.fire('screenShotAction', { type: 'x', value: 1 })
    expect(seen).toBe(1)
  })
})
