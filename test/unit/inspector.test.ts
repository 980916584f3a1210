import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Inspector, InspectorContext, Step } from '../../src/index'
import { consoleInspector } from '../../src/inspector'
import { openInApp } from '../../src/open-in-app'
import { serverCodes } from '../../src/server-codes'
import { fail, silent, succeed } from '../../src/simulator'
import { failureOf, give, kit, pass, rawUpsdk, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

/** An inspector that keeps what it is told. */
function record(): Inspector & { steps: Step[]; contexts: InspectorContext[]; of(method: string): string[] } {
  const steps: Step[] = []
  const contexts: InspectorContext[] = []
  return {
    steps,
    contexts,
    step: (step) => void steps.push(step),
    created: (context) => void contexts.push(context),
    of: (method) => steps.filter((step) => step.method === method).map(inShort),
  }
}

function inShort(step: Step): string {
  if (step.type === 'settled') return `settled ${step.outcome}`
  if (step.type === 'shown') return `shown ${step.presentation}`
  return step.type === 'quiet' ? `quiet ${step.why}` : step.type
}

/** The lines of the console, from now on. */
function lines(): string[] {
  const written: string[] = []
  for (const level of ['info', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((line: unknown) => void written.push(`${level} ${line}`))
  return written
}

describe('the steps of a call', () => {
  it('that goes well', async () => {
    wallet({ answers: { scanQRCode: succeed('x') } })
    const inspector = record()
    await kit({ inspector }).scanQRCode()
    expect(inspector.steps.map(inShort)).toEqual(['called', 'sent', 'answered', 'settled success'])
  })

  it('have one id, its method, and times that do not run backwards', async () => {
    wallet({ readyAfter: 100, latency: 100, answers: { bioDetect: fail('94') } })
    const inspector = record()
    const upsdk = kit({ inspector, presenter: recorder() })
    const calls = [failureOf(upsdk.bioDetect()), upsdk.getLocationGps()]
    await pass(5000)
    await Promise.all(calls)
    const ids = new Set(inspector.steps.map(({ id }) => id))
    expect(ids.size).toBe(2)
    for (const id of ids) {
      const own = inspector.steps.filter((step) => step.id === id)
      expect(new Set(own.map(({ method }) => method)).size).toBe(1)
      const times = own.map(({ at }) => at)
      expect(times).toEqual([...times].sort((one, other) => one - other))
    }
    const [called, sent, answered] = inspector.steps.filter(({ method }) => method === 'bioDetect')
    expect(Number(sent?.at) - Number(called?.at)).toBeGreaterThanOrEqual(99)
    expect(Number(answered?.at) - Number(sent?.at)).toBeGreaterThanOrEqual(99)
  })

  it('that fails and is shown', async () => {
    wallet({ answers: { bioDetect: fail('94') } })
    const inspector = record()
    await failureOf(kit({ inspector, presenter: recorder() }).bioDetect())
    await pass(1000)
    expect(inspector.of('bioDetect')).toEqual([
      'called',
      'sent',
      'answered',
      'settled identity',
      'shown dialog',
    ])
    const settled = inspector.steps.filter(({ type }) => type === 'settled')[0]
    expect(settled).toMatchObject({ code: '94', hint: 'Face check failed too often today.' })
  })

  it('that has an official text', async () => {
    wallet({ answers: { bioDetect: fail('94') } })
    const inspector = record()
    const catalogues = [serverCodes]
    await failureOf(kit({ inspector, catalogues, notify: false }).bioDetect())
    expect(inspector.steps).toContainEqual(
      expect.objectContaining({ type: 'settled', description: '没有通过人像验证，请次日后再试' }),
    )
  })

  it('outside the wallet: it is not sent', async () => {
    wallet({ insideWallet: false })
    const inspector = record()
    await failureOf(kit({ inspector, presenter: recorder() }).pay({ tn: '1' }))
    await pass(10)
    expect(inspector.of('pay')).toEqual(['called', 'settled outside-wallet', 'shown dialog'])
  })

  it('for which the bridge never comes', async () => {
    wallet({ readyAfter: 'never' })
    const inspector = record()
    const call = failureOf(kit({ inspector, presenter: recorder() }).scanQRCode())
    await pass(9000)
    await call
    expect(inspector.of('scanQRCode')).toEqual(['called', 'settled ready-timeout', 'shown toast'])
  })

  it('that has no such method', async () => {
    wallet()
    const inspector = record()
    await failureOf(kit({ inspector, presenter: recorder() }).call('noSuchMethod' as 'scanQRCode'))
    await pass(10)
    expect(inspector.of('noSuchMethod')).toEqual(['called', 'settled unsupported', 'shown toast'])
  })

  it('that upsdk throws at', async () => {
    rawUpsdk({
      scanQRCode() {
        throw new TypeError('SECRET')
      },
    })
    const inspector = record()
    await failureOf(kit({ inspector, presenter: recorder() }).scanQRCode())
    await pass(10)
    expect(inspector.of('scanQRCode')).toEqual(['called', 'sent', 'settled invalid-params', 'shown toast'])
  })

  it('that is never answered', async () => {
    wallet({ answers: { getLocationCity: silent() } })
    const inspector = record()
    const call = failureOf(kit({ inspector, callTimeout: 500 }).getLocationCity())
    await pass(1000)
    await call
    expect(inspector.of('getLocationCity')).toEqual([
      'called',
      'sent',
      'settled timeout',
      'quiet quiet method',
    ])
  })

  it('to which native may stay silent', async () => {
    wallet({ answers: { closeWebApp: silent() } })
    const inspector = record()
    const call = kit({ inspector }).closeWebApp()
    await pass(1500)
    await call
    expect(inspector.of('closeWebApp')).toEqual(['called', 'sent', 'settled success'])
  })

  it('that has no answer', async () => {
    wallet()
    const inspector = record()
    await kit({ inspector }).showFlashInfo('SECRET')
    expect(inspector.of('showFlashInfo')).toEqual(['called', 'sent', 'settled success'])
  })

  it('that is given up, before sending and after', async () => {
    wallet({ readyAfter: 100, answers: { scanQRCode: silent() } })
    const inspector = record()
    const upsdk = kit({ inspector })
    for (const ms of [10, 200]) {
      const controller = new AbortController()
      const call = failureOf(upsdk.scanQRCode({}, { signal: controller.signal }))
      await pass(ms)
      controller.abort()
      await call
    }
    expect(inspector.of('scanQRCode')).toEqual([
      ...['called', 'settled aborted', 'quiet never shown'],
      ...['called', 'sent', 'settled aborted', 'quiet never shown'],
    ])
  })

  it('that is a second tap', async () => {
    wallet({ answers: { scanQRCode: silent() } })
    const inspector = record()
    const upsdk = kit({ inspector })
    upsdk.scanQRCode().catch(() => {})
    await failureOf(upsdk.scanQRCode())
    const ids = inspector.steps.map(({ id }) => id)
    expect(inspector.of('scanQRCode')).toEqual([
      'called',
      'sent',
      'called',
      'settled busy',
      'quiet never shown',
    ])
    expect(new Set(ids).size).toBe(2)
  })

  it('that is made after the kit was destroyed', async () => {
    wallet()
    const inspector = record()
    const upsdk = kit({ inspector })
    upsdk.destroy()
    await failureOf(upsdk.scanQRCode())
    expect(inspector.of('scanQRCode')).toEqual(['called', 'settled aborted', 'quiet closed'])
    expect(inspector.steps).toContainEqual(
      expect.objectContaining({ hint: expect.stringContaining('destroyed') }),
    )
  })

  it('that a fallback does', async () => {
    wallet({ insideWallet: false })
    const inspector = record()
    await kit({ inspector, fallbacks: { scanQRCode: () => 'x' } }).scanQRCode()
    expect(inspector.of('scanQRCode')).toEqual(['called', 'settled success'])
  })

  it('with a malformed option: there are none', async () => {
    wallet()
    const inspector = record()
    await expect(kit({ inspector }).scanQRCode({}, { timeout: '5' as never })).rejects.toThrow(TypeError)
    expect(inspector.steps).toEqual([])
  })
})

describe('a payment', () => {
  it('without an answer is told of after 10 s, and of an answer that comes late', async () => {
    let answer: ((failure: unknown) => void) | undefined
    rawUpsdk({ pay: (params: { fail(failure: unknown): void }) => void (answer = params.fail) })
    const inspector = record()
    const call = failureOf(kit({ inspector, presenter: recorder() }).pay({ tn: '1' }, { timeout: 12_000 }))
    await pass(9900)
    expect(inspector.of('pay')).toEqual(['called', 'sent'])
    await pass(200)
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'unanswered'])
    await pass(2500)
    await call
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'unanswered', 'settled timeout', 'shown dialog'])
    answer?.({ msg: 'SECRET' })
    await pass(10)
    expect(inspector.of('pay').slice(5)).toEqual(['late'])
    answer?.({ msg: 'SECRET' })
    await pass(10)
    expect(inspector.of('pay')).toHaveLength(6)
    expect(new Set(inspector.steps.map(({ id }) => id)).size).toBe(1)
  })

  it('that is answered in time is not', async () => {
    wallet({ latency: 1000 })
    const inspector = record()
    const call = kit({ inspector }).pay({ tn: '1' })
    await pass(20_000)
    await call
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'answered', 'settled success'])
  })

  it('counts only the time in which the page is seen', async () => {
    wallet({ answers: { pay: silent() } })
    const inspector = record()
    kit({ inspector })
      .pay({ tn: '1' })
      .catch(() => {})
    await pass(5000)
    give(document, 'hidden', true)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(60_000)
    expect(inspector.of('pay')).toEqual(['called', 'sent'])
    give(document, 'hidden', false)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(5100)
    expect(inspector.of('pay')).toEqual(['called', 'sent', 'unanswered'])
  })

  it('only a payment has these two', async () => {
    let answer: ((failure: unknown) => void) | undefined
    rawUpsdk({ scanQRCode: (params: { fail(failure: unknown): void }) => void (answer = params.fail) })
    const inspector = record()
    const call = failureOf(kit({ inspector, notify: false }).scanQRCode({}, { timeout: 12_000 }))
    await pass(13_000)
    await call
    answer?.({ code: '1' })
    await pass(10)
    expect(inspector.of('scanQRCode')).toEqual(['called', 'sent', 'settled timeout', 'quiet notify is off'])
  })
})

