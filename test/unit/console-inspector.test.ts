/** The console inspector writes a timeline with what to check. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { commonCodes, methodCodes } from '../../src/failure/codes'
import { fallbacks } from '../../src/fallbacks'
import * as fallbackTexts from '../../src/fallbacks/texts'
import type { InspectorContext, Step, Upsdk } from '../../src/index'
import { consoleInspector } from '../../src/inspector'
import { openInApp } from '../../src/openInApp'
import * as linkTexts from '../../src/openInApp/texts'
import { serverCodes } from '../../src/server-codes'
import { fail, silent, succeed } from '../../wallet/simulator'
import { consoleLines, stepRecorder } from '../support/steps'
import { failureOf, kit, pass, rawUpsdk, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

const contextOf = (upsdk: Upsdk): Omit<InspectorContext, 'options'> => ({
  version: '',
  environment: upsdk.environment,
  methods: () => [],
  jsApiList: () => [],
})

describe('the hint that an inspector adds in a production build', () => {
  it('says to look at the order of a sent payment, unless it was cancelled', () => {
    const written = consoleLines()
    const inspector = consoleInspector()
    for (const [id, outcome] of [
      [1, 'unknown'],
      [2, 'cancelled'],
    ] as const) {
      const step = { id, method: 'pay', at: 0 }
      inspector.step({ ...step, type: 'called' })
      inspector.step({ ...step, type: 'sent' })
      inspector.step({ ...step, type: 'settled', outcome, hint: '' })
    }
    const settled = written.filter((line) => /unknown|cancelled/.test(line))
    expect(settled).toHaveLength(2)
    expect(settled[0]).toMatch(/order/)
    expect(settled[1]).not.toMatch(/order/)
  })
})

it('says no success of a call that would have answered at a failure alone, unless it did answer', () => {
  const written = consoleLines()
  const inspector = consoleInspector()
  for (const [id, after] of [
    [1, 1000],
    [2, 900],
  ] as const) {
    const step = { id, method: 'navi', at: 0 }
    inspector.step({ ...step, type: 'called' })
    inspector.step({ ...step, type: 'sent' })
    inspector.step({ ...step, at: after, type: 'settled', outcome: 'success' })
  }
  expect(written).toEqual([
    'info [upsdk-kit] navi sent, and no failure so far (waited 0 ms, took 1000 ms)',
    'info [upsdk-kit] navi ok (waited 0 ms, took 900 ms)',
  ])
})

it('says no time of a pluginReady that waited in vain, and no success of a call that is never answered', () => {
  const written = consoleLines()
  const inspector = consoleInspector()
  const settle = (method: string, outcome: 'success' | 'ready-timeout', isSent: boolean) => {
    const step = { id: written.length, method }
    inspector.step({ ...step, at: 8000, type: 'called' })
    if (isSent) inspector.step({ ...step, at: 8000, type: 'sent' })
    inspector.step({ ...step, at: 8001, type: 'settled', outcome, hint: '' })
  }
  settle('pluginReady', 'ready-timeout', false)
  settle('setNavigationBarTitle', 'success', true)
  expect(written[0]).toMatch(/^warn \[upsdk-kit] waiting for upsdk: ready-timeout:/)
  expect(written[1]).toBe(
    'info [upsdk-kit] setNavigationBarTitle handed to upsdk, and never answered (waited 0 ms, took 1 ms)',
  )
})

describe('consoleInspector', () => {
  const times = (text: string) => text.replace(/\d+ ms/g, '# ms')

  it('writes a timeline, and explains a failure only the first time', async () => {
    wallet({ answers: { bioDetect: fail('95'), scanQRCode: succeed('x') } })
    const written = consoleLines()
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

  it('brings its own hints, so that it explains failures of a production build', async () => {
    const sim = wallet()
    const { steps, ...inspector } = stepRecorder()
    const catalogues = [serverCodes]
    const upsdk = kit({
      inspector,
      catalogues,
      notify: false,
      fallbacks: fallbacks({ vibrate: () => Promise.reject('04') }),
    })
    for (const code of [...Object.keys({ ...commonCodes(), ...serverCodes }), 'X1']) {
      sim.answer('bioDetect', fail({ resp: code, msg: '0706-红包活动编号' }))
      await failureOf(upsdk.bioDetect())
    }
    for (const [methods, codes] of methodCodes.ownCodes())
      for (const method of ['pay', 'readAlbumData', 'sendHCEMessage', 'openApplet', 'addCommonApp'])
        for (const code of methods.test(method) ? Object.keys(codes) : []) {
          sim.answer(method, fail({ errcode: code }))
          await failureOf(upsdk.call(method as 'pay', { tn: '1' }))
        }
    sim.answer('vibrate', fail('c03'))
    await failureOf(upsdk.vibrate())
    await failureOf(upsdk.scanQRCode({}, { signal: {} as never }))
    upsdk.destroy()
    await failureOf(upsdk.scanQRCode())
    const written = consoleLines()
    const linesOf = (told: readonly Step[]) => {
      written.length = 0
      const reader = consoleInspector()
      reader.created?.({ ...contextOf(upsdk), options: { catalogues } })
      for (const step of told) reader.step(step)
      return [...written]
    }
    const isSdkText = ({ code }: { code?: string }) => /^c0[01]$/.test(String(code))
    const asInProduction = (step: Step): Step =>
      step.type === 'settled'
        ? { ...step, hint: '', ...(isSdkText(step) && { description: undefined }) }
        : step
    const expected = linesOf(steps)
    expect(expected.length).toBeGreaterThan(200)
    expect(linesOf(steps.map(asInProduction))).toEqual(expected)
  })

  it('says when a call was made, sent and settled', async () => {
    wallet({ readyAfter: 500, latency: 300 })
    const written = consoleLines()
    const call = kit({ inspector: consoleInspector() }).scanQRCode()
    await pass(2000)
    await call
    const [, waited = 0, took = 0] = (/waited (\d+) ms, took (\d+) ms/.exec(written.join()) || []).map(Number)
    expect(waited).toBeGreaterThanOrEqual(499)
    expect(waited).toBeLessThan(1100)
    expect(took).toBeGreaterThanOrEqual(299)
    expect(took).toBeLessThan(400)
  })

  it('says of a call that was not sent when it failed, and why it was not shown', async () => {
    wallet({ insideWallet: false })
    const written = consoleLines()
    await failureOf(kit({ inspector: consoleInspector() }).appletAuth())
    await pass(10)
    expect(written.map(times)).toEqual([
      expect.stringMatching(/^info \[upsdk-kit\] outside the wallet/),
      'warn [upsdk-kit] appletAuth outside-wallet (not sent): Not opened in the wallet app.',
      'info [upsdk-kit] appletAuth not shown: nobody tapped for it',
    ])
  })

  it('reports a payment without an answer, and a late answer', async () => {
    let answer: (() => void) | undefined
    rawUpsdk({ pay: (params: { success(): void }) => void (answer = params.success) })
    const written = consoleLines()
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
  ])('asks for %s whether %s was meant', async (misspelt, meant) => {
    wallet()
    const written = consoleLines()
    await failureOf(
      kit({ inspector: consoleInspector(), presenter: recorder() }).call(misspelt as 'pay', {} as never),
    )
    expect(written.join('\n')).toContain(`did you mean ${meant}?`)
  })

  it.each([
    ['a name like no other', 'somethingElse'],
    ['a name without end', 'x'.repeat(100_000)],
  ])('asks nothing for %s', async (_what, name) => {
    wallet()
    const written = consoleLines()
    await failureOf(
      kit({ inspector: consoleInspector(), presenter: recorder() }).call(name as 'pay', {} as never),
    )
    expect(written.join('\n')).not.toContain('did you mean')
  })

  it('warns of every malformed option, however deep', () => {
    wallet()
    const written = consoleLines()
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
      fallbacks: fallbacks({ vibrate: 5 as never, scanQRCode: () => 'x' }),
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

  it('warns about nothing if all options are well-formed', () => {
    wallet()
    const written = consoleLines()
    const run = () => {}
    const texts: Record<string, string> = {}
    for (const key of [
      ...['network', 'bad-config', 'aborted', '94', 'c02', 'C02', 'BC0024', 'bc0024', 'payment-unconfirmed'],
      ...[
        'button-96',
        'button-outside-wallet',
        'button-network',
        'open-elsewhere',
        'link-copied',
        'aim-camera',
      ],
      // The page may use codes of its own server, and those that a catalogue names.
      ...['E1001', '1001', 'SHOP_07', 'shop-closed'],
    ])
      texts[key] = 'x'
    kit({
      inspector: consoleInspector(),
      catalogues: [serverCodes, { S1: { reason: 'system', source: 'server', message: 'shop-closed' } }],
      messages: { en: texts },
      actions: {
        ...{ 96: { run }, c02: { run }, BC0024: { run }, network: { run }, 'payment-unconfirmed': { run } },
        ...{ 'no-phone': { run }, E1001: { run }, 4001: { run }, S1: { run }, 'shop-closed': { run } },
      },
    })
    expect(written).toEqual(['info [upsdk-kit] inside the wallet, android, cordova'])
  })

  it.each([
    ['netwrok', 'network'],
    ['out-side-wallet', 'outside-wallet'],
    ['Network', 'network'],
    ['BC024', 'BC0024'],
    ['bc0024', 'BC0024'],
    ['C02', 'c02'],
    ['a3l', 'a31'],
    ['payment-unconfirmd', 'payment-unconfirmed'],
  ])('asks for the action of %s whether %s was meant', (misspelt, meant) => {
    wallet()
    const written = consoleLines()
    kit({
      inspector: consoleInspector(),
      catalogues: [serverCodes],
      actions: { [misspelt]: { run() {} } },
    })
    expect(written.slice(1)).toEqual([
      `warn [upsdk-kit] actions["${misspelt}"] is no code, reason or text of the kit: did you mean ${meant}?`,
    ])
  })

  it.each([
    ['netwrok', 'network'],
    ['button-net-work', 'button-network'],
    ['open-elswhere', 'open-elsewhere'],
    ['c2', 'c02'],
  ])('asks for the message of %s whether %s was meant', (misspelt, meant) => {
    wallet()
    const written = consoleLines()
    kit({ inspector: consoleInspector(), messages: { en: { [misspelt]: 'x' } } })
    expect(written.slice(1)).toEqual([
      `warn [upsdk-kit] messages["en"]["${misspelt}"] is no code, reason or text of the kit: did you mean ${meant}?`,
    ])
  })

  it('knows the message keys of all parts', () => {
    const keys = [...Object.values(fallbackTexts), ...Object.values(linkTexts)].flatMap((text) =>
      'key' in text ? [text.key] : [],
    )
    wallet()
    const written = consoleLines()
    kit({
      inspector: consoleInspector(),
      messages: { en: Object.fromEntries(keys.map((key) => [key, 'x'])) },
    })
    expect(keys.length).toBeGreaterThan(15)
    expect(written.slice(1)).toEqual([])
  })

  it('warns about an unknown key, but not if a fallback of the page may read it', () => {
    wallet()
    const written = consoleLines()
    const messages = { en: { 'something-quite-else': 'x' } }
    kit({ inspector: consoleInspector(), messages })
    expect(written.slice(1)).toEqual([
      'warn [upsdk-kit] messages["en"]["something-quite-else"] is no code, reason or text of the kit',
    ])
    written.length = 0
    kit({ inspector: consoleInspector(), messages, fallbacks: fallbacks({ scanQRCode: () => 'x' }) })
    expect(written.slice(1)).toEqual([])
  })

  describe('with two kits', () => {
    it('keeps the calls of both apart even while both are open', async () => {
      const sim = wallet({ latency: 300, answers: { pay: silent() } })
      const written = consoleLines()
      const inspector = consoleInspector()
      const [shop, till] = [kit({ inspector, notify: false }), kit({ inspector, notify: false })]
      const payment = failureOf(till.pay({ tn: '1' }, { timeout: 3000 }))
      await pass(1000)
      const scan = shop.scanQRCode()
      await pass(5000)
      await Promise.all([payment, scan])
      expect(sim.calls).toHaveLength(2)
      expect(written.map(times)).toContainEqual(
        expect.stringMatching(/^warn .* pay timeout \(waited # ms, took # ms\)/),
      )
      const took = (method: string) =>
        Number(new RegExp(`${method} .*took (\\d+) ms`).exec(written.join('\n'))?.[1])
      expect(took('pay')).toBeGreaterThan(2000)
      expect(took('scanQRCode')).toBeLessThan(400)
    })

    it('finds hints of a production build in the catalogues of both', () => {
      wallet()
      const written = consoleLines()
      const inspector = consoleInspector()
      const first = kit({ inspector, catalogues: [serverCodes] })
      kit({ inspector })
      written.length = 0
      const { hint } = first.explain('BC0024', { method: 'scanQRCode' })
      const settled = { id: 1, method: 'scanQRCode', at: 0, type: 'settled', outcome: 'forbidden' } as const
      inspector.step({ ...settled, code: 'BC0024', hint: '' })
      expect(hint).not.toBe('')
      expect(written.join()).toContain(hint)
    })
  })

  it.each([
    ['a query', 'https://m.example/?id=7', {}, true],
    ['a query behind the hash', 'https://m.example/#/a?id=7', {}, true],
    ['no query', 'https://m.example/#/a', {}, false],
    ['a query, with keep', 'https://m.example/?id=7', { keep: ['id'] }, false],
    ['a query, with nothing to keep', 'https://m.example/?id=7', { keep: [] }, false],
    ['a query, with toLink', 'https://m.example/?id=7', { toLink: 'https://m.example/' }, false],
  ])(
    'warns of a dropped query if the page did not say what belongs to the link: %s',
    (_what, address, options, warns) => {
      wallet()
      vi.stubGlobal('location', new URL(address))
      const written = consoleLines()
      kit({ inspector: consoleInspector(), openInApp: openInApp({ encryptAppId: 'app', ...options }) })
      expect(written.some((line) => line.includes('without its query'))).toBe(warns)
      vi.unstubAllGlobals()
    },
  )

  it('does not warn about a dropped query without openInApp', () => {
    wallet()
    vi.stubGlobal('location', new URL('https://m.example/?id=7'))
    const written = consoleLines()
    kit({ inspector: consoleInspector() })
    expect(written.some((line) => line.startsWith('warn'))).toBe(false)
    vi.unstubAllGlobals()
  })

  it.each(['zh', 'zh-CN', 'zh-Hant-HK'])('writes Chinese if the browser is set to %s', async (language) => {
    wallet({ insideWallet: false })
    vi.spyOn(navigator, 'language', 'get').mockReturnValue(language)
    const written = consoleLines()
    await failureOf(
      kit({ inspector: consoleInspector(), locale: 'en', actions: { 99: {} } as never }).appletAuth(),
    )
    await pass(10)
    expect(written.map(times)).toEqual([
      expect.stringContaining('不在云闪付内'),
      'warn [upsdk-kit] 选项 actions 的 99 格式有误',
      expect.stringContaining('appletAuth outside-wallet (未发出)'),
      'info [upsdk-kit] appletAuth 未显示：不是用户点击触发的',
    ])
  })

  it('keeps no data of a call that has settled', async () => {
    wallet()
    consoleLines()
    const inspector = consoleInspector()
    const spy = vi.spyOn(Map.prototype, 'delete')
    await kit({ inspector }).scanQRCode()
    // Its keys are the ids of calls.
    expect(spy.mock.calls.filter(([key]) => typeof key === 'number')).toHaveLength(1)
  })
})
