/** The kit reads the results of a page's own requests by the real jQuery, passed to `notify` unchanged. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, page, script } from './harness'
import { KIT } from './scripts'

const JQUERY = script(readFileSync('node_modules/jquery/dist/jquery.min.js', 'utf8'))
const EXPIRED = { contentType: 'application/json', body: '{"resp":"a31","msg":"不合法的授权code，或已过期"}' }

/** Passes a request by jQuery to `notify`, and returns what it gives. @param then what happens to it */
async function asked(address: string, then = ''): Promise<unknown> {
  const opened = await openPage({
    html: page(`<script src="/jquery.js"></script>${KIT}`),
    routes: { 'https://mini.example/jquery.js': JQUERY, 'https://mini.example/expired': EXPIRED },
  })
  try {
    return await opened.evaluate(`new Promise((resolve) => {
      const upsdk = UpsdkKit.createUpsdk()
      const tell = (...given) => {
        const error = upsdk.notify(...given)
        resolve(error && [error.reason, error.code, document.querySelectorAll('[data-upsdk-kit="toast"]').length])
      }
      const request = $.ajax({ url: ${JSON.stringify(address)}, error: tell, success: (body, _text, request) => tell(request) })
      ${then}
    })`)
  } finally {
    await opened.done()
  }
}

describeInBrowser('a request by jQuery', () => {
  it('that found no server is shown as a bad connection', async () => {
    expect(await asked('/nowhere')).toEqual(['network', undefined, 1])
  })

  it('that the page aborted is not shown', async () => {
    expect(await asked('/nowhere', 'request.abort()')).toEqual(['aborted', undefined, 0])
  })

  it('that a server answered is read by UnionPay’s code in its body', async () => {
    expect(await asked('/expired')).toEqual(['unauthorized', 'a31', 1])
  })
})