describe('why a failure is not shown', () => {
  const why = (inspector: ReturnType<typeof record>) =>
    inspector.steps.flatMap((step) => (step.type === 'quiet' ? [step.why] : []))

  async function afterFailing(options: Parameters<typeof kit>[0], params = {}, callOptions = {}) {
    wallet({ answers: { bioDetect: fail('95') } })
    const inspector = record()
    const upsdk = kit({ inspector, presenter: recorder(), ...options })
    await failureOf(upsdk.bioDetect(params, callOptions))
    await pass(1000)
    return why(inspector)
  }

  it.each<[string, object, object?, object?]>([
    ['notify is off', { notify: false }],
    ['notify is off', { notify: () => false }],
    ['notify is off', {}, {}, { notify: false }],
    ['fail given', {}, { fail() {} }],
    ['fail given', {}, { cancel() {} }],
  ])('%s: %j %j %j', async (expected, options, params, callOptions) => {
    expect(await afterFailing(options, params, callOptions)).toEqual([expected])
  })

  it('prevented', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const inspector = record()
    await kit({ inspector, presenter: recorder() })
      .bioDetect()
      .catch((error) => error.preventDefault())
    await pass(1000)
    expect(why(inspector)).toEqual(['prevented'])
  })

  it('quiet method', async () => {
    wallet({ answers: { getSystemInfo: fail('c02') } })
    const inspector = record()
    await failureOf(kit({ inspector, presenter: recorder() }).getSystemInfo())
    await pass(1000)
    expect(why(inspector)).toEqual(['quiet method'])
  })

  it('nobody tapped', async () => {
    wallet({ insideWallet: false })
    give(navigator, 'userActivation', { hasBeenActive: false, isActive: false })
    const inspector = record()
    const upsdk = kit({ inspector, presenter: recorder() })
    await failureOf(upsdk.pay({ tn: '1' }))
    await failureOf(upsdk.appletAuth())
    await pass(1000)
    expect(why(inspector)).toEqual(['nobody tapped', 'nobody tapped'])
  })

  it('on screen already', async () => {
    // Three that were open together, answered 100 ms apart; the dialog of the first is closed before the third is shown.
    const answers: ((raw: unknown) => void)[] = []
    const method = ({ fail }: { fail(raw: unknown): void }) => answers.push(fail)
    rawUpsdk({ scanQRCode: method, chooseImage: method, login: method })
    const inspector = record()
    const presenter = recorder()
    const upsdk = kit({ inspector, presenter })
    for (const call of [upsdk.scanQRCode(), upsdk.chooseImage(), upsdk.login()]) call.catch(() => {})
    for (const answer of answers) {
      answer({ errcode: 'c03' })
      await pass(100)
    }
    await pass(240)
    presenter.answer(false)
    await pass(500)
    expect(why(inspector)).toEqual(['on screen already'])
    expect(inspector.steps.filter(({ type }) => type === 'shown')).toHaveLength(2)
  })

  it('shown before, and of notify() with an empty method', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const inspector = record()
    const upsdk = kit({ inspector, presenter: recorder() })
    const error = await failureOf(upsdk.bioDetect())
    await pass(5000)
    upsdk.notify(error)
    upsdk.notify('94')
    await pass(10)
    expect(inspector.of('')).toEqual(['quiet shown before', 'shown dialog'])
  })

  it('sent afresh', async () => {
    wallet({ answers: { scanQRCode: silent() } })
    const inspector = record()
    const upsdk = kit({ inspector, presenter: recorder() })
    const first = failureOf(upsdk.scanQRCode())
    await pass(3100)
    upsdk.scanQRCode().catch(() => {})
    expect(await first).toMatchObject({ reason: 'timeout' })
    await pass(1000)
    expect(why(inspector)).toEqual(['sent afresh'])
  })

  it('toast() has no step', async () => {
    wallet()
    const inspector = record()
    kit({ inspector, presenter: recorder() }).toast('hello')
    await pass(10)
    expect(inspector.steps).toEqual([])
  })
})

