/** `upsdk-kit/core` works with the given parts, and names a missing one. */
import { describe, expect, it } from 'vitest'
import { createUpsdk, explicitAuth, methodCodes } from '../../src/core'
import { fallbacks } from '../../src/fallbacks'
import { en } from '../../src/texts/en'
import { fail, succeed } from '../../wallet/simulator'
import { failureOf, pass, recorder, SIGNED, useWallets, wallet } from '../support/wallet'

useWallets()

describe('upsdk-kit/core', () => {
  it('shows nothing without locales, and has the developer’s line as the message', async () => {
    wallet({ answers: { bioDetect: fail('99') } })
    const upsdk = createUpsdk()
    const error = await failureOf(upsdk.bioDetect())
    expect(error.message).toBe(error.detail)
    await pass(1000)
    expect(error.presented).toBe(false)
    expect(document.querySelector('[data-upsdk-kit]')).toBeNull()
    upsdk.destroy()
  })

  it('works as the main entry does with locales and a presenter', async () => {
    wallet({ answers: { bioDetect: fail('99') } })
    const presenter = recorder()
    const upsdk = createUpsdk({ locales: [en], presenter })
    const error = await failureOf(upsdk.bioDetect())
    await pass(1000)
    expect(error.message).toBe(en.messages[99])
    expect(presenter.dialogs).toEqual([`${en.messages[99]} | OK`])
    upsdk.destroy()
  })

  it('names the missing part in its error', async () => {
    wallet()
    const upsdk = createUpsdk()
    expect(() => upsdk.config(SIGNED)).toThrow('signedMode')
    expect(() => upsdk.error(() => {})).toThrow('signedMode')
    expect(() => upsdk.on('onPageShow', () => {})).toThrow('`on` needs the part `events`')
    expect(() => upsdk.appletExplicitAuth({ scope: 'scope.mobile' })).toThrow('explicitAuth')
    upsdk.destroy()
  })

  it('with the part `explicitAuth` asks for an authorization', async () => {
    wallet({ answers: { appletExplicitAuth: succeed({ code: 'c' }) } })
    const upsdk = createUpsdk({ parts: [explicitAuth] })
    expect(await upsdk.appletExplicitAuth({ scope: 'scope.mobile' })).toEqual({ code: 'c' })
    upsdk.destroy()
  })

  it('reads a cancellation without `methodCodes`, and mistakes no own code for a common one', async () => {
    const answers = {
      addCommonApp: fail('99'),
      collectCurrentApplet: fail('04'),
      pay: fail({ msg: '{"code":"01"}' }),
    }
    wallet({ answers })
    const [bare, whole] = [createUpsdk(), createUpsdk({ parts: [methodCodes] })]
    expect(await failureOf(bare.addCommonApp({ url: 'u' }))).toMatchObject({
      reason: 'unknown',
      code: '99',
    })
    expect(await failureOf(bare.collectCurrentApplet())).toMatchObject({ reason: 'cancelled' })
    expect(await failureOf(bare.pay({ tn: '1' }))).toMatchObject({ reason: 'cancelled' })
    expect(await failureOf(whole.addCommonApp({ url: 'u' }))).toMatchObject({
      reason: 'invalid-params',
      code: '99',
    })
    for (const upsdk of [bare, whole]) upsdk.destroy()
  })

  it('says to a fallback whether anything can show its text', async () => {
    wallet({ insideWallet: false })
    const told: boolean[] = []
    const part = fallbacks({
      saveData: (_params, { toast }) => ({ code: String(told.push(toast('x'))) }),
    })
    for (const presenter of [undefined, recorder()]) {
      const upsdk = createUpsdk({ fallbacks: part, presenter })
      await upsdk.call('saveData', { key: 'k', value: 'v' })
      upsdk.destroy()
    }
    expect(told).toEqual([false, true])
  })
})
