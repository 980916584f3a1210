/** Which rejections reach a page's error reporting, in real Chromium with the real SDK file. */
import { expect, it } from 'vitest'
import { BROWSER_AGENT, describeInBrowser, openPage, page, SDK_THEN_KIT } from './harness'

const PLACES = {
  'outside the wallet': { userAgent: BROWSER_AGENT },
  'with a bridge that never comes up': { before: `window.readyAfter = 'never'` },
  'with a bridge that does not load': { bridgeFails: true },
} as const

/** Runs a script of the page, waits for all deadlines, and returns the reasons of unhandled rejections. */
async function unhandled(script: string, place: keyof typeof PLACES): Promise<string[]> {
  const opened = await openPage({
    ownTime: true,
    ...PLACES[place],
    html: page(`<script>
        window.reasons = []
        addEventListener('unhandledrejection', ({ reason }) => reasons.push(reason.reason))
      </script>${SDK_THEN_KIT}<script>${script}</script>`),
  })
  await opened.clock.runFor(20_000)
  const reasons = await opened.evaluate<string[]>('reasons')
  await opened.done()
  return reasons
}

const IN_PLACE = 'window.upsdk = UpsdkKit.createUpsdk()'

describeInBrowser(
  'a page that has the kit as window.upsdk, and calls it without handling the promise,',
  () => {
    it.each([
      'outside the wallet',
      'with a bridge that never comes up',
      'with a bridge that does not load',
    ] as const)('has no unhandled rejection of pluginReady() %s', async (place) => {
      expect(await unhandled(`${IN_PLACE}; upsdk.pluginReady()`, place)).toEqual([])
    })

    it.each(['outside the wallet', 'with a bridge that never comes up'] as const)(
      'has no unhandled rejection of ready() %s',
      async (place) => {
        expect(await unhandled(`${IN_PLACE}; upsdk.ready()`, place)).toEqual([])
      },
    )

    it.each(['outside the wallet', 'with a bridge that never comes up'] as const)(
      'has no unhandled rejection if it gives a callback, %s',
      async (place) => {
        expect(
          await unhandled(`${IN_PLACE}; upsdk.pluginReady(() => {}); upsdk.ready(() => {})`, place),
        ).toEqual([])
      },
    )
  },
)

describeInBrowser('a page that has a kit of its own', () => {
  it.each([
    ['outside the wallet', 'outside-wallet'],
    ['with a bridge that never comes up', 'ready-timeout'],
  ] as const)('%s has an unhandled rejection of ready() if it does not handle it', async (place, reason) => {
    expect(await unhandled('UpsdkKit.createUpsdk().ready()', place)).toEqual([reason])
  })
})
