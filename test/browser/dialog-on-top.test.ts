/** A dialog opens above everything on the page, with its buttons within reach. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser, page } from './harness'
import { answers, BUTTON, clickAt, DIALOG, dialog, onPage, TWO } from './screen'
import { KIT } from './scripts'

describeInBrowser('the dialog', () => {
  const COVER = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;background:#fff'

  /** Checks that both buttons of the dialog work by the mouse. */
  async function expectReachable(opened: Page): Promise<void> {
    for (const nth of [0, 1]) {
      await dialog(opened, TWO)
      expect(await opened.locator(`${DIALOG} [role]`).boundingBox()).toMatchObject({ x: 0, y: 0, width: 375 })
      await clickAt(opened, `${BUTTON} >> nth=${nth}`)
      expect(await answers(opened)).toEqual([false, true].slice(0, nth + 1))
    }
  }

  it.each(['manual', 'auto'])('is above a popover of the page’s: %s', (kind) =>
    onPage(
      { ownTime: true, html: page(`<div id="cover" popover="${kind}" style="${COVER}">page</div>${KIT}`) },
      async (opened) => {
        await opened.evaluate('cover.showPopover(); 0')
        await expectReachable(opened)
      },
    ),
  )

  it.each([
    ['scrolled', 'transform:translateY(0)'],
    ['moved', 'transform:translate(300px,500px)'],
    ['tiny', 'transform:scale(.1)'],
  ])('is within reach if the page has transformed html: %s', (_how, css) =>
    onPage(
      { ownTime: true, html: page(`<style>html{${css}} body{height:3000px}</style>${KIT}`) },
      async (opened) => {
        await opened.evaluate('scrollTo(0, 2000)')
        await expectReachable(opened)
      },
    ),
  )
})
