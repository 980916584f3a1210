/** A page’s error reporting gets rejections that say something new, and no others. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Upsdk, UpsdkError, UpsdkOptions } from '../../src/index'
import { fail, silent } from '../../wallet/simulator'
import { kit, pass, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a rejection that the page does not handle', () => {
  /** Returns the reasons that reach the page's error reporting. */
  async function heardOf(calls: (upsdk: Upsdk) => void, options: UpsdkOptions = {}): Promise<unknown[]> {
    const others = process.rawListeners('unhandledRejection') as ((reason: unknown) => void)[]
    const heard: unknown[] = []
    const hear = (error: unknown) => void heard.push((error as UpsdkError).reason)
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', hear)
    calls(kit({ notify: false, ...options }))
    await pass(10)
    vi.useRealTimers()
    await pause(5)
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
    return heard
  }

  const answers = { bioDetect: fail('95'), scanQRCode: fail('用户取消'), getHCEState: fail('1001') }

  it('reaches its error reporting', async () => {
    wallet({ answers })
    expect(await heardOf((upsdk) => void upsdk.bioDetect())).toEqual(['identity'])
  })

  it.each<[string, (upsdk: Upsdk) => void]>([
    ['a user who cancelled', (upsdk) => void upsdk.scanQRCode()],
    ['a failed read, which is quiet', (upsdk) => void upsdk.getHCEState()],
    ['a second tap', (upsdk) => void [upsdk.login(), upsdk.login()]],
    ['a call that the page gave up', (upsdk) => void [upsdk.login(), upsdk.destroy()]],
  ])('does not reach its error reporting if it is %s', async (_what, calls) => {
    wallet({ answers: { ...answers, login: silent() } })
    expect(await heardOf(calls)).toEqual([])
  })

  it('does not reach its error reporting if the kit is window.upsdk: old pages know no promises', async () => {
    wallet({ answers })
    const heard = await heardOf((upsdk) => {
      window.upsdk = upsdk
      void upsdk.bioDetect()
    })
    expect(heard).toEqual([])
  })
})

describe('a call with callbacks', () => {
  it('never has an unhandled rejection', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    wallet({ answers: { bioDetect: fail('94'), getHCEState: fail('94') } })
    const upsdk = kit({ notify: false })
    upsdk.bioDetect({ fail() {} })
    upsdk.bioDetect({ cancel() {} })
    upsdk.call('getHCEState')
    upsdk.ready(() => {})
    upsdk.pluginReady(() => {})
    vi.useRealTimers()
    await pause(20)
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })
})
