/** A diagnosis is reported for a page that makes the mistake, and not for one that does not. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import type { LogEntry } from '../../../wallet/shared/log'
import { type Answers, fail, silent, succeed } from '../../../wallet/simulator'
import { causesOf } from '../../../wallet/view/diagnoses/causes'
import { createDiagnoser, diagnose, type PageLog } from '../../../wallet/view/diagnoses/diagnose'
import type { DiagnosisDetail, Hazard } from '../../../wallet/view/diagnoses/diagnosis'
import { sentencesOf } from '../../../wallet/view/diagnoses/diagnosisTexts'
import { type DiagnosisId, diagnoses } from '../../../wallet/view/diagnoses/table'
import { unknownMethodIn } from '../../../wallet/view/diagnoses/unknownMethod'
import { createDiagnosedView } from '../../../wallet/view/diagnoses/view'
import { whyPage } from '../../../wallet/view/diagnoses/why'
import { en } from '../../../wallet/view/texts/en'
import { zh } from '../../../wallet/view/texts/zh'
import { allAnswer, type PageUpsdk, pageOf, type RunOptions, runPage, saidOf } from '../../support/diagnosed'
import { realPages } from '../../support/realPages'
import { ofKit, ofPage, ofWallet } from '../../support/seenTexts'
import { pass, useWallets, wallet } from '../../support/wallet'

useWallets()

/** What sentences may name, in each of their forms. */
const DETAILS: readonly DiagnosisDetail[] = [
  {},
  { isNotOpened: true },
  { isJson: true },
  { spoils: 'queue' },
  { spoils: 'next-failure' },
  { parameter: 'tn' },
  { asyncCallbacks: [''] },
  { asyncCallbacks: ['success', 'fail'] },
  { unknown: { name: 'pya', nearest: 'pay' } },
  { unknown: { name: '', nearest: '' } },
  { unknown: { name: 'idCardRecognition', nearest: 'idCardRecognition' } },
  ...(['async', 'deferred', 'added', 'below', 'none'] as const).map((tag) => ({ tag })),
]

type Page = Parameters<typeof runPage>[0]

/** A page that gets the diagnosis, with its text, and a similar one that does not. */
interface Case {
  readonly id: DiagnosisId
  readonly does: Page
  readonly said: readonly string[]
  readonly doesNot: Page
  readonly options?: RunOptions
  /** The options of the page that does not, if they are others. */
  readonly quiet?: RunOptions
}

const none = () => undefined
const both = { success: none, fail: none }
const inReady = (run: (upsdk: PageUpsdk) => void): Page => {
  return (upsdk) => upsdk.pluginReady?.(() => run(upsdk))
}
/** Makes calls in a tap; effects within 6 s after it are seen. */
const inTap =
  (run: (upsdk: PageUpsdk) => void): Page =>
  (upsdk, { tap }) =>
    tap(() => upsdk.pluginReady?.(() => run(upsdk)))
/** A callback that does nothing with its argument. */
const keeps = (value: unknown) => value
const SHARE = { title: 't', desc: 'd', picUrl: '' }
const tryTo = (run: () => void) => {
  try {
    run()
  } catch {
    // The error would reach the page's error reporting.
  }
}

const ADDRESS_FAULTS = [
  ['redirect-not-encoded', 'not-encoded'],
  ['redirect-not-https', 'not-https'],
  ['contract-without-plan', 'no-plan'],
] as const

