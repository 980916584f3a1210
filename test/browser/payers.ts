/** The snippets that pay, which guides quote, on the real SDK file: what they do at each end of a payment. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { describeInBrowser, PAGE_URL, page, script } from './harness'
import { DIALOG, onPage, TOAST } from './screen'
import { SDK } from './scripts'

const UNCONFIRMED = /Payment not confirmed yet|支付结果待确认/
const REFUSED = /isn't available|暂未开放/
const JQUERY = readFileSync('node_modules/jquery/dist/jquery.min.js', 'utf8')
/** The Chinese ones have the same code, which test/package/guides.test.ts compares. */
const snippet = (file: string) => readFileSync(`examples/snippets/en/${file}`, 'utf8')

/** A page with one of these snippets, and a button that pays by it. */
interface Payer {
  file: string
  html: string
  /** The page when it is left for its order. */
  order: string
}

/** A module as a classic script of a page that has the kit: `exports.pay` is what it exports. */
const asScript = (file: string) => {
  const { outputText } = ts.transpileModule(snippet(file), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020 },
  })
  return `var exports = {}, require = function () { return UpsdkKit }\n${outputText}`
}

const module = (file: string, tap: string): Payer => ({
  file,
  html: `${SDK}<script src="/kit.js"></script><button>Pay</button>
    <script>window.asked = []; function post(path) { asked.push(path); return window.answer() }
      window.told = []; function showMyToast(text) { told.push(text) }</script>
    <script src="/snippet.js"></script>
    <script>document.querySelector('button').onclick = function () { ${tap} }</script>`,
  order: `https://mini.example/order${file.includes('payment') ? '?id=A1' : ''}`,
})

/** The payers by their files. */
export const PAYERS: Payer[] = [
  module('payment.ts', `exports.pay({ id: 'A1', tn: '2018' }, this)`),
  module('callbacks.ts', `exports.pay('2018', this)`),
  module('refused-for-good.ts', `exports.pay('2018', this)`),
  {
    file: 'jquery.js',
    // After the one line, as the guide has both.
    html: `${snippet('one-line.html').replace('upsdk-kit.min.js', '/kit.js')}<button class="pay" data-tn="2018">Pay</button>
      <script src="/jquery.js"></script><script src="/snippet.js"></script>`,
    order: 'https://mini.example/order',
  },
]

const SENT_AND_FAILED = '{ fail: { desc: "支付失败" } }'
/** Native's answers, whether the user reads of each, and whether the page is left for its order. */
const ENDS: [what: string, native: string, dialog: boolean, toast: boolean, isLeft: boolean][] = [
  ['a success', '{ success: "" }', false, false, true],
  ['a payment that the user cancelled', '{ fail: { desc: "用户取消支付" } }', false, false, false],
  ['a refusal with c02, unsent', '{ status: "ILLEGAL_ACCESS_EXCEPTION" }', false, true, false],
  ['a failure after sending', SENT_AND_FAILED, true, false, false],
]

