/** In a whole browser, since the headless shell has no full screen. */
import { expect, it } from 'vitest'
import { describeInBrowser, page } from '../browser/harness'
import { answers, BUTTON, clickAt, dialog, onPage, TWO, until } from '../browser/screen'
import { KIT } from '../browser/scripts'

const COVER = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;background:#fff'

describeInBrowser('the dialog', () => {
  it('is above a full-screen element of the page’s', () =>
    onPage(
      {
        inWholeBrowser: true,
        ownTime: true,
        html: page(`<div id="cover" style="${COVER}"><button>full screen</button></div>${KIT}`),
      },
      async (opened) => {
        await opened.evaluate(
          `cover.onclick = () => cover.requestFullscreen().then(() => { cover.onclick = null; window.full = true }); 0`,
        )
        await opened.locator('#cover button').click()
        await until(opened, 'window.full')
        await dialog(opened, TWO)
        await clickAt(opened, `${BUTTON} >> nth=1`)
        expect(await answers(opened)).toEqual([true])
      },
    ))
})