const cases: readonly Case[] = [
  {
    id: 'before-ready',
    does(upsdk, { tap }) {
      upsdk.getLocationGps?.({ ...both })
      upsdk.showSharePopup?.({ ...SHARE })
      tap(() => upsdk.pay?.({ tn: '1', ...both }))
    },
    said: ['getLocationGps: before-ready', 'pay: before-ready', 'showSharePopup: before-ready'],
    doesNot(upsdk, { tap }) {
      upsdk.appletAuth?.({ ...both })
      tap(() => upsdk.showSharePopup?.({ ...SHARE }))
      tap(() => upsdk.appletAuth?.({ ...both }))
    },
  },
  {
    id: 'ready-without-config',
    does(upsdk, { tap }) {
      upsdk.ready?.(() => upsdk.pay?.({ tn: '1', ...both }))
      tap(none)
    },
    said: ['ready: ready-without-config'],
    doesNot(upsdk, { tap }) {
      upsdk.pluginReady?.(() => upsdk.ready?.(none))
      tap(none)
    },
  },
  {
    id: 'kept-placeholder',
    does(upsdk, { tap }) {
      const { pay } = upsdk
      tap(() => pay?.({ tn: '1', ...both }))
    },
    said: ['pay: kept-placeholder'],
    doesNot: inReady((upsdk) => {
      const { pay } = upsdk
      pay?.({ tn: '1', ...both })
    }),
  },
  {
    id: 'outside',
    options: { insideWallet: false },
    does: inReady((upsdk) => upsdk.pay?.({ tn: '1', ...both })),
    said: ['pay: outside'],
    doesNot(upsdk) {
      if (upsdk.isInsideWallet) upsdk.pay?.({ tn: '1' })
      upsdk.ready?.(none)
      upsdk.config?.({})
    },
  },
  {
    id: 'unknown-method',
    does: inReady((upsdk) => tryTo(() => upsdk.pluginReady?.(() => (upsdk as { pya(): void }).pya()))),
    said: ['pluginReady: unknown-method'],
    doesNot: inReady((upsdk) => {
      if (upsdk.getSystemInformation) upsdk.getSystemInformation()
      tryTo(() => upsdk.pluginReady?.(() => (({}) as { map(): void }).map()))
    }),
  },
  {
    id: 'missing-parameter',
    does: inReady((upsdk) => {
      upsdk.pay?.({ ...both })
      upsdk.config?.({ appId: 'a' })
      tryTo(() => upsdk.shareSinglePlugin?.({ ...SHARE }))
      tryTo(() => upsdk.chooseImage?.())
    }),
    said: [
      'chooseImage: missing-parameter',
      'config: missing-parameter',
      'pay: missing-parameter',
      'shareSinglePlugin: missing-parameter',
    ],
    doesNot: inReady((upsdk) => {
      upsdk.pay?.({ tn: '1', ...both })
      upsdk.shareSinglePlugin?.({ ...SHARE, shareId: '1', ...both })
      upsdk.chooseImage?.({ ...both })
      upsdk.closeWebApp?.()
    }),
  },
  {
    id: 'lost-parameters',
    does: inReady((upsdk) => {
      class Order {
        tn = '1'
        fail = none
      }
      class Computed {
        get scene() {
          return '1'
        }
      }
      upsdk.pay?.(new Order())
      upsdk.getUserStatus?.(new Computed())
    }),
    said: ['getUserStatus: lost-parameters', 'pay: lost-parameters'],
    doesNot: inReady((upsdk) => {
      class Callbacks {
        success = none
        fail = none
      }
      upsdk.setNavigationBarTitle?.('title')
      upsdk.pay?.({ tn: '1', ...both })
      upsdk.getUserStatus?.(new Callbacks())
    }),
  },
  {
    id: 'async-callback',
    does: inReady((upsdk) => {
      upsdk.pluginReady?.(async () => undefined)
      upsdk.bioDetect?.({ success: async () => undefined, fail: none })
      upsdk.appletAuth?.({ success: none, fail: async () => undefined })
    }),
    said: ['appletAuth: async-callback', 'bioDetect: async-callback', 'pluginReady: async-callback'],
    doesNot: inReady((upsdk) => {
      upsdk.bioDetect?.({ success: () => Promise.resolve(), fail: none })
      upsdk.getUserStatus?.({ success: none, fail: async () => undefined })
    }),
  },
  {
    id: 'never-answers',
    does: inReady((upsdk) => upsdk.createWebView?.({ url: 'u', title: 't', ...both })),
    said: ['createWebView: never-answers'],
    doesNot: inReady((upsdk) => {
      upsdk.createWebView?.({ url: 'u', title: 't' })
      upsdk.onHCEMessage?.({ success: none })
    }),
  },
  {
    id: 'no-fail',
    options: {
      answers: { pay: fail('01'), qrPay: fail('02'), bioDetect: fail('94'), appletAuth: fail('99') },
    },
    does: inReady((upsdk) => upsdk.bioDetect?.({ success: none })),
    said: ['bioDetect: no-fail'],
    doesNot: inReady((upsdk) => {
      upsdk.pay?.({ tn: '1' })
      upsdk.qrPay?.({ scanQrCodeContent: 'q', cancel: none })
      upsdk.appletAuth?.({})
    }),
  },
  {
    id: 'callback-threw',
    does: inReady((upsdk) =>
      tryTo(() =>
        upsdk.pluginReady?.(() => {
          throw new Error('of the page')
        }),
      ),
    ),
    said: ['pluginReady: callback-threw'],
    doesNot: inReady((upsdk) => {
      upsdk.pluginReady?.(() => tryTo(() => JSON.parse('')))
      tryTo(() => upsdk.createWebView?.())
    }),
  },
  {
    id: 'replaced-callback',
    does(upsdk) {
      upsdk.appletAuth?.({ ...both })
      upsdk.appletAuth?.({ ...both })
    },
    said: ['appletAuth: replaced-callback'],
    doesNot: inReady((upsdk) => {
      upsdk.appletAuth?.({ ...both })
      upsdk.appletAuth?.({ ...both })
    }),
  },
  {
    id: 'reused-options',
    does: inReady((upsdk) => {
      const options = { ...both }
      const share = { ...SHARE }
      upsdk.appletAuth?.(options)
      upsdk.appletAuth?.(options)
      upsdk.showSharePopup?.(share)
      upsdk.showSharePopup?.(share)
    }),
    said: ['appletAuth: reused-options', 'showSharePopup: reused-options'],
    doesNot: inReady((upsdk) => {
      const options = { ...both }
      upsdk.appletAuth?.(options)
      upsdk.appletAuth?.(Object.assign(options, both))
      const share = { ...SHARE }
      for (const order of ['1', '2'])
        upsdk.showSharePopup?.(Object.assign(share, { shareUrl: `https://a.example/?order=${order}` }))
      const payment = { tn: '1', ...both }
      upsdk.bioDetect?.(payment)
      upsdk.bioDetect?.(payment)
    }),
  },
  {
    id: 'two-payments',
    options: { latency: 2000 },
    does: inReady((upsdk) => {
      upsdk.pay?.({ tn: '1', ...both })
      upsdk.qrPay?.({ scanQrCodeContent: 'q', ...both })
    }),
    said: ['qrPay: two-payments'],
    doesNot(upsdk, { tap }) {
      const pay = () => upsdk.pluginReady?.(() => upsdk.pay?.({ tn: '1', ...both }))
      tap(pay)
      tap(pay)
    },
  },
  {
    id: 'copied-sdk',
    options: { notes: [['sdk', 'https://cdn.example/upsdk.min.js']] },
    does: none,
    said: ['copied-sdk'],
    quiet: { notes: [['sdk', '//open.95516.com/s/open/js/upsdk.js']] },
    doesNot: none,
  },
  {
    id: 'text-on-android',
    does: inTap((upsdk) => upsdk.getLocationGps?.({ success: keeps, fail: none })),
    said: ['(getLocationGps: text-on-android)'],
    doesNot: inTap((upsdk) => {
      const parses = (value: string) => void setTimeout(() => JSON.parse(value) as unknown, 1000)
      upsdk.getLocationGps?.({ success: parses, fail: none })
      upsdk.getLocationGps?.({ success: none, fail: none })
      upsdk.scanQRCode?.({ success: keeps, fail: none })
    }),
  },
  {
    id: 'sent-told-failed',
    options: { answers: { pay: fail('02') } },
    does: (upsdk, { shows }) =>
      upsdk.pluginReady?.(() => upsdk.pay?.({ tn: '1', fail: () => shows('支付失败，请重试') })),
    said: ['pay: sent-told-failed'],
    doesNot: (upsdk, { shows }) =>
      upsdk.pluginReady?.(() => upsdk.pay?.({ tn: '1', fail: () => shows('支付结果待确认') })),
  },
  {
    id: 'debug-left-on',
    does: (upsdk) =>
      upsdk.config?.({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's', debug: true }),
    said: ['config: debug-left-on'],
    doesNot: (upsdk) =>
      upsdk.config?.({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's', debug: false }),
  },
  ...ADDRESS_FAULTS.map(
    ([id, fault]): Case => ({
      id,
      options: { authorization: [fault] },
      does: none,
      said: [id],
      quiet: { authorization: ADDRESS_FAULTS.map(([, one]) => one).filter((one) => one !== fault) },
      doesNot: none,
    }),
  ),
  {
    id: 'missed-sdk',
    options: { notes: [['error', 'upsdk is not defined', { missedSdk: 'async' }]] },
    does: none,
    said: ['missed-sdk'],
    doesNot: none,
    quiet: { notes: [['error', 'order is not defined']] },
  },
]

