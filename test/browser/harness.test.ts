import { expect, it } from 'vitest'
import { describeInBrowser, openPage } from './harness'

describeInBrowser('a page that a test opens', () => {
  it('has the usual size, also in a tab that another test made wider', async () => {
    const earlier = await openPage()
    await earlier.setViewportSize({ width: 568, height: 320 })
    await earlier.done()
    const opened = await openPage()
    expect(await opened.evaluate('[innerWidth, innerHeight]')).toEqual([375, 667])
    await opened.done()
  })
})