describe('inspectors', () => {
  it('may be several, each told of everything, and of the kit that they inspect', async () => {
    const sim = wallet({ platform: 'ios' })
    const [one, other] = [record(), record()]
    const options = { inspector: [one, other] as const, locale: 'en' }
    const upsdk = kit(options)
    await upsdk.getLocationGps()
    expect(one.steps.length).toBeGreaterThan(3)
    expect(other.steps).toEqual(one.steps)
    expect(one.contexts).toHaveLength(1)
    const [context] = one.contexts
    expect(context?.options).toBe(options)
    expect(context?.environment).toMatchObject({ insideWallet: true, platform: 'ios' })
    expect(context?.methods()).toEqual(expect.arrayContaining(['pay', 'scanQRCode']))
    expect(context?.jsApiList()).toEqual(upsdk.jsApiList)
    expect(sim.calls).toHaveLength(1)
  })

  it('that throw break nothing, and their errors are the page’s', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const broken: Inspector = {
      step() {
        throw new Error('of the inspector')
      },
      created() {
        throw new Error('of the inspector')
      },
    }
    const presenter = recorder()
    const last = record()
    const upsdk = kit({ inspector: [broken, last], presenter, locale: 'en' })
    const call = failureOf(upsdk.bioDetect())
    const errors: unknown[] = []
    for (let turn = 0; turn < 20; turn++) {
      try {
        await pass(50)
      } catch (error) {
        errors.push(error)
      }
    }
    expect(await call).toMatchObject({ reason: 'identity' })
    expect(presenter.toasts).toHaveLength(1)
    expect(last.of('bioDetect')).toEqual(['called', 'sent', 'answered', 'settled identity', 'shown toast'])
    expect(errors.length).toBeGreaterThan(0)
  })

  it('are never told a parameter, a result or a raw text', async () => {
    const failure = { errcode: '95', errmsg: 'SECRET', msg: 'SECRET' }
    wallet({
      answers: {
        bioDetect: fail(failure),
        scanQRCode: succeed('SECRET'),
        pay: fail({ msg: 'SECRET' }),
        noSuch: fail('SECRET'),
      },
    })
    const inspector = record()
    const written = lines()
    const upsdk = kit({ inspector: [inspector, consoleInspector()], presenter: recorder() })
    await failureOf(upsdk.bioDetect({ secret: 'SECRET' }))
    await upsdk.scanQRCode({ scanType: 'SECRET' } as never)
    await failureOf(upsdk.pay({ tn: 'SECRET' }))
    upsdk.notify({ resp: 'a31', msg: 'SECRET' })
    upsdk.notify(new Error('SECRET'))
    await pass(20_000)
    expect(written.length).toBeGreaterThan(5)
    expect(JSON.stringify([inspector.steps, written])).not.toContain('SECRET')
  })
})