describe('a diagnosis is shown beside the call that causes it, and not beside one that does not:', () => {
  it.each(cases)('$id', async ({ id, does, said, doesNot, options, quiet = options }) => {
    expect(saidOf(await runPage(does, options))).toEqual(said)
    useAnother()
    expect(saidOf(await runPage(doesNot, quiet)).filter((one) => one.includes(id))).toEqual([])
  })

  it('every diagnosis has a case in this test', () => {
    const counted = (Object.keys(diagnoses) as DiagnosisId[]).filter((id) => !diagnoses[id].isNote)
    expect(new Set(cases.map(({ id }) => id))).toEqual(new Set(counted))
  })
})

/** The second page of a test starts with the bridge down. */
const useAnother = () => Reflect.deleteProperty(window, 'upsdk')

describe('a diagnosis', () => {
  it('two-payments is not reported once native has answered the first, or 5 s after it', async () => {
    const twice = (wait: number): Page => {
      return inReady((upsdk) => {
        upsdk.pay?.({ tn: '1', ...both })
        setTimeout(() => upsdk.pay?.({ tn: '2', ...both }), wait)
      })
    }
    const open = { answers: { pay: silent() } }
    expect(saidOf(await runPage(twice(400), { readyAfter: 0 }))).toEqual([])
    useAnother()
    const log = await runPage(twice(1000), { readyAfter: 0, ...open })
    expect(saidOf(log)).toEqual(['pay: two-payments'])
    useAnother()
    const later = await runPage(twice(5000), { readyAfter: 0, ...open })
    await pass(6000)
    expect(later.entries.filter(({ method }) => method === 'pay')).toHaveLength(2)
    expect(saidOf(later)).toEqual([])
  })

  it.each<[string, Page]>([
    [
      'sends it on by fetch',
      inTap((upsdk) =>
        upsdk.getLocationGps?.({
          success: (value: string) =>
            void fetch('/here', { method: 'POST', body: JSON.stringify({ at: value }) }),
        }),
      ),
    ],
    [
      'sends it on as a form',
      inTap((upsdk) =>
        upsdk.getLocationGps?.({
          success(value: string) {
            const request = new XMLHttpRequest()
            request.send(new URLSearchParams({ at: value }))
          },
        }),
      ),
    ],
    [
      'keeps it for its next page',
      inTap((upsdk) =>
        upsdk.getLocationGps?.({ success: (value: string) => sessionStorage.setItem('at', value) }),
      ),
    ],
    [
      'gives it to upsdk again',
      inTap((upsdk) =>
        upsdk.getLocationGps?.({
          success: (value: string) => upsdk.saveData?.({ key: 'at', value, success: none }),
        }),
      ),
    ],
  ])('text-on-android is not reported for a page that %s', async (_how, page) => {
    vi.stubGlobal('fetch', vi.fn())
    vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(none)
    onTestFinished(() => {
      vi.unstubAllGlobals()
      vi.restoreAllMocks()
    })
    expect(saidOf(await runPage(page))).toEqual([])
  })

  it('a page can send a form in a browser that cannot read forms', async () => {
    const send = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(none)
    onTestFinished(() => void vi.restoreAllMocks())
    const form = new FormData()
    Object.defineProperty(form, 'forEach', { value: undefined })
    await runPage(
      inTap((upsdk) =>
        upsdk.getLocationGps?.({ success: (_value: string) => new XMLHttpRequest().send(form) }),
      ),
    )
    expect(send).toHaveBeenCalledOnce()
  })

  it('text-on-android is reported on Android alone', async () => {
    const page = inTap((upsdk) => upsdk.getLocationGps?.({ success: keeps }))
    expect(saidOf(await runPage(page))).toEqual(['(getLocationGps: text-on-android)'])
    useAnother()
    expect(saidOf(await runPage(page, { platform: 'ios' }))).toEqual([])
  })

  it('watching for texts does not replace JSON.parse', async () => {
    const own = JSON.parse
    let seen: unknown[] = []
    await runPage(() => {
      const { parse } = JSON
      seen = [parse === JSON.parse, parse.name, parse.length, String(parse)]
      expect(() => JSON.parse('{')).toThrow(SyntaxError)
      expect(JSON.parse('[1]', (_key, value: unknown) => (value === 1 ? 2 : value))).toEqual([2])
    })
    expect(seen).toEqual([true, 'parse', 2, String(own)])
    expect(JSON.parse).toBe(own)
  })

  it.each([
    ['failed', '支付失败：支付失败', true],
    ['failed, in an alert', ofPage('Payment failed', 'alert'), true],
    ['nothing but fail', ofPage('fail', 'alert'), true],
    ['that the wallet shows for it', ofWallet('支付失败'), true],
    ['failed, whatever it calls it', '购票失败：请稍后查看', true],
    ['failed, and nothing more', '失败 02', true],
    ['in the title of a dialog', { ...ofPage('请重试'), title: '支付失败' }, true],
    ['that begins like a toast of the kit', 'toast: 支付失败', true],
    ['that begins like a dialog of the kit', 'dialog: 支付失败', true],
    ['that the kit shows', ofKit('toast', '支付失败'), false],
    ['that something else failed', '加载失败', false],
    ['that it is not confirmed', '支付结果待确认', false],
    ['that the user cancelled', '您已取消支付', true],
    ['that it was cancelled', 'Payment cancelled', true],
    ['what comes if it failed', '正在确认支付结果，如支付失败，款项将原路退回', false],
    ['how to cancel', '取消支付', false],
    ['that it succeeded, and something else failed', '支付成功，充值失败，款项将原路退回', false],
    ['that it was charged, and something else failed', '已付款，购买失败，请联系客服', false],
    ['that it failed, and what to do if it did not', '支付失败，如已付款请联系客服', true],
    ['that it did not succeed', '没有支付成功，请重试', true],
    ['that it did not succeed, in other words', '支付未能成功', true],
    ['that the bank took nothing', '扣款失败', true],
    ['that the user cancelled, in traditional signs', '用戶取消', true],
    ['that it was declined', 'Payment declined', true],
    ['a link to help', '支付失败怎么办', false],
    ['a question', '支付失败？', false],
    ['that it failed, and a question', '支付失败，是否重试？', true],
  ])('sent-told-failed reads what the page says: %s', async (_what, text, isSaid) => {
    const page: Page = (upsdk, { shows }) =>
      upsdk.pluginReady?.(() => upsdk.pay?.({ tn: '1', fail: () => shows(text) }))
    const log = await runPage(page, { answers: { pay: fail('02') } })
    expect(saidOf(log)).toEqual(isSaid ? ['pay: sent-told-failed'] : [])
  })

  it.each<[string, Answers[string], number, number, boolean]>([
    ['succeeds 2 s later, as a page with a limit of its own', succeed(undefined), 4000, 2000, true],
    ['is never answered', silent(), 0, 2000, true],
    ['has succeeded, whose order cannot be asked for', succeed(undefined), 0, 1000, true],
    ['succeeded long before', succeed(undefined), 0, 5000, false],
  ])('sent-told-failed is reported of a payment that %s', async (_what, answer, latency, after, isSaid) => {
    const page: Page = (upsdk, { shows }) =>
      upsdk.pluginReady?.(() => {
        upsdk.pay?.({ tn: '1', ...both })
        setTimeout(() => shows('支付失败，请重新支付'), after)
      })
    const log = await runPage(page, { answers: { pay: answer }, latency, readyAfter: 0 })
    await pass(8000)
    expect(saidOf(log)).toEqual(isSaid ? ['pay: sent-told-failed'] : [])
  })

  it('sent-told-failed names the texts that it is about', async () => {
    const page: Page = (upsdk, { shows }) => {
      upsdk.pluginReady?.(() =>
        upsdk.pay?.({ tn: '1', fail: () => [shows('支付失败'), shows('请联系客服')] }),
      )
    }
    const [said] = [...diagnose(await runPage(page, { answers: { pay: fail('02') } })).values()]
    expect(said?.[0]?.detail.texts).toEqual([expect.objectContaining({ message: '支付失败' })])
  })

  it('sent-told-failed is reported of the later of two payments', async () => {
    const page: Page = (upsdk, { shows }) =>
      upsdk.pluginReady?.(() => {
        upsdk.pay?.({ tn: '1', ...both })
        setTimeout(() => upsdk.pay?.({ tn: '2', success: none, fail: () => shows('支付失败') }), 1000)
      })
    const log = await runPage(page, {
      answers: { pay: (params) => ((params as { tn: string }).tn === '1' ? succeed(undefined) : fail('02')) },
      readyAfter: 0,
    })
    const said = [...diagnose(log)].map(([one]) => ('steps' in one ? one.reached?.params : one))
    expect(said).toEqual([expect.objectContaining({ tn: '2' })])
  })

  it('sent-told-failed is not reported of a payment that is open as the text says that another was cancelled', async () => {
    const page: Page = (upsdk, { shows }) =>
      upsdk.pluginReady?.(() => {
        upsdk.pay?.({ tn: '1', success: none, fail: () => shows('支付失败：已取消') })
        setTimeout(() => upsdk.pay?.({ tn: '2', ...both }), 100)
      })
    const log = await runPage(page, {
      answers: { pay: (params) => ((params as { tn: string }).tn === '1' ? fail('01') : silent()) },
      latency: 1000,
      readyAfter: 0,
    })
    await pass(3000)
    expect(saidOf(log)).toEqual(['pay: two-payments'])
  })

  it('sent-told-failed is not reported of a payment that the page makes in the moment of the text about another', async () => {
    const page: Page = (upsdk, { shows }) =>
      upsdk.pluginReady?.(() => {
        const again = () => {
          shows('支付已取消，再试一次？')
          upsdk.pay?.({ tn: '2', ...both })
        }
        upsdk.pay?.({ tn: '1', success: none, fail: again })
      })
    expect(
      saidOf(await runPage(page, { answers: { pay: fail('01') }, latency: 1000, readyAfter: 0 })),
    ).toEqual([])
  })

  it.each([
    ['the user cancelled', { answers: { pay: fail('01') } }],
    ['the bridge refused at once', { answers: { pay: fail('c02') } }],
    ['the SDK file refused', { answers: {}, readyAfter: 'never' as const }],
  ])('sent-told-failed is not reported for a payment that %s', async (_what, options) => {
    const page: Page = (upsdk, { shows }) => {
      upsdk.pluginReady?.(() => upsdk.pay?.({ tn: '1', fail: () => shows('支付失败') }))
    }
    expect(saidOf(await runPage(page, options))).toEqual([])
  })

  it('missing-parameter is not reported for a fail that is no function, at which upsdk throws too', async () => {
    const page: Page = (upsdk, { tap }) => tap(() => tryTo(() => upsdk.bioDetect?.({ fail: 'toast' })))
    expect(saidOf(await runPage(page))).toEqual(['bioDetect: before-ready'])
  })

  it('ready-without-config is not reported for a page whose signature comes after 2 s', async () => {
    const page: Page = (upsdk, { tap }) => {
      upsdk.ready?.(none)
      setTimeout(() => upsdk.config?.({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }), 2000)
      tap(none)
    }
    expect(saidOf(await runPage(page))).toEqual([])
  })

  it('no-fail is reported for a payment that c02 refuses, although cordova’s answer is empty', async () => {
    const pays = inReady((upsdk) => upsdk.pay?.({ tn: '1' }))
    expect(saidOf(await runPage(pays, { answers: { pay: fail('c02') } }))).toEqual(['pay: no-fail'])
  })

  it.each(['pay', 'bioDetect'])('no-fail is reported for %s whose cancellation failed', async (method) => {
    const calls = inReady((upsdk) => upsdk[method]?.({ tn: '1', success: none }))
    const answers = { [method]: fail({ msg: '取消失败：订单已支付' }) }
    expect(saidOf(await runPage(calls, { answers }))).toEqual([`${method}: no-fail`])
  })

  it('callback-threw says that Android answers with text', async () => {
    const log = await runPage(
      inReady((upsdk) =>
        upsdk.getLocationGps?.({
          success(value: { latitude: { length: number } }) {
            void value.latitude.length
          },
        }),
      ),
      { answers: { getLocationGps: succeed({ latitude: '31.2', longitude: '121.4' }) }, latency: 5000 },
    )
    await vi.advanceTimersByTimeAsync(5000).catch(none)
    expect(saidOf(log)).toEqual(['getLocationGps: callback-threw'])
    const [found] = [...diagnose(log).values()]
    expect(found?.[0]?.detail).toEqual({ isJson: true })
  })

  const throws = () => {
    throw new Error('of the page')
  }
  it.each<[string, Page, DiagnosisDetail]>([
    [
      'those behind it, in the queue of pluginReady',
      (upsdk) => upsdk.pluginReady?.(throws),
      { isJson: false, spoils: 'queue' },
    ],
    [
      'the next failure, in fail',
      inReady((upsdk) => upsdk.bioDetect?.({ fail: throws })),
      { isJson: false, spoils: 'next-failure' },
    ],
    [
      'nothing else, in success',
      inReady((upsdk) => upsdk.getUserStatus?.({ success: throws })),
      { isJson: false },
    ],
    [
      'nothing else, of a text that is one on iOS too',
      inReady((upsdk) => upsdk.scanQRCode?.({ success: throws })),
      { isJson: false },
    ],
  ])('callback-threw says that an exception spoils %s', async (_what, page, detail) => {
    const answers = { bioDetect: fail('94'), scanQRCode: succeed('{"order":1}') }
    const log = await runPage(page, { answers, readyAfter: 4000, latency: 1000 })
    await vi.advanceTimersByTimeAsync(3000).catch(none)
    await vi.advanceTimersByTimeAsync(3000).catch(none)
    const [found] = [...diagnose(log).values()]
    expect(found).toEqual([expect.objectContaining({ id: 'callback-threw', detail })])
  })

  it('callback-threw is said of a callback that the page gave the bridge itself', async () => {
    const log = createLog()
    const step = { id: 1, method: 'appletExplicitAuth', at: 1 }
    log.addRaw({ ...step, type: 'reached', params: {} })
    log.addRaw({ ...step, type: 'answered', how: 'fail', value: { errcode: 'c02' } })
    log.addRaw({ ...step, type: 'threw', by: 'callback', error: new SyntaxError('end') })
    expect(saidOf(log)).toEqual(['appletExplicitAuth: callback-threw'])
  })

  it('callback-threw says nothing of the queue where the callback of pluginReady runs at once', async () => {
    const log = await runPage((upsdk, { tap }) => tap(() => tryTo(() => upsdk.pluginReady?.(throws))))
    const [found] = [...diagnose(log).values()]
    expect(found).toEqual([expect.objectContaining({ id: 'callback-threw', detail: { isJson: false } })])
  })

  it('callback-threw says nothing of what a run throws itself, to end a loop of dialogs', async () => {
    const asksAgain = () => {
      throw new Error('[upsdk-kit] The page asks again and again; this run has ended.')
    }
    const log = await runPage((upsdk, { tap }) => tap(() => tryTo(() => upsdk.pluginReady?.(asksAgain))))
    expect([...diagnose(log).values()]).toEqual([])
  })

  it.each([
    ['Uncaught TypeError: upsdk.pya is not a function', 'pya', 'pay'],
    ['TypeError: e.pya is not a function', 'pya', 'pay'],
    [
      "upsdk.scanQrcode is not a function. (In 'upsdk.scanQrcode()', 'upsdk.scanQrcode' is undefined)",
      'scanQrcode',
      'scanQRCode',
    ],
    ['this.$upsdk.apletAuth is not a function', 'apletAuth', 'appletAuth'],
    ['(intermediate value).chooseImages is not a function', 'chooseImages', 'chooseImage'],
    ['upsdk.totallyOther is not a function', 'totallyOther', ''],
    ['upsdk[e] is not a function', '', ''],
    ['t.openTicketDetails is not a function', 'openTicketDetails', 'openTicketDetails'],
  ])('unknown-method reads %s', (message, name, nearest) => {
    expect(unknownMethodIn(message)).toEqual({ name, nearest })
  })

  it.each([
    'e.map is not a function',
    't.say is not a function',
    'n.play is not a function',
    'x.login is not a function',
    'e.getDate is not a function',
    't.read is not a function',
    'e.errors is not a function',
    'wx.scanCode is not a function',
    'uni.scanCode is not a function',
    'this.openPage is not a function',
    '_this2.getUserState is not a function',
    'r is not a function',
    "Cannot read properties of undefined (reading 'pay')",
  ])('unknown-method is not reported for %s', (message) => {
    expect(unknownMethodIn(message)).toBeUndefined()
  })

  it('unknown-method is reported of each call that met it', async () => {
    const misspells = (upsdk: Parameters<Page>[0]) =>
      upsdk.pluginReady?.(() => (upsdk as { pya(): void }).pya())
    const page: Page = (upsdk, { tap }) => {
      for (let taps = 0; taps < 2; taps++) tap(() => tryTo(() => misspells(upsdk)))
    }
    expect(saidOf(await runPage(page))).toEqual([
      'pluginReady: unknown-method',
      'pluginReady: unknown-method',
    ])
  })

  it('unknown-method is reported once, at the call in whose callback it happened', async () => {
    const message = 'Uncaught TypeError: upsdk.pya is not a function'
    const page = inReady((upsdk) => tryTo(() => upsdk.pluginReady?.(() => (upsdk as { pya(): void }).pya())))
    expect(saidOf(await runPage(page, { notes: [['error', message]] }))).toEqual([
      'pluginReady: unknown-method',
    ])
    useAnother()
    expect(saidOf(await runPage(none, { notes: [['error', message]] }))).toEqual(['unknown-method'])
  })

  it('a tap without upsdk, and a link that the wallet opens, are notes', async () => {
    const notes = [
      ['no-sdk', ''],
      ['wallet-link', 'upwallet://applet'],
    ] as const
    expect(saidOf(await runPage(none, { notes }))).toEqual(['(no-sdk)', '(wallet-link)'])
  })

  it('a share whose link opens a browser, and upsdk in a bundle, are notes', async () => {
    const page = inReady((upsdk) => {
      upsdk.showSharePopup?.({ ...SHARE, shareUrl: 'https://a.example/' })
      upsdk.showSharePopup?.({ ...SHARE, shareUrl: 'https://usl.95516.com/applet?encryptAppId=1' })
    })
    const bridge = 'https://open.95516.com/s/open/common/cordova/android.7.0.0/cordova.js'
    expect(saidOf(await runPage(page, { notes: [['sdk', bridge]] }))).toEqual([
      '(bundled-sdk)',
      '(showSharePopup: share-to-browser)',
    ])
  })

  it.each(['zh-Hans', 'en'] as const)(
    'every diagnosis has two different sentences in %s in each of its forms',
    (language) => {
      for (const id of Object.keys(diagnoses) as DiagnosisId[])
        for (const detail of DETAILS) {
          const [wrong, instead] = sentencesOf({ id, detail, hazard: '', isNote: false }, 'pay', language)
          expect(wrong).not.toBe(instead)
          expect(`${wrong}${instead}`).not.toMatch(/undefined|\s{2}/)
        }
    },
  )

  it('no-fail says that the page is not told, whatever its user sees of its own timers', () => {
    const diagnosis = { id: 'no-fail', detail: {}, hazard: '', isNote: false } as const
    expect(sentencesOf(diagnosis, 'pay', 'zh-Hans')[0]).toBe('pay 失败了，但没有传 fail，页面收不到这次失败')
    expect(sentencesOf(diagnosis, 'pay', 'en')[0]).not.toContain('user')
  })

  it('text-on-android counts where a text with “undefined” followed, also in a log that is read as a whole', () => {
    const told = { type: 'told', callback: 'success', at: 300 }
    const entry = { id: 1, method: 'getLocationGps', at: 0, steps: [], told, unusedText: { at: 2300 } }
    const note = { kind: 'seen', at: 310, form: 'text', message: '在 undefined' }
    const noteOf = (notes: readonly object[]) =>
      Array.from(diagnose({ entries: [entry], notes } as unknown as PageLog).values())
        .flat()
        .filter(({ id }) => id === 'text-on-android')
        .map(({ isNote }) => isNote)
    expect(noteOf([note])).toEqual([false])
    expect(noteOf([{ ...note, at: 2400 }])).toEqual([true])
    expect(noteOf([])).toEqual([true])
  })

  it('text-on-android leaves a call to callback-threw whose callback threw over the text', () => {
    const answer = '{"longitude":121.5}'
    const entry = {
      id: 1,
      method: 'getLocationGps',
      at: 0,
      steps: [],
      answered: { at: 300, how: 'success', value: answer },
      told: { at: 300, callback: 'success', value: answer },
      threw: { at: 300, by: 'callback', error: 'TypeError: toFixed is not a function' },
      unusedText: { at: 2300 },
    }
    const found = diagnose({ entries: [entry], notes: [] } as unknown as PageLog)
    expect(Array.from(found.values()).flat()).toEqual([expect.objectContaining({ id: 'callback-threw' })])
  })

  it('text-on-android says what an Android user sees of a page that may have used nothing of it', () => {
    const diagnosis = { id: 'text-on-android', detail: {}, hazard: '', isNote: false } as const
    expect(sentencesOf(diagnosis, 'pay', 'zh-Hans')[0]).toContain('如果用到其中的字段')
    expect(sentencesOf(diagnosis, 'pay', 'en')[0]).toContain('if it uses a field of it')
  })

  it.each([
    ['before-ready', { isNotOpened: true }],
    ['missing-parameter', { parameter: 'tn' }],
  ] as const)('%s does not say that the wallet refuses what upsdk itself does', (id, detail) => {
    const diagnosis = { id, detail, hazard: '', isNote: false }
    expect(sentencesOf(diagnosis, 'pay', 'zh-Hans')[0]).not.toContain('云闪付')
    expect(sentencesOf(diagnosis, 'pay', 'en')[0]).not.toContain('wallet')
  })

  it.each([zh, en])('every diagnosis has a page of its own that says why, in $language', (words) => {
    for (const id of Object.keys(diagnoses) as DiagnosisId[]) {
      const diagnosis = { id, detail: {}, hazard: diagnoses[id].hazards.join(', '), isNote: false }
      const page = new DOMParser().parseFromString(whyPage(diagnosis, '<pay>', words), 'text/html')
      const [wrong, instead] = sentencesOf(diagnosis, '<pay>', words.language)
      const parts = Array.from(page.querySelector('main')?.children || []).map(
        (part) => part.textContent || '',
      )
      expect(parts).toEqual([
        wrong,
        words.why.reason,
        expect.stringMatching(words.language === 'en' ? /^[\x20-\x7e’“”]+$/ : /[\u4e00-\u9fff]{4}/),
        words.why.instead,
        instead,
        expect.stringContaining(diagnosis.hazard),
      ])
      expect(page.documentElement.lang).toBe(words.language)
    }
  })

  it('every hazard stands in the published list, and another one does not compile', () => {
    // @ts-expect-error no such hazard
    const unknown: Hazard = 'H31'
    const published = readFileSync('docs/upsdk-behaviour.md', 'utf8')
    const isPublished = (hazard: string) =>
      published.includes(hazard.startsWith('§') ? `\n## ${hazard.slice(1)}. ` : `\n| ${hazard} | `)
    expect(isPublished(unknown)).toBe(false)
    for (const { hazards } of Object.values(diagnoses))
      expect(hazards.filter((hazard) => !isPublished(hazard))).toEqual([])
  })

  it('diagnosing ten times as many calls reads about ten times as much, not a hundred times', () => {
    const log = createLog()
    wallet({ observe: log.addRaw, answers: allAnswer(silent()) })
    const upsdk = window.upsdk as PageUpsdk
    upsdk.pluginReady?.(() => {
      for (let call = 0; call < 1000; call++) upsdk.pay?.({ tn: '1' })
    })
    const entries = log.entries.slice()
    vi.useRealTimers()
    /** Counts how often the diagnoses read something of an entry. */
    const readsOf = (all: typeof entries) => {
      let reads = 0
      const counted = all.map(
        (entry) =>
          new Proxy(entry, {
            get(target, key) {
              reads++
              return Reflect.get(target, key)
            },
          }),
      )
      diagnose({ entries: counted, notes: [] })
      return reads
    }
    const many = Array.from({ length: 10 }, () => entries).flat()
    expect(readsOf(many) / readsOf(entries)).toBeLessThan(20)
  })
})

