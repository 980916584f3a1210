// @vitest-environment node
/** What a form from another site gets in place of the page. */
import { expect, it } from 'vitest'
import type { Exchange } from '../../../../wallet/server/exchange'
import { textsFor } from '../../../../wallet/server/serverTexts'
import { refuseOtherSites } from '../../../../wallet/server/sites'

it('does not say that the page answered badly, which was not asked', async () => {
  const texts = textsFor({ LANG: 'en' })
  let html = ''
  const response = { setHeader: () => undefined, end: (text: string) => void (html = text) }
  const headers = {
    host: 'localhost:9527',
    origin: 'https://login.example',
    'sec-fetch-site': 'cross-site',
    'content-type': 'multipart/form-data; boundary=a',
  }
  const request = { url: '/back', headers }
  const exchange = { request, response, method: 'POST', isDocument: true, host: headers.host }
  await expect(refuseOtherSites(texts)(exchange as unknown as Exchange)).resolves.toBe(true)
  expect(html).toContain(texts.askTooMuch)
  expect(html).toContain(`<h1>${texts.askTitle}</h1>`)
  expect(html).not.toContain(texts.failedTitle)
})
