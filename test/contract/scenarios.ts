/**
 * How upsdk behaves (upsdk-behaviour §2), as scenarios that run on any wallet: on the simulator, and in Chromium on
 * the real SDK file. Each `run` is passed to the browser as text, so it may use nothing but its argument. Its result
 * is compared with `expected`.
 */
export interface Place {
  generation: '2020' | '2021' | 'latest'
  platform: 'android' | 'ios' | 'harmony'
  bridge: 'cordova' | 'jsbridge'
  insideWallet: boolean
}

/** The wallet as a scenario drives it. */
export interface WalletUnderTest {
  /** The raw upsdk. */
  upsdk: Record<string, (params?: unknown) => unknown> & { jsApiList: unknown }
  /** Sets native's answer; `fail` takes a code or something raw. */
  answer(method: string, kind: 'succeed' | 'fail' | 'silent', value?: unknown): void
  /** Lists the calls that reached native. */
  calls(): { method: string; params: unknown }[]
  /** Waits until the bridge is up; it is down at the start. */
  up(): Promise<void>
  /** Waits until native has answered. */
  answered(): Promise<void>
  fire(event: string, fields?: Record<string, unknown>): void
}

export interface Scenario {
  name: string
  /** The places to which the scenario applies; by default everywhere inside the wallet. */
  where?(place: Place): boolean
  run(wallet: WalletUnderTest): Promise<unknown>
  expected: unknown | ((place: Place) => unknown)
}

const cordova = ({ bridge, insideWallet }: Place) => bridge === 'cordova' && insideWallet
const outside = ({ insideWallet }: Place) => !insideWallet