/** The diagnoses of each real page: its mistakes, and those that only a failing call shows. */
interface Expected {
  readonly always?: readonly string[]
  readonly failing?: readonly string[]
  /** The diagnoses if calls succeed on Android. */
  readonly onAndroid?: readonly string[]
  /** The same with the kit in place, which sends what was lost before. @default as without it */
  readonly withKit?: readonly string[]
}
const expected: Readonly<Record<string, Expected>> = {
  R3: { always: ['config: debug-left-on'] },
  R4: { failing: ['pay: no-fail'] },
  R5: { failing: ['pay: no-fail'] },
  R6: {
    always: ['(showShareMorePanel: share-to-browser)'],
    failing: ['qrCodePay: no-fail', 'scanQRCodeNew: no-fail'],
  },
  R8: { always: ['(showSharePopup: share-to-browser)', 'pay: two-payments'] },
  R10: { always: ['(showSharePopup: share-to-browser)'] },
  R12: {
    always: ['getLocationGps: before-ready', 'navi: before-ready', 'pay: before-ready'],
    withKit: ['(getLocationGps: text-on-android)'],
  },
  R13: {
    always: ['closeWebApp: before-ready', 'setTitleStyle: before-ready'],
    onAndroid: ['(appletAuth: text-on-android)'],
  },
  R14: { always: ['(showSharePopup: share-to-browser)', 'appletAuth: replaced-callback'] },
  R15: { always: ['qrPay: before-ready'] },
  R17: { always: ['pay: before-ready'] },
  R19: { failing: ['pay: no-fail'] },
}

