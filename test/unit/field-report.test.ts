/** The field test reports what the wallet says of itself in the user agent, and nothing about the phone or its user. */
import { describe, expect, it } from 'vitest'
import { agentFacts, engineOf } from '../../field/agent'
import { userAgentOf } from '../../wallet/simulator/userAgent'
import { walletAgent } from '../support/nativeSide.mjs'

const PLAIN_PAGE =
  'Mozilla/5.0 (Linux; Android 14; SECRET-MODEL Build/SECRET) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/129.0.6668.100 Mobile Safari/537.36(com.unionpay.mobilepay) (cordova 7.0.0) (updebug 0) (clientVersion 315) (version 1015)(UnionPay/1.0 CloudPay)(language zh_CN)(languageFamily zh_CN)(upHtml)(walletMode 00)'

describe('the user agent in a report', () => {
  it('has all the wallet’s fields in their order, and nothing that identifies the phone', () => {
    expect(agentFacts(PLAIN_PAGE)).toEqual({
      fields: [
        'com.unionpay.mobilepay',
        'cordova 7.0.0',
        'updebug 0',
        'clientVersion 315',
        'version 1015',
        'UnionPay/1.0 CloudPay',
        'language zh_CN',
        'languageFamily zh_CN',
        'upHtml',
        'walletMode 00',
      ],
      opened: 'upHtml',
    })
  })

  it('says whether it is a mini-program or a plain page, if the wallet says so', () => {
    expect(agentFacts(walletAgent()).opened).toBe('upApplet')
    expect(agentFacts(walletAgent().replace('(upApplet single)', '(upapplet multi)')).opened).toBe('upApplet')
    expect(agentFacts('Mozilla/5.0 (com.unionpay.mobilepay) (cordova 7.0.0)')).not.toHaveProperty('opened')
  })

  it.each([
    ['a long number', '(userId 13800001234)', 'userId …'],
    ['an address', '(mail a@b.example)', 'mail …'],
    ['a long word with digits', '(device 0a1b2c3d4e5f6071)', 'device …'],
    ['an id in place of a name', '(0a1b2c3d4e5f60718293)', '…'],
  ])('leaves out %s', (_what, field, left) => {
    expect(agentFacts(`Mozilla/5.0 ${field} (upHtml)`).fields).toEqual([left, 'upHtml'])
  })

  it('has no wallet in a browser', () => {
    expect(agentFacts('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)')).toEqual({
      fields: [],
    })
  })
})

describe('the browser engine in a report', () => {
  const on = (platform: 'android' | 'ios' | 'harmony') =>
    engineOf(userAgentOf({ insideWallet: true, platform, bridge: 'cordova', language: 'zh_CN' }))
  it('is named with its version, on HarmonyOS with its Chromium too', () => {
    expect([on('android'), on('ios'), on('harmony'), engineOf('curl/8')]).toEqual([
      'Chrome 78',
      'iOS 16.3',
      'ArkWeb 4.1 (Chrome 114)',
      undefined,
    ])
  })
})