export const scenarios: readonly Scenario[] = [
  {
    name: 'H1 before the bridge is up a call vanishes',
    async run({ upsdk, up, answered, calls }) {
      let called = 0
      upsdk.scanQRCode?.({ success: () => called++, fail: () => called++ })
      await up()
      await answered()
      return [called, calls().length]
    },
    expected: [0, 0],
  },
  {
    name: 'H1 so does the share panel, which asks for no way in once the bridge is up',
    async run({ upsdk, up, answered, calls }) {
      const share = { title: 't', desc: 'd', picUrl: '', shareUrl: 'https://mini.example/' }
      upsdk.showSharePopup?.(share)
      await up()
      await answered()
      const before = calls().length
      upsdk.showSharePopup?.(share)
      await answered()
      return [before, calls().length > 0]
    },
    expected: [0, true],
  },
  {
    name: 'H2 without pluginReady a call fails with c05',
    async run({ upsdk, up, answered, calls }) {
      await up()
      let failure: unknown
      upsdk.scanQRCode?.({ fail: (raw: unknown) => (failure = raw) })
      await answered()
      return [(failure as { errcode: string }).errcode, calls().length]
    },
    expected: ['c05', 0],
  },
  {
    name: 'H3 a pluginReady callback that throws keeps those behind it from running',
    async run({ upsdk, up }) {
      const ran: number[] = []
      upsdk.pluginReady?.(() => ran.push(1))
      upsdk.pluginReady?.(() => {
        throw new Error('expected by this scenario')
      })
      upsdk.pluginReady?.(() => ran.push(3))
      await up()
      return ran
    },
    expected: [1],
  },
  {
    name: 'H4 outside the wallet pluginReady fires at once (since 2021), and calls vanish all the same',
    where: outside,
    async run({ upsdk, answered, calls }) {
      let ready = 0
      let called = 0
      upsdk.pluginReady?.(() => ready++)
      upsdk.scanQRCode?.({ success: () => called++, fail: () => called++ })
      upsdk.appletAuth?.({ success: () => called++, fail: () => called++ })
      await answered()
      return [ready, called, calls().length, upsdk.isInsideWallet]
    },
    expected: ({ generation }: Place) => [generation === '2020' ? 0 : 1, 0, 0, false],
  },
  {
    name: 'pluginReady calls back when the bridge comes up, and at once from then on',
    async run({ upsdk, up }) {
      const ran: string[] = []
      upsdk.pluginReady?.(() => ran.push('waited'))
      ran.push('not yet')
      await up()
      upsdk.pluginReady?.(() => ran.push('at once'))
      return ran
    },
    expected: ['not yet', 'waited', 'at once'],
  },
  {
    name: 'H8 methods are replaced on the object when the bridge comes up',
    async run({ upsdk, up }) {
      const before = upsdk.pay
      await up()
      return [typeof before, before === upsdk.pay]
    },
    expected: ['function', false],
  },
  {
    name: 'H9 the first of two appletAuth calls before the bridge is lost',
    async run({ upsdk, up, answered, answer, calls }) {
      answer('appletAuth', 'succeed', 'x')
      const got: number[] = []
      upsdk.appletAuth?.({ success: () => got.push(1) })
      upsdk.appletAuth?.({ success: () => got.push(2) })
      await up()
      await answered()
      return [got, calls().length]
    },
    expected: [[2], 1],
  },
  {
    name: 'H10 appletAuth removes the callbacks from the page’s object, pay writes mode into it',
    async run({ upsdk, up, answered }) {
      await up()
      upsdk.pluginReady?.(() => {})
      const auth = { success() {}, fail() {} }
      const order = { tn: '1', merchantId: 'm', success() {} }
      upsdk.appletAuth?.(auth)
      upsdk.pay?.(order)
      await answered()
      return [Object.keys(auth), Object.keys(order)]
    },
    expected: [[], ['tn', 'success', 'mode']],
  },
  {
    name: 'H11 some methods never call back',
    async run({ upsdk, up, answered, calls }) {
      await up()
      upsdk.pluginReady?.(() => {})
      let called = 0
      const callbacks = { success: () => called++, fail: () => called++ }
      upsdk.setNavigationBarTitle?.({ title: 't', ...callbacks })
      upsdk.showFlashInfo?.({ msg: 'm', ...callbacks })
      upsdk.createWebView?.({ url: 'u', ...callbacks })
      await answered()
      return [called, calls().map(({ method }) => method)]
    },
    expected: [0, ['setNavigationBarTitle', 'showFlashInfo', 'createWebView']],
  },
  {
    name: 'H13 pay gives only a text, and hides JSON in it',
    async run({ upsdk, up, answered, answer }) {
      await up()
      upsdk.pluginReady?.(() => {})
      const failures: unknown[] = []
      for (const raw of [{ code: '01', msg: '用户取消支付' }, '', '支付失败']) {
        answer('pay', 'fail', raw)
        upsdk.pay?.({ tn: '1', fail: (failure: unknown) => failures.push(failure) })
        await answered()
      }
      return failures
    },
    expected: [{ msg: '用户取消支付' }, { msg: '支付插件调用失败' }, { msg: '支付失败' }],
  },
  {
    name: 'H13 a text from native arrives as {msg}, an object unchanged',
    async run({ upsdk, up, answered, answer }) {
      await up()
      upsdk.pluginReady?.(() => {})
      const failures: unknown[] = []
      for (const raw of ['a text', { errcode: '94', errmsg: 'x' }]) {
        answer('bioDetect', 'fail', raw)
        upsdk.bioDetect?.({ fail: (failure: unknown) => failures.push(failure) })
        await answered()
      }
      return failures
    },
    expected: [{ msg: 'a text' }, { errcode: '94', errmsg: 'x' }],
  },
  {
    name: 'pay without tn fails at once, and does not reach native',
    async run({ upsdk, up, calls }) {
      await up()
      upsdk.pluginReady?.(() => {})
      let failure: unknown
      upsdk.pay?.({ fail: (raw: unknown) => (failure = raw) })
      return [(failure as { msg: string }).msg, calls().length]
    },
    expected: ({ generation }: Place) => [
      generation === '2020' ? 'pay璋冪敤鏂规硶缂哄皯鍙傛暟tn' : 'pay调用方法缺少参数tn',
      0,
    ],
  },
  {
    name: 'H14 chooseImage without an object throws',
    async run({ upsdk, up }) {
      await up()
      upsdk.pluginReady?.(() => {})
      try {
        upsdk.chooseImage?.()
        return 'went on'
      } catch (error) {
        return (error as Error).name
      }
    },
    expected: 'TypeError',
  },
  {
    name: 'H16 some methods are undefined until the bridge is up',
    where: ({ generation, insideWallet }) => generation === 'latest' && insideWallet,
    async run({ upsdk, up }) {
      const before = typeof upsdk.getSelfAppletCollectStatus
      await up()
      return [before, typeof upsdk.getSelfAppletCollectStatus]
    },
    expected: ['undefined', 'function'],
  },
  {
    name: 'H17 c02 comes as the SDK’s own object, with a text for developers',
    where: cordova,
    async run({ upsdk, up, answered, answer }) {
      await up()
      upsdk.pluginReady?.(() => {})
      answer('bioDetect', 'fail', 'c02')
      let failure: unknown
      upsdk.bioDetect?.({ fail: (raw: unknown) => (failure = raw) })
      await answered()
      return failure
    },
    expected: { errcode: 'c02', errmsg: 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！' },
  },
  {
    name: 'H20 a double tap sends two payments',
    async run({ upsdk, up, answered, calls }) {
      await up()
      upsdk.pluginReady?.(() => {})
      upsdk.pay?.({ tn: '1' })
      upsdk.pay?.({ tn: '1' })
      await answered()
      return calls().length
    },
    expected: 2,
  },
  {
    name: 'H21 parameters without the usual prototype are dropped silently',
    async run({ upsdk, up, answered, calls }) {
      await up()
      upsdk.pluginReady?.(() => {})
      upsdk.pay?.(Object.assign(Object.create(null), { tn: '1' }))
      await answered()
      return calls()
    },
    expected: [{ method: 'pay', params: {} }],
  },
  {
    name: 'chooseImage is answered with base64 and type',
    async run({ upsdk, up, answered, answer }) {
      await up()
      upsdk.pluginReady?.(() => {})
      answer('chooseImage', 'succeed', { base64: 'b', url: 'a.png' })
      let image: unknown
      upsdk.chooseImage?.({ success: (value: unknown) => (image = value) })
      await answered()
      return image
    },
    expected: { base64: 'b', type: 'png' },
  },
  {
    name: 'scanQRCode is answered with the text',
    async run({ upsdk, up, answered, answer }) {
      await up()
      upsdk.pluginReady?.(() => {})
      answer('scanQRCode', 'succeed', 'text')
      let text: unknown
      upsdk.scanQRCode?.({ success: (value: unknown) => (text = value) })
      await answered()
      return text
    },
    expected: 'text',
  },
  {
    name: 'in signed mode ready runs after config, and jsApiList has the allowed methods',
    async run({ upsdk, up, answered, answer, calls }) {
      answer('config', 'succeed', { jsApiList: [{ plugin: 'P', actions: ['scanQRCode'] }] })
      let ready = 0
      upsdk.config?.({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' })
      upsdk.ready?.(() => ready++)
      await up()
      await answered()
      return [ready, upsdk.jsApiList, calls()]
    },
    expected: [
      1,
      ['scanQRCode'],
      [{ method: 'config', params: { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' } }],
    ],
  },
  {
    name: 'H23 after a refused config error() calls back at once, and pluginReady reopens the SDK',
    async run({ upsdk, up, answered, answer, calls }) {
      await up()
      answer('config', 'fail', { errmsg: 'refused' })
      const told: unknown[] = []
      upsdk.error?.((failure: unknown) => told.push(['before', failure]))
      upsdk.config?.({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' })
      await answered()
      upsdk.error?.((failure: unknown) => told.push(['after', failure]))
      upsdk.saveData?.({ key: 'k', fail: (failure: { errcode: string }) => told.push(failure.errcode) })
      upsdk.pluginReady?.(() => {})
      upsdk.saveData?.({ key: 'k' })
      await answered()
      return [told, calls().map(({ method }) => method)]
    },
    expected: [
      [['before', { errmsg: 'refused' }], ['after', { errmsg: 'refused' }], 'c05'],
      ['config', 'saveData'],
    ],
  },
  {
    name: 'H29 ready waits for an accepted config; it runs at once after pluginReady has run, and after appletConfig',
    async run({ upsdk, up, answered, answer }) {
      const signed = () => ({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' })
      const ran: string[] = []
      upsdk.ready?.(() => ran.push('before'))
      await up()
      answer('config', 'fail', { errmsg: 'refused' })
      upsdk.config?.(signed())
      await answered()
      upsdk.ready?.(() => ran.push('after a refusal'))
      upsdk.pluginReady?.(() => ran.push('pluginReady'))
      upsdk.ready?.(() => ran.push('after pluginReady'))
      upsdk.config?.(signed())
      await answered()
      upsdk.appletConfig?.({ appId: 'a', success() {}, fail() {} })
      await answered()
      upsdk.ready?.(() => ran.push('after appletConfig'))
      answer('config', 'succeed', { jsApiList: [] })
      upsdk.config?.(signed())
      await answered()
      return ran
    },
    expected: ['pluginReady', 'after pluginReady', 'after appletConfig', 'before', 'after a refusal'],
  },
  {
    name: 'H29 outside the wallet ready runs after any config (since 2021), and else never',
    where: outside,
    async run({ upsdk }) {
      const ran: string[] = []
      upsdk.ready?.(() => ran.push('waits'))
      const before = ran.length
      upsdk.config?.({})
      upsdk.ready?.(() => ran.push('at once'))
      return [before, ran]
    },
    expected: ({ generation }: Place) => [0, generation === '2020' ? [] : ['waits', 'at once']],
  },
  {
    name: 'a config without a signature is refused at once, with a text',
    async run({ upsdk, up, calls }) {
      await up()
      let failure: unknown
      upsdk.error?.((raw: unknown) => (failure = raw))
      upsdk.config?.({ appId: 'a', nonceStr: 'n', timestamp: '1' })
      return [Object.keys(failure as object), calls().length]
    },
    expected: [['msg'], 0],
  },
  {
    name: 'H15 an event has one slot: the second handler replaces the first',
    async run({ upsdk, up, answered, fire }) {
      await up()
      upsdk.pluginReady?.(() => {})
      const heard: unknown[] = []
      upsdk.registerBluetoothDeviceFound?.({ callback: () => heard.push('first') })
      upsdk.registerBluetoothDeviceFound?.({
        callback: (event: { n: number }) => heard.push(['second', event.n]),
      })
      await answered()
      fire('BluetoothDeviceFound', { n: 7 })
      return heard
    },
    expected: [['second', 7]],
  },
  {
    name: 'monitorScreenShot calls success for its answer and its event, until removeScreenShot',
    async run({ upsdk, up, answered, fire }) {
      await up()
      upsdk.pluginReady?.(() => {})
      const heard: unknown[] = []
      upsdk.monitorScreenShot?.({ success: (value?: Event) => heard.push(value?.type || 'answer') })
      await answered()
      fire('screenShotAction')
      upsdk.removeScreenShot?.({})
      fire('screenShotAction')
      return heard
    },
    expected: ['answer', 'screenShotAction'],
  },
  {
    name: 'H21 an async success is ignored, an async fail is not',
    async run({ upsdk, up, answered, answer }) {
      await up()
      upsdk.pluginReady?.(() => {})
      const told: string[] = []
      const callbacks = {
        success: async () => void told.push('success'),
        fail: async () => void told.push('fail'),
      }
      answer('saveData', 'succeed', { code: '00' })
      upsdk.saveData?.({ key: 'k', ...callbacks })
      await answered()
      answer('saveData', 'fail', { code: '01' })
      upsdk.saveData?.({ key: 'k', ...callbacks })
      await answered()
      return told
    },
    expected: ['fail'],
  },
  {
    name: 'H21 async callbacks of pluginReady, ready and error, and async handlers of events, never run',
    async run({ upsdk, up, answered, fire }) {
      const told: string[] = []
      upsdk.pluginReady?.(async () => void told.push('waited'))
      upsdk.ready?.(async () => void told.push('ready'))
      upsdk.error?.(async () => void told.push('error'))
      await up()
      upsdk.pluginReady?.(async () => void told.push('at once'))
      upsdk.config?.({ appId: 'a' })
      upsdk.pluginReady?.(() => {})
      upsdk.registerBluetoothDeviceFound?.({ callback: async () => void told.push('event') })
      await answered()
      fire('BluetoothDeviceFound')
      return told
    },
    expected: [],
  },
  {
    name: 'H28 shareSinglePlugin throws without shareId, and is answered with it',
    async run({ upsdk, up, answered }) {
      await up()
      upsdk.pluginReady?.(() => {})
      let called = 0
      try {
        upsdk.shareSinglePlugin?.({ title: 't', success: () => called++ })
        return 'went on'
      } catch (error) {
        upsdk.shareSinglePlugin?.({ title: 't', shareId: '3', success: () => called++ })
        await answered()
        return [(error as Error).name, called]
      }
    },
    expected: ['ReferenceError', 1],
  },
  {
    name: 'H28 a falsy answer over the other bridge arrives as undefined',
    async run({ upsdk, up, answered, answer }) {
      await up()
      upsdk.pluginReady?.(() => {})
      const got: string[] = []
      for (const value of ['', 0, null, 'text']) {
        answer('saveData', 'succeed', value)
        upsdk.saveData?.({ key: 'k', success: (value: unknown) => got.push(String(JSON.stringify(value))) })
        await answered()
      }
      return got
    },
    expected: ({ bridge }: Place) =>
      bridge === 'cordova'
        ? ['""', '0', 'null', '"text"']
        : ['undefined', 'undefined', 'undefined', '"text"'],
  },
  {
    name: 'a config for another address is refused at once; one for this address reaches native',
    async run({ upsdk, up, answered, calls }) {
      await up()
      const signed = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }
      const told: string[] = []
      upsdk.error?.((failure: { msg: string }) => told.push(typeof failure.msg))
      upsdk.config?.({ ...signed, url: 'https://other.example/' })
      await answered()
      const before = calls().length
      upsdk.config?.({ ...signed, url: location.href.split('#')[0] })
      await answered()
      return [told, before, calls().length]
    },
    expected: [['string'], 0, 1],
  },
  {
    name: 'H23 after a refused config showSharePopup still works',
    async run({ upsdk, up, calls }) {
      await up()
      upsdk.showSharePopup?.({ title: 't', shareUrl: 'https://mini.example/' })
      return calls().some(({ method }) => /showSharePopup$/.test(method))
    },
    expected: true,
  },
  {
    name: 'H30 a refused share calls no callback, and the payment that fails next gets its c02',
    where: cordova,
    async run({ upsdk, up, answered, answer }) {
      await up()
      upsdk.pluginReady?.(() => {})
      const told: unknown[] = []
      const callbacks = {
        success: () => told.push('success'),
        fail: (failure: unknown) => told.push(failure),
      }
      answer('showSharePopup', 'fail', 'c02')
      upsdk.showSharePopup?.({ title: 't', shareUrl: 'https://mini.example/', ...callbacks })
      await answered()
      answer('pay', 'fail', '支付处理中')
      upsdk.pay?.({ tn: '1', ...callbacks })
      await answered()
      return told
    },
    expected: [{ msg: 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！' }],
  },
  {
    name: 'appletConfig opens the SDK, too',
    async run({ upsdk, up, answered }) {
      await up()
      const told: string[] = []
      const ask = () =>
        upsdk.vibrate?.({
          success: () => told.push('success'),
          fail: (failure: { errcode: string }) => told.push(failure.errcode),
        })
      upsdk.appletConfig?.({ success() {} })
      ask()
      await answered()
      ask()
      await answered()
      return told
    },
    where: ({ generation, insideWallet }) => generation !== '2020' && insideWallet,
    expected: ['c05', 'success'],
  },
]

export const expectedAt = ({ expected }: Scenario, place: Place): unknown =>
  typeof expected === 'function' ? expected(place) : expected

export const appliesTo = (scenario: Scenario, place: Place): boolean =>
  scenario.where ? scenario.where(place) : place.insideWallet