const places = [
  { platform: 'android', bridge: 'cordova' },
  { platform: 'ios', bridge: 'jsbridge' },
] as const

const outcomes = {
  success: {},
  cancelled: { answers: allAnswer(fail({ msg: '用户取消' })) },
  c02: { answers: allAnswer(fail('c02')) },
  failure: { answers: allAnswer(fail('94')) },
  silence: { answers: allAnswer(silent()) },
}

describe.each(realPages)('the page $id, $what,', (page) => {
  const { id } = page
  const { always = [], failing = [], onAndroid = [], withKit = onAndroid } = expected[id] || {}
  it.each(Object.keys(outcomes) as (keyof typeof outcomes)[])(
    'has the diagnoses of its mistakes, and no other, if calls meet with %s',
    async (outcome) => {
      for (const place of places) {
        const said = saidOf(await runPage(pageOf(page), { ...place, ...outcomes[outcome] }))
        const isFailing = outcome === 'c02' || outcome === 'failure'
        const isOnAndroid = outcome === 'success' && place.platform === 'android'
        expect(said, place.platform).toEqual(
          [...always, ...(isFailing ? failing : []), ...(isOnAndroid ? onAndroid : [])].sort(),
        )
        useAnother()
      }
    },
  )

  it.each(['success', 'c02'] as const)(
    'has only those that the kit does not fix, with the kit as window.upsdk, if calls meet with %s',
    async (outcome) => {
      const log = await runPage(pageOf(page), { kitInPlace: true, ...outcomes[outcome] })
      expect(log.entries.filter(({ by }) => by === 'kit')).not.toEqual([])
      const notes = always.filter((one) => one.startsWith('(') || one.includes('debug-left-on'))
      // Old callbacks get JSON text from Android as before.
      const stays = [...notes, ...(outcome === 'success' ? withKit : [])].sort()
      expect(saidOf(log, true)).toEqual(stays)
      // The kit is also known by who made each call: a page may have made its own.
      expect(saidOf(log)).toEqual(stays)
    },
  )
})