describe('consoleInspector', () => {
  const times = (text: string) => text.replace(/\d+ ms/g, '# ms')

  it('writes a timeline with what to check, everything the first time only', async () => {
    wallet({ answers: { bioDetect: fail('95'), scanQRCode: succeed('x') } })
    const written = lines()
    const upsdk = kit({ inspector: consoleInspector(), presenter: recorder(), catalogues: [serverCodes] })
    await upsdk.scanQRCode()
    for (let turn = 0; turn < 2; turn++) {
      await failureOf(upsdk.bioDetect())
      await pass(5000)
    }
    expect(written.map(times)).toEqual([
      'info [upsdk-kit] inside the wallet, android, cordova',
      'info [upsdk-kit] scanQRCode ok (waited # ms, took # ms)',
      'warn [upsdk-kit] bioDetect 95 identity (waited # ms, took # ms): Face check failed; the user may try again.\n' +
        '  official text: 您没有通过人像验证',
      'info [upsdk-kit] bioDetect shown as a toast',
      'warn [upsdk-kit] bioDetect 95 identity (waited # ms, took # ms)',
      'info [upsdk-kit] bioDetect shown as a toast',
    ])
  })

  it('says when a call was made, sent and settled', async () => {
    wallet({ readyAfter: 500, latency: 300 })
    const written = lines()
    const call = kit({ inspector: consoleInspector() }).scanQRCode()
    await pass(2000)
    await call
    const [, waited = 0, took = 0] = (/waited (\d+) ms, took (\d+) ms/.exec(written.join()) || []).map(Number)
    expect(waited).toBeGreaterThanOrEqual(499)
    expect(waited).toBeLessThan(1100)
    expect(took).toBeGreaterThanOrEqual(299)
    expect(took).toBeLessThan(400)
  })

  it('says of what was not sent after how long it failed, and why it was not shown', async () => {
    wallet({ insideWallet: false })
    const written = lines()
    await failureOf(kit({ inspector: consoleInspector() }).appletAuth())
    await pass(10)
    expect(written.map(times)).toEqual([
      expect.stringMatching(/^info \[upsdk-kit\] outside the wallet/),
      'warn [upsdk-kit] appletAuth outside-wallet (not sent, # ms): Not opened in the wallet app.',
      'info [upsdk-kit] appletAuth not shown: nobody tapped for it',
    ])
  })

  it('tells of a payment without an answer, and of one that came late', async () => {
    let answer: (() => void) | undefined
    rawUpsdk({ pay: (params: { success(): void }) => void (answer = params.success) })
    const written = lines()
    const upsdk = kit({ inspector: consoleInspector(), presenter: recorder() })
    const call = failureOf(upsdk.pay({ tn: '1' }, { timeout: 11_000 }))
    await pass(12_000)
    await call
    answer?.()
    expect(written).toContain('warn [upsdk-kit] pay has no answer after 10 s')
    expect(written).toContain('warn [upsdk-kit] pay was answered after it had settled')
  })

  it.each([
    ['scanQRCod', 'scanQRCode'],
    ['scanQrcode', 'scanQRCode'],
    ['getLocationGPS', 'getLocationGps'],
    ['closeWebapp', 'closeWebApp'],
  ])('of %s asks for %s', async (misspelt, meant) => {
    wallet()
    const written = lines()
    await failureOf(
      kit({ inspector: consoleInspector(), presenter: recorder() }).call(misspelt as 'pay', {} as never),
    )
    expect(written.join('\n')).toContain(`did you mean ${meant}?`)
  })

  it.each([
    ['a name like no other', 'somethingElse'],
    ['a name without end', 'x'.repeat(100_000)],
  ])('of %s does not', async (_what, name) => {
    wallet()
    const written = lines()
    await failureOf(
      kit({ inspector: consoleInspector(), presenter: recorder() }).call(name as 'pay', {} as never),
    )
    expect(written.join('\n')).not.toContain('did you mean')
  })

  it('warns of every malformed option that lies deeper', () => {
    wallet()
    const written = lines()
    kit({
      inspector: consoleInspector(),
      messages: { en: { network: 5, 94: 'ok' }, fr: 'x' } as never,
      locales: [{ locale: 'ja' } as never, null as never],
      catalogues: [
        { OK1: { reason: 'system', source: 'server' }, BAD1: { reason: 'broken' }, BAD2: null } as never,
        5 as never,
        {
          BAD3: { reason: 'system', retry: 'soon' },
          BAD4: { reason: 'system', presentation: 'alert' },
        } as never,
        { BAD5: { reason: 'constructor' }, BAD6: { reason: 'system', description: 5 } } as never,
      ],
      actions: { 99: {}, 96: { run() {} } } as never,
      fallbacks: { vibrate: 5, scanQRCode: () => 'x' } as never,
    })
    const warnings = written.filter((line) => line.startsWith('warn'))
    expect(warnings).toEqual([
      'warn [upsdk-kit] messages["en"]["network"] is no text',
      'warn [upsdk-kit] option "messages" is malformed at "fr"',
      'warn [upsdk-kit] option "locales" is malformed at "0"',
      'warn [upsdk-kit] option "locales" is malformed at "1"',
      'warn [upsdk-kit] option "catalogues" is malformed at "BAD1"',
      'warn [upsdk-kit] option "catalogues" is malformed at "BAD2"',
      'warn [upsdk-kit] option "catalogues" is malformed at "5"',
      'warn [upsdk-kit] option "catalogues" is malformed at "BAD3"',
      'warn [upsdk-kit] option "catalogues" is malformed at "BAD4"',
      'warn [upsdk-kit] option "catalogues" is malformed at "BAD5"',
      'warn [upsdk-kit] option "catalogues" is malformed at "BAD6"',
      'warn [upsdk-kit] option "actions" is malformed at "99"',
      'warn [upsdk-kit] option "fallbacks" is malformed at "vibrate"',
    ])
  })

  it('warns of nothing where all is well', () => {
    wallet()
    const written = lines()
    kit({ inspector: consoleInspector(), catalogues: [serverCodes], messages: { en: { network: 'x' } } })
    expect(written).toEqual(['info [upsdk-kit] inside the wallet, android, cordova'])
  })

  it.each([
    ['a query', 'https://m.example/?id=7', {}, true],
    ['a query behind the hash', 'https://m.example/#/a?id=7', {}, true],
    ['no query', 'https://m.example/#/a', {}, false],
    ['a query, with keep', 'https://m.example/?id=7', { keep: ['id'] }, false],
    ['a query, with nothing to keep', 'https://m.example/?id=7', { keep: [] }, false],
    ['a query, with toLink', 'https://m.example/?id=7', { toLink: 'https://m.example/' }, false],
  ])(
    'warns of a dropped query, where the page did not say what of it belongs to the link: %s',
    (_what, address, options, warns) => {
      wallet()
      vi.stubGlobal('location', new URL(address))
      const written = lines()
      kit({ inspector: consoleInspector(), openInApp: openInApp({ encryptAppId: 'app', ...options }) })
      expect(written.some((line) => line.includes('without its query'))).toBe(warns)
      vi.unstubAllGlobals()
    },
  )

  it('does not warn of it without a way into the app', () => {
    wallet()
    vi.stubGlobal('location', new URL('https://m.example/?id=7'))
    const written = lines()
    kit({ inspector: consoleInspector() })
    expect(written.some((line) => line.startsWith('warn'))).toBe(false)
    vi.unstubAllGlobals()
  })

  it.each(['zh', 'zh-CN', 'zh-Hant-HK'])(
    'writes Chinese where the browser is set to %s',
    async (language) => {
      wallet({ insideWallet: false })
      vi.spyOn(navigator, 'language', 'get').mockReturnValue(language)
      const written = lines()
      await failureOf(
        kit({ inspector: consoleInspector(), locale: 'en', actions: { 99: {} } as never }).appletAuth(),
      )
      await pass(10)
      expect(written.map(times)).toEqual([
        expect.stringContaining('不在云闪付内'),
        'warn [upsdk-kit] 选项 actions 的 99 格式有误',
        expect.stringContaining('appletAuth outside-wallet (未发出，# ms)'),
        'info [upsdk-kit] appletAuth 未显示：不是用户点击触发的',
      ])
    },
  )

  it('keeps nothing of a call that has settled', async () => {
    wallet()
    lines()
    const inspector = consoleInspector()
    const spy = vi.spyOn(Map.prototype, 'delete')
    await kit({ inspector }).scanQRCode()
    expect(spy).toHaveBeenCalledTimes(1)
  })
})
