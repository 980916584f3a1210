/** A `shareLink` reaches native unchanged through each method of the real SDK file that shares. */
import { expect, it } from 'vitest'
import { describeInBrowser, globalFile, openPage, page, SDK_THEN_KIT, walletAgent } from '../browser/harness'

const FILE = 'https://mini.example/open-in-app.js'
const OPTIONS = { encryptAppId: 'e435a17fdd158318', toLink: 'https://m.example/商品?q=1+1=2#/shop/7' }

const METHODS = [
  ['showSharePopup', {}],
  ['shareSinglePlugin', { shareId: '01', shareType: '1' }],
  ['showShareMorePanel', { shareList: [{ shareId: '01', shareType: '1' }] }],
] as const

describeInBrowser.each([
  { platform: 'android', bridge: 'cordova' },
  { platform: 'ios', bridge: 'jsbridge' },
] as const)('shareLink over $bridge', (agent) => {
  it.each(METHODS)('reaches native unchanged through %s', async (method, more) => {
    const opened = await openPage({
      userAgent: walletAgent(agent),
      html: page(`${SDK_THEN_KIT}<script src="${FILE}"></script>`),
      routes: { [FILE]: globalFile('open-in-app') },
    })
    const { link, sent } = await opened.evaluate(
      async ({ method, more, options }) => {
        const { UpsdkKit, native } = window as unknown as {
          UpsdkKit: typeof import('../../src/index') & typeof import('../../src/openInApp')
          native: { calls: { args: unknown[] }[] }
        }
        const upsdk = UpsdkKit.createUpsdk()
        const link = UpsdkKit.shareLink(options)
        await upsdk.ready()
        native.calls.length = 0
        upsdk
          .call(method, { title: 't', desc: 'd', picUrl: '', shareUrl: link, ...more } as never)
          .catch(() => {})
        while (!native.calls.length) await new Promise((resolve) => setTimeout(resolve, 10))
        return { link, sent: JSON.stringify(native.calls) }
      },
      { method, more, options: OPTIONS },
    )
    await opened.done()
    // The link is whole: nothing is added before or after it.
    expect(sent).toContain(`"${link}"`)
  })
})