/** Describes what a snippet promises. */
export const describePayers = (payers: readonly Payer[]) =>
  describeInBrowser.each(payers)('the snippet $file', ({ file, html, order }) => {
    const isPromise = file.includes('payment')

    /** Opens the page, where the wallet answers a payment like this, and the page's server that an order is in `state`. */
    const onPay = async (
      native: string,
      answer: string,
      run: (opened: Parameters<Parameters<typeof onPage>[1]>[0]) => Promise<void>,
    ) =>
      onPage(
        {
          html: page(html),
          before: `window.readyNative = ${native}; window.answer = function () { return ${answer} }; window.left = []`,
          routes: {
            'https://mini.example/snippet.js': script(file.endsWith('.ts') ? asScript(file) : snippet(file)),
            'https://mini.example/jquery.js': script(JQUERY),
            'https://mini.example/order': { contentType: 'text/html', body: 'the order' },
          },
        },
        async (opened) => {
          await opened.evaluate(`native.answers['UPWebPay.pay'] = ${native}; 0`)
          await run(opened)
        },
      )
    const WAITING = `Promise.resolve({ state: 'waiting' })`
    const isDisabled = 'document.querySelector("button").disabled'

    it.each(ENDS)(
      'after %s shows what is to be shown, and leaves only when paid',
      async (_what, native, hasDialog, hasToast, isLeft) => {
        await onPay(native, WAITING, async (opened) => {
          await opened.locator('button').first().click()
          if (isLeft) return opened.waitForURL(order)
          if (hasDialog) await opened.locator(DIALOG).getByText(UNCONFIRMED).first().waitFor()
          if (hasToast) await opened.locator(TOAST).getByText(REFUSED).waitFor()
          await expect.poll(() => opened.evaluate(isDisabled)).toBe(false)
          // Long enough for what comes 0.4 s after the answer.
          await opened.waitForTimeout(600)
          expect(opened.url().split('?')[0]).toBe(PAGE_URL)
          expect(await opened.locator(DIALOG).count()).toBe(hasDialog ? 1 : 0)
          expect(await opened.locator(TOAST).count()).toBe(hasToast ? 1 : 0)
        })
      },
    )

    it('leads to the order from the dialog of a payment that may have been made', async () => {
      await onPay(SENT_AND_FAILED, WAITING, async (opened) => {
        await opened.locator('button').first().click()
        const view = opened.locator(DIALOG).getByRole('button', { name: /View order|查看订单/ })
        await view.waitFor()
        await opened.waitForTimeout(500)
        await view.click()
        await opened.waitForURL('https://mini.example/order')
      })
    })

    it('is quiet at a second tap under the open cashier, and gives the button back without an answer', async () => {
      await onPay('{ silent: true }', WAITING, async (opened) => {
        const button = opened.locator('button').first()
        await button.click()
        expect(await opened.evaluate(isDisabled)).toBe(true)
        // A second payment of the page, as by another button, is held back.
        await opened.evaluate(`${isDisabled} = false; document.querySelector("button").click(); 0`)
        await opened.waitForTimeout(600)
        expect(await opened.locator('[data-upsdk-kit]').count()).toBe(0)
        expect(
          await opened.evaluate(`native.calls.filter(({ name }) => name === 'UPWebPay.pay').length`),
        ).toBe(1)
        await opened.evaluate(`${isDisabled} = true; 0`)
        await expect.poll(() => opened.evaluate(isDisabled), { timeout: 120_000 }).toBe(false)
        expect(opened.url().split('?')[0]).toBe(PAGE_URL)
      })
    })

    it.runIf(file === 'refused-for-good.ts').each([
      ['says so in place of “not confirmed”', '{ fail: { desc: "余额不足" } }', true],
      ['does so where the text is in msg', '{ fail: { msg: "余额不足" } }', true],
      ['but not for a text that has more than that', '{ fail: { desc: "取消失败：余额不足" } }', false],
    ])('after what the acquirer calls unpaid %s', async (_what, native, isTold) => {
      await onPay(native, WAITING, async (opened) => {
        await opened.locator('button').first().click()
        if (!isTold) await opened.locator(DIALOG).getByText(UNCONFIRMED).first().waitFor()
        await expect.poll(() => opened.evaluate('told')).toEqual(isTold ? ['Not paid: 余额不足'] : [])
        await opened.waitForTimeout(600)
        expect(await opened.locator('[data-upsdk-kit]').count()).toBe(isTold ? 0 : 1)
        expect(await opened.evaluate(isDisabled)).toBe(false)
      })
    })

    it.runIf(isPromise)(
      'asks the server after a payment that may have been made, and leaves if it was',
      async () => {
        await onPay(SENT_AND_FAILED, `Promise.resolve({ state: 'paid' })`, async (opened) => {
          await opened.locator('button').first().click()
          await opened.waitForURL(order)
        })
      },
    )

    it.runIf(isPromise)('never says “try again” where the server cannot be asked', async () => {
      await onPay('{ success: "" }', `Promise.reject(new TypeError('Failed to fetch'))`, async (opened) => {
        // At the start of the page, say.
        expect(await opened.evaluate('exports.isPaid("A1")')).toBe(false)
        const dialog = opened.locator(DIALOG)
        await dialog.getByText(UNCONFIRMED).first().waitFor()
        expect(await opened.locator(TOAST).count()).toBe(0)
      })
    })
  })
