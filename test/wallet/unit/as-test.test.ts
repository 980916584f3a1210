/** The log gives the data for a test of what a page did. */
import { describe, expect, it } from 'vitest'
import { fail, silent, succeed } from '../../../wallet/simulator'
import { seenCalls } from '../../../wallet/view/test/seenCalls'
import { runPage } from '../../support/diagnosed'
import { useWallets } from '../../support/wallet'

useWallets()

describe('the data for a test that the log gives', () => {
  it.each(['android', 'ios'] as const)(
    'has each call with its parameters and its answer, on %s',
    async (platform) => {
      const log = await runPage(
        (upsdk) =>
          upsdk.pluginReady?.(() => {
            upsdk.pay?.({ tn: '1', fail() {} })
            upsdk.bioDetect?.({ fail() {} })
            upsdk.scanQRCode?.({ success() {} })
            upsdk.getLocationGps?.({ success() {} })
            upsdk.collectCurrentApplet?.({ fail() {} })
            upsdk.verifyPayPwd?.({ success() {} })
            upsdk.qrPay?.({ fail() {} })
          }),
        {
          platform,
          answers: {
            pay: fail('01'),
            bioDetect: fail('94'),
            scanQRCode: succeed('text'),
            getLocationGps: succeed({ latitude: '31.2', longitude: '121.4' }),
            collectCurrentApplet: fail('04'),
            verifyPayPwd: silent(),
            qrPay: fail('c02'),
          },
        },
      )
      const calls = seenCalls(log.entries)
      expect(calls.map(({ method, outcome }) => [method, outcome])).toEqual([
        ['pay', 'cancelled'],
        ['bioDetect', '94'],
        ['scanQRCode', { value: 'text' }],
        ['getLocationGps', { value: { latitude: '31.2', longitude: '121.4' } }],
        ['collectCurrentApplet', 'cancelled'],
        ['verifyPayPwd', 'silent'],
        ['qrPay', 'c02'],
      ])
      expect(calls[0]?.params).toMatchObject({ tn: '1' })
    },
  )

  it('has no value that the log has cut, and no call that did not reach native', async () => {
    const log = await runPage(
      (upsdk) => {
        upsdk.getSharedData?.({})
        upsdk.pluginReady?.(() => upsdk.getSharedData?.({ key: 'k' }))
      },
      { answers: { getSharedData: succeed('x'.repeat(3000)) } },
    )
    expect(seenCalls(log.entries)).toEqual([
      { method: 'getSharedData', params: { key: 'k' }, outcome: 'success' },
    ])
  })
})
