/**
 * The twenty-four usages of upsdk by real pages (their list names them R1 to R24), as functions over raw upsdk or a kit in
 * its place. They make the same calls in the same way; none of their code is copied.
 */
export type PageUpsdk = Record<string, (params?: unknown) => void>

/** What a page has besides upsdk: buttons, and what its callbacks write to. */
export interface PageTools {
  tap(run: () => unknown): void
  note(value: unknown): void
}

export interface RawPage {
  readonly id: string
  readonly what: string
  run(upsdk: PageUpsdk, tools: PageTools): void
}

export const SIGNATURE = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }
const SHARE = { title: 't', desc: 'd', shareUrl: 'https://a.example/', picUrl: '' }

export const rawPages: readonly RawPage[] = [
  {
    id: 'R1',
    what: 'signed checkout: config, ready, error, and a button that pays',
    run(upsdk, { tap, note }) {
      upsdk.config?.({ ...SIGNATURE })
      upsdk.ready?.(() => tap(() => upsdk.pay?.({ tn: '1', success: note, fail: note })))
      upsdk.error?.(note)
    },
  },
  {
    id: 'R2',
    what: 'signed, ready and error before config, a wrapper object, bare calls',
    run(upsdk, { tap, note }) {
      upsdk.ready?.(() => {
        upsdk.setNavigationBarRightButton?.({ title: 'menu', handler: note })
        tap(() => upsdk.showFlashInfo?.({ msg: 'hello' }))
        tap(() => upsdk.getLocationCity?.({ success: note, fail: note }))
        tap(() => upsdk.scanQRCode?.({ scanType: ['qrCode', 'barCode'], success: note, fail: note }))
        tap(() => upsdk.pay?.({ tn: '1', success: note, fail: note }))
        tap(() => upsdk.closeWebApp?.())
      })
      upsdk.error?.(note)
      upsdk.config?.({ ...SIGNATURE })
    },
  },
  {
    id: 'R3',
    what: 'the same in debug mode, with the text of the failure',
    run(upsdk, { tap, note }) {
      upsdk.ready?.(() =>
        tap(() =>
          upsdk.pay?.({
            tn: '1',
            fail(error: { msg: string }) {
              note(JSON.stringify(error))
              note(error.msg)
            },
          }),
        ),
      )
      upsdk.config?.({ ...SIGNATURE, debug: true })
    },
  },
  ...['R4', 'R5'].map((id) => ({
    id,
    what: 'UnionPay’s demo: pays without callbacks in ready, config last',
    run(upsdk: PageUpsdk, { note }: PageTools) {
      upsdk.ready?.(() => upsdk.pay?.({ tn: '1' }))
      upsdk.error?.(note)
      upsdk.config?.({ ...SIGNATURE })
    },
  })),
  {
    id: 'R6',
    what: 'a showcase of thirty buttons in pluginReady',
    run(upsdk, { tap, note }) {
      const both = { success: note, fail: note }
      upsdk.pluginReady?.(() => {
        upsdk.setTitleStyle?.({ appletStyle: 'black', backBtnVisible: 0 })
        upsdk.setTitleStyle?.({ backBtnVisible: '1', navBackgroundColor: '0xFFE21836' })
        const calls: Record<string, unknown> = {
          navi: { sLat: '31.2', sLon: '121.4', sName: 'a', dLat: '31.3', dLon: '121.5', dName: 'b' },
          setScreenBrightness: { brightness: '0.5' },
          changeScreenShot: { switch: true },
          monitorScreenShot: {},
          chooseFileFromAlbum: { maxSize: '524288', sourceType: '02' },
          readAlbumData: { bufferSize: '1024', fromOffset: '0', url: 'u' },
          openApplet: { appId: 'a' },
          collectCurrentApplet: {},
          addBankCard: { scene: '10007' },
          addCommonApp: { url: 'u' },
          getUserLogoutDate: {},
          showShareMorePanel: { ...SHARE },
          openBluetoothAdapter: {},
          saveData: { key: 'k', value: 'v' },
          queryData: { key: 'k' },
        }
        for (const name of Object.keys(calls))
          tap(() => upsdk[name]?.({ ...(calls[name] as object), ...both }))
        tap(() => upsdk.createWebView?.({ url: 'https://a.example/', title: 't', isFinish: '0' }))
        for (const name of ['scanQRCodeNew', 'qrCodePay', 'closeWebApp']) tap(() => upsdk[name]?.())
      })
    },
  },
  {
    id: 'R7',
    what: 'authorization in pluginReady, and an authorization button that calls the bridge itself',
    run(upsdk, { tap, note }) {
      upsdk.pluginReady?.(() => {
        upsdk.appletAuth?.({ success: note, fail: (error: { errmsg: string }) => note(error.errmsg) })
        tap(() => {
          const { cordova } = window as unknown as { cordova?: { exec(...values: unknown[]): void } }
          cordova?.exec(note, note, 'UPWebSdk', 'appletExplicitAuth', [{ scope: 'scope.mobile' }])
        })
        tap(() => upsdk.pay?.({ tn: '1', success: note, fail: note }))
      })
    },
  },
  {
    id: 'R8',
    what: 'a shop that signs at the first payment, twice in one tick, and marks itself ready too early',
    run(upsdk, { tap, note }) {
      const pay = () => upsdk.pay?.({ tn: '1', success: note, fail: note })
      tap(() => {
        upsdk.config?.({ ...SIGNATURE })
        upsdk.ready?.(pay)
        upsdk.config?.({ ...SIGNATURE })
      })
      tap(() => upsdk.ready?.(() => upsdk.showSharePopup?.({ ...SHARE })))
    },
  },
  {
    id: 'R9',
    what: 'device management: the server’s whole answer as config, a right button with an image, a scan',
    run(upsdk, { note }) {
      upsdk.config?.({ ...SIGNATURE, resp: '00', msg: 'ok', params: {} })
      upsdk.ready?.(() =>
        upsdk.setNavigationBarRightButton?.({
          image: 'https://a.example/i.png',
          handler: () =>
            upsdk.scanQRCode?.({
              scanType: ['qrCode'],
              success: (text: unknown) => note(String(text).indexOf('te') === 0),
              fail: note,
            }),
        }),
      )
    },
  },
  {
    id: 'R10',
    what: 'a bank’s page: console and title, taps that authorize, share and collect',
    run(upsdk, { tap, note }) {
      upsdk.pluginReady?.(() => {
        upsdk.addConsole?.()
        upsdk.setNavigationBarTitle?.({ title: 'bank' })
        tap(() => upsdk.appletAuth?.({ success: note, fail: note }))
        tap(() => upsdk.showSharePopup?.({ ...SHARE }))
        tap(() => upsdk.collectCurrentApplet?.({ success: note, fail: note }))
      })
    },
  },
  {
    id: 'R11',
    what: 'a signed test page: faces and albums in chunks, pages, events, pictures',
    run(upsdk, { tap, note }) {
      const both = { success: note, fail: note }
      upsdk.config?.({ ...SIGNATURE })
      upsdk.ready?.(() => {
        tap(() => upsdk.readFaceImageData?.({ bufferSize: '1024', fromOffset: '0', ...both }))
        tap(() => upsdk.openRNPage?.({ dest: 'd', extraData: {}, ...both }))
        tap(() => upsdk.deleteRecentlyUsedApplet?.({ appIdList: ['a'], ...both }))
        tap(() => upsdk.monitorScreenShot?.({ success: note }))
        tap(() => upsdk.chooseImage?.({ maxWidth: '500', maxHeight: '1000', sourceType: '1|2|3', ...both }))
      })
    },
  },
  {
    id: 'R12',
    what: 'logistics: promises around pay, location and navi, and never pluginReady',
    run(upsdk, { tap, note }) {
      const promised = (name: string, params: object) =>
        new Promise((success, fail) => upsdk[name]?.({ ...params, success, fail })).then(note, note)
      tap(() => promised('pay', { tn: '1' }))
      tap(() => promised('getLocationGps', {}))
      tap(() => promised('navi', { sLat: '31.2', sLon: '121.4', sName: 'a' }))
    },
  },
  {
    id: 'R13',
    what: 'a plug-in that promisifies by name, with calls on mount, before the bridge',
    run(upsdk, { tap, note }) {
      const withPromise = (name: string, options: object = {}) =>
        new Promise((success, fail) => upsdk[name]?.({ ...options, success, fail })).then(note, note)
      void withPromise('appletAuth')
      void withPromise('setTitleStyle', { appletStyle: 'black' })
      tap(() => upsdk.closeWebApp?.())
    },
  },
  {
    id: 'R14',
    what: 'carbon saving: appletAuth twice at once on load, title, share',
    run(upsdk, { tap, note }) {
      upsdk.appletAuth?.({ success: note })
      upsdk.appletAuth?.({ success: note })
      upsdk.pluginReady?.(() => {
        upsdk.setNavigationBarTitle?.({ title: 't' })
        tap(() => upsdk.showSharePopup?.({ ...SHARE }))
      })
    },
  },
  {
    id: 'R15',
    what: 'a uni-app shop: appletAuth on launch without pluginReady, payment by QR code',
    run(upsdk, { tap, note }) {
      upsdk.appletAuth?.({ success: note, fail: note })
      tap(() =>
        upsdk.qrPay?.({
          scanQrCodeContent: 'q',
          success: note,
          fail: (error: unknown) => note(JSON.stringify(error)),
        }),
      )
    },
  },
  {
    id: 'R16',
    what: 'a mall: config after login, a title when ready, a toast of the error object',
    run(upsdk, { tap, note }) {
      tap(() => {
        upsdk.config?.({ ...SIGNATURE })
        upsdk.ready?.(() => upsdk.setNavigationBarTitle?.({ title: 'mall' }))
        upsdk.error?.(note)
      })
    },
  },
  {
    id: 'R17',
    what: 'a developer’s notes: awaits a tn, then pays without pluginReady',
    run(upsdk, { tap, note }) {
      tap(async () => {
        const tn = await Promise.resolve('1')
        upsdk.pay?.({ tn, success: note, fail: note })
      })
    },
  },
  {
    id: 'R18',
    what: 'an article: styles as text, and a default height where upsdk lacks a method',
    run(upsdk, { note }) {
      upsdk.pluginReady?.(() => {
        upsdk.setTitleStyle?.({
          navBackgroundColor: '0x00FFFFFF',
          appletStyle: 'black',
          backBtnVisible: '1',
          appletTitleBarVisible: '1',
        })
        if (upsdk.getSystemInfo) upsdk.getSystemInfo({ success: note, fail: note })
      })
    },
  },
  {
    id: 'R19',
    what: 'UnionPay’s demo of 2016: window.upsdk as a parameter, pay without callbacks, a fail that reads the status',
    run(upsdk, { tap, note }) {
      const start = (sdk: PageUpsdk) => {
        sdk.ready?.(() => {
          tap(() => sdk.pay?.({ tn: '1', merchantId: 'm' }))
          tap(() => sdk.scanQRCode?.({ success: note, fail: note }))
        })
        sdk.error?.(note)
        setTimeout(() => sdk.config?.({ ...SIGNATURE }), 50)
      }
      start(upsdk)
    },
  },
  {
    id: 'R20',
    what: 'a subsidy for four apps: ready and error before a config that a request brings later',
    run(upsdk, { tap, note }) {
      upsdk.ready?.(() => tap(() => upsdk.pay?.({ tn: '1', success: note, fail: note })))
      upsdk.error?.(note)
      setTimeout(() => upsdk.config?.({ ...SIGNATURE }), 600)
    },
  },
  {
    id: 'R21',
    what: 'film tickets in a dozen apps: config by a request, error after it, pays by tap',
    run(upsdk, { tap, note }) {
      setTimeout(() => {
        upsdk.config?.({ ...SIGNATURE })
        upsdk.error?.(note)
        upsdk.ready?.(() => tap(() => upsdk.pay?.({ tn: '1', success: note, fail: note })))
      }, 100)
    },
  },
  {
    id: 'R22',
    what: 'a mixin that has upsdk as a module: config, style, pay',
    run(upsdk, { tap, note }) {
      upsdk.config?.({ ...SIGNATURE })
      upsdk.ready?.(() => {
        upsdk.setTitleStyle?.({ appletStyle: 'black' })
        tap(() => upsdk.pay?.({ tn: '1', success: note, fail: note }))
      })
    },
  },
  {
    id: 'R23',
    what: 'a cashier that pays by itself on mount',
    run(upsdk, { note }) {
      upsdk.pluginReady?.(() => upsdk.pay?.({ tn: '1', success: note, fail: note }))
    },
  },
  {
    id: 'R24',
    what: 'Taro: pay in a click handler, once ready',
    run(upsdk, { tap, note }) {
      tap(() => upsdk.pluginReady?.(() => upsdk.pay?.({ tn: '1', success: note, fail: note })))
    },
  },
]