describe('the log’s diagnoses:', () => {
  it('the log diagnoses a changed call again, and no other', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(none)
    const log = createLog()
    const reached = (id: number) => log.addRaw({ id, method: 'pay', at: id, type: 'reached', params: {} })
    const { stop } = createDiagnosedView(log, { words: zh, kitInPlace: () => false })
    for (const id of [1, 2, 3]) reached(id)
    await pass(50)
    const diagnoser = createDiagnoser()
    diagnoser.seeAll(log)
    const read: number[] = []
    for (const one of log.entries)
      Object.defineProperty(one, 'called', { configurable: true, get: () => void read.push(one.id) })
    diagnoser.see(log.entries[1] as LogEntry)
    expect(read.length).toBeGreaterThan(0)
    expect(new Set(read)).toEqual(new Set([2]))
    // The view, too, reads a changed call alone.
    read.length = 0
    log.addRaw({ id: 3, method: 'pay', at: 9, type: 'answered', how: 'success', value: '' })
    await pass(50)
    expect(new Set(read)).toEqual(new Set([3]))
    stop()
    warn.mockRestore()
  })

  it('the log does not call right what it has dropped', async () => {
    const log = await runPage((upsdk) => {
      for (let count = 0; count < 3; count++) upsdk.setTitleStyle?.({})
      upsdk.pluginReady?.(none)
    })
    const diagnoser = createDiagnoser()
    diagnoser.seeAll(log)
    const said = () =>
      [...diagnoser.all()].flatMap(([one, list]) => list.map(({ id }) => `${(one as LogEntry).method} ${id}`))
    expect(said()).toHaveLength(3)
    diagnoser.keepOnly(log.entries.filter(({ method }) => method === 'pluginReady'))
    // One of each is enough: a page that makes a mistake in a loop must not fill the memory of its tab.
    expect(said()).toEqual(['setTitleStyle before-ready'])
    diagnoser.seeAll({ entries: [], notes: [] })
    expect(said()).toEqual([])
  })

  it('the log lists calls oldest first, even of one clock tick', async () => {
    const log = createLog()
    const called = {
      type: 'called',
      through: 'method',
      state: 'open',
      params: {},
      callbacks: [],
      asyncCallbacks: [],
    } as const
    const methods = Array.from({ length: 12 }, (_, index) => `method${index}`)
    for (const [id, method] of methods.entries()) log.addRaw({ id: id + 1, method, at: 5, ...called })
    const { element, stop } = createDiagnosedView(log, { words: zh, kitInPlace: () => false })
    await pass(50)
    const rows = [...element.querySelectorAll<HTMLElement>('[data-method]')]
    expect(rows.map(({ dataset }) => dataset.method)).toEqual(methods)
    stop()
  })

  it('the mark of a row names what it is about: a cause, an error, or a text for developers', async () => {
    const log = await runPage((upsdk) => void upsdk.pay?.({ tn: '1', ...both }))
    log.addNote('error', 'boom')
    log.addSeen(ofPage('扫码没有成功：undefined'))
    const { element, stop } = createDiagnosedView(log, { words: zh, kitInPlace: () => false })
    await pass(50)
    const marks = [...element.querySelectorAll('.flag')].map((one) => one.getAttribute('aria-label'))
    expect(marks.sort()).toEqual(['未处理的异常', '用户看到的原始文字', '见“原因”'].sort())
    stop()
  })

  it('the log shows a diagnosis in the row of its call, counts it above, and warns once a method', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(none)
    const log = await runPage((upsdk, { tap }) => {
      tap(() => upsdk.pay?.({ tn: '1', ...both }))
      tap(() => upsdk.pay?.({ tn: '1', ...both }))
      upsdk.pluginReady?.(none)
    })
    log.addNote('sdk', '/upsdk.js')
    log.addRaw({
      id: 900,
      method: 'bioDetect',
      at: 1,
      type: 'called',
      through: 'placeholder',
      state: 'outside',
      params: {},
      callbacks: [],
      asyncCallbacks: [],
    })
    log.addRaw({
      id: 901,
      method: 'bioDetect',
      at: 2,
      type: 'called',
      through: 'placeholder',
      state: 'outside',
      params: {},
      callbacks: [],
      asyncCallbacks: [],
    })
    const { element, stop } = createDiagnosedView(log, { words: zh, kitInPlace: () => false })
    await pass(50)
    const rows = [...element.querySelectorAll<HTMLElement>('.entry[data-diagnosis]')]
    expect(rows.map(({ dataset }) => dataset.diagnosis).sort()).toEqual(['copied-sdk', 'outside', 'outside'])
    const causes = [...element.querySelectorAll('.cause')]
    expect(causes).toHaveLength(2)
    expect(causes.map(({ textContent }) => textContent).join()).toContain(
      '在云闪付外调用 bioDetect 不会有任何作用',
    )
    // A `pluginReady` in time has no row, and is not counted.
    expect(element.querySelector('[data-part=diagnoses]')?.textContent).toMatch(
      /^调用 4 次，检查 \d+ 类问题，见到 2 类$/,
    )
    const lines = warn.mock.calls.map(([line]) => String(line))
    expect(lines).toHaveLength(2)
    expect(lines.every((line) => line.startsWith('[upsdk-kit] '))).toBe(true)
    stop()
    warn.mockRestore()
  })
})

