/** A trace of the real SDK file, over each bridge, replays in the simulator to the same steps. */
import { expect, it } from 'vitest'
import { describeInBrowser, globalFile, openPage, page, SDK_URL, walletAgent } from '../../browser/harness'

const places = [
  { platform: 'android', bridge: 'cordova' },
  { platform: 'ios', bridge: 'jsbridge' },
  { platform: 'ios', bridge: 'cordova' },
  { platform: 'android', bridge: 'jsbridge' },
] as const

const ANSWERS = `native.wait = 30; native.answers = new Proxy({}, { get: (_, name) => {
  const method = String(name).split('.').pop()
  return {
    getLocationGps: { success: '{"latitude":"31.2","longitude":"121.4"}' },
    scanQRCode: { success: { value: 'https://secret.example/' } },
    queryData: { success: { code: '00', msg: '', key: 'k', value: 'SECRET' } },
    bioDetect: { fail: '{"errcode":"94","errmsg":"SECRET"}' },
    getSharedData: window.cordova ? { status: 'ILLEGAL_ACCESS_EXCEPTION' } : { fail: { errcode: 'c02', errmsg: 'x' } },
    pay: { fail: { msg: '用户取消支付' } },
    verifyPayPwd: { fail: { errcode: 'N62138', errmsg: 'SECRET' } },
    appletAuth: { success: { code: 'SECRETCODE' } },
  }[method] || { success: undefined }
} })`

/** Makes calls one after another, and keeps each outcome, and every step without its time. */
const VISIT = `
  window.visit = async (inspectorSteps) => {
    const outcomes = []
    const typesOf = (value) => value === null || typeof value !== 'object' ? typeof value : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typesOf(one)]))
    const upsdk = UpsdkKit.createUpsdk({ locale: 'en', presenter: { toast() {}, dialog: async () => true },
      inspector: { step: ({ at, hint, description, ...step }) => inspectorSteps.push(step) } })
    for (const [method, params] of [['appletAuth'], ['getLocationGps'], ['scanQRCode', { scanType: ['qrCode'] }], ['queryData', { key: 'SECRET' }],
      ['bioDetect'], ['getSharedData', { key: 'SECRET' }], ['verifyPayPwd', { transNo: 'SECRET', bizType: '1' }], ['pay', { tn: 'SECRET' }]]) {
      outcomes.push(await upsdk[method](params).then((value) => ['ok', typesOf(value)], (error) => [error.reason, error.code || null, error.retry]))
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    return outcomes
  }`

describeInBrowser('the recorder, on the real SDK file', () => {
  it.concurrent.each(places)(
    'over $bridge on $platform records a trace that replays to the same steps',
    async (place) => {
      const recorded = await openPage({
        userAgent: walletAgent(place),
        before: ANSWERS,
        html: page(
          `<script src="/recorder.js"></script><script>var recording = UpsdkKit.record()</script><script src="${SDK_URL}"></script><script src="/kit.js"></script><script>${VISIT}</script>`,
        ),
        routes: { 'https://mini.example/recorder.js': globalFile('recorder') },
        fresh: true,
      })
      const seen = await recorded.evaluate<{ outcomes: unknown; steps: unknown; trace: string }>(
        `(async () => { const steps = []; const outcomes = await visit(steps); return { outcomes, steps, trace: JSON.stringify(recording.stop()) } })()`,
      )
      await recorded.done()
      expect(seen.trace).not.toContain('SECRET')
      expect(seen.trace).not.toContain('secret')

      const replayed = await openPage({
        html: page(
          `<script src="/simulator.js"></script><script>UpsdkKit.installSimulator({ latency: 30, replay: ${seen.trace} })</script><script src="/kit.js"></script><script>${VISIT}</script>`,
        ),
        routes: { 'https://mini.example/simulator.js': globalFile('simulator') },
        fresh: true,
      })
      const again = await replayed.evaluate<{ outcomes: unknown; steps: unknown }>(
        `(async () => { const steps = []; const outcomes = await visit(steps); return { outcomes, steps } })()`,
      )
      await replayed.done()
      expect(again.outcomes).toEqual(seen.outcomes)
      expect(again.steps).toEqual(seen.steps)
    },
  )
})
