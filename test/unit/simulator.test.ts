import { describe, expect, it } from 'vitest'
import { installSimulator, succeed } from '../../src/simulator'
import { kit, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the simulator', () => {
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