describe('the causes of a log:', () => {
  const causesIn = async (page: Page, language: 'zh-Hans' | 'en') =>
    causesOf(diagnose(await runPage(page), { kitInPlace: false }), language)
  const failing = async () => undefined

  it('one kind of mistake is one cause, which names its methods', async () => {
    const page = inReady((upsdk) => {
      upsdk.getLocationCity?.({ success: failing })
      upsdk.scanQRCode?.({ success: failing })
      upsdk.scanQRCode?.({ success: failing })
      upsdk.appletAuth?.({ success: failing, fail: failing })
    })
    const [cause, ...others] = await causesIn(page, 'zh-Hans')
    expect(others.filter(({ diagnosis }) => diagnosis.id === 'async-callback')).toEqual([])
    expect(cause?.sentences.map(({ wrong }) => wrong)).toEqual([
      'getLocationCity、scanQRCode 的 success 是 async 函数，upsdk 会忽略它',
      'appletAuth 的 success, fail 是 async 函数，upsdk 会忽略它',
    ])
    expect(cause?.count).toBe(4)
    useAnother()
    const [inEnglish] = await causesIn(
      inReady((upsdk) => {
        upsdk.setNavigationBarTitle?.({ title: 'a', success: none })
        upsdk.showFlashInfo?.({ msg: 'b', success: none })
      }),
      'en',
    )
    expect(inEnglish?.sentences).toEqual([
      {
        wrong: 'Each of setNavigationBarTitle, showFlashInfo never answers: neither success nor fail runs.',
        instead: expect.any(String),
      },
    ])
  })

  it('methods of which different code is to be written have sentences of their own', async () => {
    const page: Page = (upsdk) => {
      for (const method of ['appletAuth', 'appletConfig'])
        for (let count = 0; count < 2; count++) upsdk[method]?.({ ...both })
    }
    const causes = await causesIn(page, 'en')
    const cause = causes.find(({ diagnosis }) => diagnosis.id === 'replaced-callback')
    expect(cause?.sentences.map(({ instead }) => instead.slice(0, 18))).toEqual([
      'Call appletAuth on',
      'Call appletConfig ',
    ])
  })
})

describe('outside the wallet:', () => {
  it('R23, which pays by itself, and R1, whose start runs there, get a diagnosis outside the wallet', async () => {
    const saidOutside = async (id: string) => {
      const page = realPages.find((one) => one.id === id)
      const said = page && saidOf(await runPage(pageOf(page), { insideWallet: false }))
      useAnother()
      return said
    }
    expect(await saidOutside('R23')).toEqual(['pay: outside'])
    expect(await saidOutside('R1')).toEqual(['pay: outside'])
  })
})

describe('with the kit as window.upsdk:', () => {
  it('the diagnoses that the kit cannot fix stay: missing parameter, misspelt name, copied file', async () => {
    const log = await runPage(
      (upsdk) => {
        upsdk.pay?.({ ...both })
        upsdk.scanQrCode?.({ ...both })
        upsdk.createWebView?.({ url: 'u', title: 't', ...both })
      },
      { kitInPlace: true, notes: [['sdk', '/js/upsdk.js']] },
    )
    expect(saidOf(log, true)).toEqual(['copied-sdk', 'pay: missing-parameter', 'scanQrCode: unknown-method'])
  })
})
