/** The kit reads where a page runs from the user agent, and from upsdk, which overrules it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnvironment } from '../../src/gate/environment'
import { readUserAgent } from '../../src/gate/userAgent'
import type { UpsdkWindow } from '../../src/types/window'
import { kit, type RawAnswers, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the environment', () => {
  const wallet = 'com.unionpay.chsp'

  it.each([
    ['(com.unionpay.chsp)', true],
    ['(com.unionpay.mobilepay)', true],
    ['(COM.UNIONPAY.CHSP)', true],
    ['(com.unionpay.tsm)', false],
    ['(comXunionpayXchsp)', false],
    ['', false],
  ])('%s is inside the wallet: %s', (userAgent, inside) => {
    expect(readUserAgent(userAgent).insideWallet).toBe(inside)
  })

  it.each([
    ['iPhone', 'ios'],
    ['iPad', 'ios'],
    ['iPod', 'ios'],
    ['Android 10', 'android'],
    ['Macintosh', 'other'],
  ])('%s is %s', (userAgent, platform) => {
    expect(readUserAgent(userAgent).platform).toBe(platform)
  })

  it.each([
    [`${wallet} (cordova 4.5.4)`, 'cordova'],
    [`${wallet} (securitywebcache 1.0.0)`, 'jsbridge'],
    [`${wallet} (cordova 4.5.4) (securitywebcache 1.0.0)`, 'cordova'],
    [`${wallet} (cordova )`, undefined],
    [`${wallet} (securitywebcache )`, undefined],
    [wallet, undefined],
    ['(cordova 4.5.4)', undefined],
  ])('%s has the bridge %s', (userAgent, bridge) => {
    expect(readUserAgent(userAgent).bridge).toBe(bridge)
  })

  it('has numbers only for numeric parts of the user agent', () => {
    expect(readUserAgent('(version 1010) (clientVersion 310)')).toMatchObject({
      appVersion: 1010,
      clientVersion: 310,
    })
    expect(readUserAgent('(version x) (clientVersion)')).toMatchObject({
      appVersion: undefined,
      clientVersion: undefined,
    })
  })

  it.each(['10.5', '-1', '1e3', '0x10', 'Infinity', '12345678901'])('has no version for %s', (version) => {
    expect(readUserAgent(`(version ${version})`).appVersion).toBeUndefined()
  })

  it('has no language if the user agent’s is no tag', () => {
    expect(readUserAgent('(language zh_CN_#Hans) (languageFamily zh_CN)').language).toBe('zh-CN')
    expect(readUserAgent('(language zh_CN_#Hans)').language).toBeUndefined()
  })

  it('is read in any letter case', () => {
    expect(readUserAgent('(Version 1010) (ClientVersion 310)')).toMatchObject({
      appVersion: 1010,
      clientVersion: 310,
    })
  })

  it('has the language as a tag, or its family alone', () => {
    expect(readUserAgent('(language zh_Hans_CN)').language).toBe('zh-Hans-CN')
    expect(readUserAgent('(language en) (languageFamily ko)').language).toBe('en')
    expect(readUserAgent('(languageFamily ja_JP)').language).toBe('ja-JP')
    expect(readUserAgent('(language )').language).toBeUndefined()
  })

  it('follows a user agent that changes, and is the same object while it does not', () => {
    const navigator = { userAgent: '', languages: [] }
    const { read, isInside } = createEnvironment({ navigator } as unknown as UpsdkWindow, () => undefined)
    expect([read().insideWallet, isInside()]).toEqual([false, false])
    navigator.userAgent = wallet
    expect([read().insideWallet, isInside()]).toEqual([true, true])
    expect(read()).toBe(read())
  })
})

describe('the host’s own upsdk.isInsideWallet', () => {
  beforeEach(() => {
    wallet({ insideWallet: false })
    window.upsdk = {
      isInsideWallet: true,
      pluginReady: (callback: () => void) => callback(),
      scanQRCode: ({ success }: RawAnswers) => success('scanned'),
    }
  })

  it('overrules the user agent: a call goes through', async () => {
    expect(await stateOf(kit({ notify: false }).scanQRCode())).toBe('scanned')
  })

  it('overrules the user agent: ready resolves, and supports is true', async () => {
    const upsdk = kit()
    expect(await upsdk.supports('scanQRCode')).toBe(true)
    expect(await stateOf(upsdk.ready())).toMatchObject({ insideWallet: true })
  })

  it('is enough alone: a page’s callback that throws keeps no call from being sent', async () => {
    wallet({ insideWallet: false }).uninstall()
    const upsdk = kit()
    const registered: (() => void)[] = []
    window.upsdk = {
      isInsideWallet: true,
      pluginReady: (callback: () => void) => registered.push(callback),
      appletAuth: ({ success }: RawAnswers) => success({ code: '1' }),
    }
    try {
      const call = upsdk.appletAuth()
      // upsdk's loop over its callbacks has ended at another one.
      window.dispatchEvent(Object.defineProperty(new Event('error'), 'target', { value: window }))
      registered[1]?.()
      expect(await call).toEqual({ code: '1' })
    } finally {
      delete window.upsdk
    }
  })
})
