/**
 * The situations of the four pages, and what each page makes of them: on raw upsdk, with the kit as window.upsdk,
 * and rewritten to promises. Native gets the same in all three.
 */

export const PAGES = ['jQuery', 'Vue 2', 'Vue 3', 'React'] as const
export const MODES = ['raw', 'in place', 'promises'] as const

/** The visible state of a page. */
export interface Seen {
  /** The calls that native got, with their arguments. */
  sent: string[]
  /** What the page's callbacks and promises got, in order. */
  heard: string[]
  /** The page's own message. */
  page: string
  /** Toasts and dialogs of the kit's, with their buttons. */
  kit: string[]
  /** Whether a tap on `#pay` has an effect. */
  canPay: boolean
  /** Errors that reach the page's error reporting. */
  errors: string[]
}

/** `sent` is only in a cell whose mode sends something else than the others. */
type Cell = Omit<Seen, 'sent' | 'errors'> & Partial<Pick<Seen, 'sent'>>

interface Situation {
  what: string
  /** Situations of the same place happen one after the other, in one document. */
  place: 'in the wallet' | 'outside' | 'without a bridge'
  /** Native's answers to actions, as source of the page: `native.answers` of nativeSide.mjs. */
  native?: Record<string, string>
  /** The button that is tapped, and the ms that pass then. */
  taps: readonly (readonly [selector: '#pay' | '#face', ms: number])[]
  sent: string[]
  seen: Record<(typeof PAGES)[number], Record<(typeof MODES)[number], Cell>>
}

const columns = (raw: Cell, inPlace: Cell, promises: Cell) => ({ raw, 'in place': inPlace, promises })

const cell = (page: string, heard: string[] = [], kit: string[] = []): Cell => ({
  page,
  heard,
  kit,
  canPay: true,
})
const QUIET = cell('')
/** Without an answer, an old page shows this for ever. */
const WAITS = cell('请稍候')
const NOT_READY: Cell = { ...QUIET, canPay: false }
const PAID = {
  success: cell('支付成功', ['success ""']),
  raw: cell('支付成功', ['resolved ""']),
  promise: cell('支付成功', ['resolved']),
}
/** The state of a page that shows the text that it got. */
const shows = (how: 'fail' | 'rejected', got: { errmsg?: string; msg?: string }) =>
  cell(got.errmsg || got.msg || '', [`${how} ${JSON.stringify(got)}`])
/** The state of a page that leaves messages to the kit. */
const rejected = (error: string, ...kit: string[]) => cell('', [`rejected: ${error}`], kit)
const waitsUnder = (kit: string): Cell => ({ ...WAITS, kit: [kit] })

/** What old pages get if the kit itself refuses a call. */
const refusal = (reason: string, text: string) => ({ errcode: reason, errmsg: text, code: reason, msg: text })
const CANCELLED = { msg: '用户取消支付' }
const FACE = { errcode: '94', errmsg: '人像比对次数超限' }
const FORBIDDEN = { msg: 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！' }
const OUTSIDE = refusal('outside-wallet', '请在云闪付中打开本页面')
/** A payment that is held back once, since the one before it has no answer. */
const HELD_BACK = refusal('busy', '支付结果待确认，请先查看订单，请勿重复支付')
const NO_BRIDGE = refusal('ready-timeout', '支付未发起，请重试或重新进入页面')

const FACE_DIALOG = 'dialog 人像验证未通过，请明天再试 [知道了]'
const FORBIDDEN_TOAST = 'toast 该支付方式暂未开放，支付未发起，请换一种方式'
const UNCONFIRMED_DIALOG = 'dialog 支付结果待确认 请先查看订单，请勿重复支付 [知道了]'
const OUTSIDE_DIALOG = `dialog ${OUTSIDE.msg} [知道了]`
const NO_BRIDGE_TOAST = `toast ${NO_BRIDGE.msg}`
/** The message for a `pluginReady` callback that waits after a tap. */
const TAPPED_READY_TOAST = 'toast 页面加载超时，请重试或退出后重新进入'

const SET_TITLE = 'UPWebBars.setNavigationBarTitle ["收银台"]'
const COMPARE_FACE = 'UPFacePlugin.bioDetect [{}]'
const pay = (tn: string) => `UPWebPay.pay [{"tn":"${tn}","mode":"00"}]`

/** The state after a second payment that was held back and said so, and the success of the first. */
const paidFirst = (paid: Cell, ...heard: string[]): Cell => ({
  ...paid,
  heard: [...heard, ...paid.heard],
  sent: [pay('tn1')],
})
const HEARD_BUSY = 'rejected: busy, not sent, retry never'

export const situations: readonly Situation[] = [
  {
    what: 'it opens',
    place: 'in the wallet',
    taps: [],
    sent: [SET_TITLE],
    seen: {
      jQuery: columns(QUIET, QUIET, QUIET),
      'Vue 2': columns(QUIET, QUIET, QUIET),
      'Vue 3': columns(QUIET, QUIET, QUIET),
      React: columns(QUIET, QUIET, QUIET),
    },
  },
  {
    what: 'the payment is made',
    place: 'in the wallet',
    native: { 'UPWebPay.pay': `{ success: '' }` },
    taps: [['#pay', 1000]],
    sent: [pay('tn1')],
    seen: {
      jQuery: columns(PAID.success, PAID.success, PAID.promise),
      'Vue 2': columns(PAID.raw, PAID.raw, PAID.promise),
      'Vue 3': columns(PAID.success, PAID.success, PAID.promise),
      React: columns(PAID.raw, PAID.raw, PAID.promise),
    },
  },
  {
    what: 'the user cancels the payment',
    place: 'in the wallet',
    native: { 'UPWebPay.pay': `{ fail: { desc: '用户取消支付', msg: '用户取消支付' } }` },
    taps: [['#pay', 1000]],
    sent: [pay('tn1')],
    seen: {
      jQuery: columns(
        shows('fail', CANCELLED),
        shows('fail', CANCELLED),
        rejected('cancelled, sent, retry now'),
      ),
      'Vue 2': columns(
        shows('rejected', CANCELLED),
        shows('rejected', CANCELLED),
        rejected('cancelled, sent, retry now'),
      ),
      'Vue 3': columns(WAITS, WAITS, rejected('cancelled, sent, retry now')),
      React: columns(
        shows('rejected', CANCELLED),
        shows('rejected', CANCELLED),
        rejected('cancelled, sent, retry now'),
      ),
    },
  },
  {
    what: 'the face check has failed too often (94)',
    place: 'in the wallet',
    native: { 'UPFacePlugin.bioDetect': `{ fail: ${JSON.stringify(FACE)} }` },
    taps: [['#face', 1000]],
    sent: [COMPARE_FACE],
    seen: {
      jQuery: columns(
        shows('fail', FACE),
        shows('fail', FACE),
        rejected('identity, sent, retry later', FACE_DIALOG),
      ),
      'Vue 2': columns(
        shows('rejected', FACE),
        shows('rejected', FACE),
        rejected('identity, sent, retry later', FACE_DIALOG),
      ),
      'Vue 3': columns(WAITS, waitsUnder(FACE_DIALOG), rejected('identity, sent, retry later', FACE_DIALOG)),
      React: columns(
        shows('rejected', FACE),
        shows('rejected', FACE),
        rejected('identity, sent, retry later', FACE_DIALOG),
      ),
    },
  },
  {
    what: 'payments are not enabled (c02)',
    place: 'in the wallet',
    native: { 'UPWebPay.pay': `{ status: 'ILLEGAL_ACCESS_EXCEPTION' }` },
    taps: [['#pay', 1000]],
    sent: [pay('tn1')],
    seen: {
      jQuery: columns(
        shows('fail', FORBIDDEN),
        shows('fail', FORBIDDEN),
        rejected('forbidden, not sent, retry later', FORBIDDEN_TOAST),
      ),
      'Vue 2': columns(
        shows('rejected', FORBIDDEN),
        shows('rejected', FORBIDDEN),
        rejected('forbidden, not sent, retry later', FORBIDDEN_TOAST),
      ),
      'Vue 3': columns(
        WAITS,
        waitsUnder(FORBIDDEN_TOAST),
        rejected('forbidden, not sent, retry later', FORBIDDEN_TOAST),
      ),
      React: columns(
        shows('rejected', FORBIDDEN),
        shows('rejected', FORBIDDEN),
        rejected('forbidden, not sent, retry later', FORBIDDEN_TOAST),
      ),
    },
  },
  {
    what: 'a second payment follows one without an answer, and native then says that the first is made',
    place: 'in the wallet',
    native: {
      // The user cancels the second one in the end, after this has been looked at.
      'UPWebPay.pay': `([{ tn }]) => {
        native.wait = tn === 'tn1' ? 7000 : 4000
        return tn === 'tn1' ? { success: '' } : { fail: { desc: '用户取消支付' } }
      }`,
    },
    taps: [
      ['#pay', 6000],
      ['#pay', 2000],
    ],
    sent: [pay('tn1'), pay('tn2')],
    seen: {
      jQuery: columns(
        PAID.success,
        paidFirst(PAID.success, `fail ${JSON.stringify(HELD_BACK)}`),
        paidFirst(PAID.promise, HEARD_BUSY),
      ),
      'Vue 2': columns(
        PAID.raw,
        paidFirst(PAID.raw, `rejected ${JSON.stringify(HELD_BACK)}`),
        paidFirst(PAID.promise, HEARD_BUSY),
      ),
      // The page gives no `fail`.
      'Vue 3': columns(PAID.success, paidFirst(PAID.success), paidFirst(PAID.promise, HEARD_BUSY)),
      React: columns(
        PAID.raw,
        paidFirst(PAID.raw, `rejected ${JSON.stringify(HELD_BACK)}`),
        paidFirst(PAID.promise, HEARD_BUSY),
      ),
    },
  },
  {
    what: 'the payment gets no answer',
    place: 'in the wallet',
    native: { 'UPWebPay.pay': '{ silent: true }' },
    taps: [['#pay', 16_000]],
    sent: [pay('tn1')],
    seen: {
      // The page asks when a second tap would be sent.
      jQuery: columns(WAITS, WAITS, cell('付好了吗？')),
      // The page has a time limit of its own.
      'Vue 2': columns(WAITS, WAITS, rejected('timeout, sent, retry never', UNCONFIRMED_DIALOG)),
      // Its `pending` ends when a second tap would be sent.
      'Vue 3': columns(WAITS, WAITS, QUIET),
      React: columns(WAITS, WAITS, QUIET),
    },
  },
  {
    what: 'it is not in the wallet',
    place: 'outside',
    taps: [['#pay', 1000]],
    sent: [],
    seen: {
      jQuery: columns(
        WAITS,
        shows('fail', OUTSIDE),
        rejected('outside-wallet, not sent, retry never', OUTSIDE_DIALOG),
      ),
      'Vue 2': columns(
        WAITS,
        shows('rejected', OUTSIDE),
        rejected('outside-wallet, not sent, retry never', OUTSIDE_DIALOG),
      ),
      'Vue 3': columns(
        WAITS,
        waitsUnder(OUTSIDE_DIALOG),
        rejected('outside-wallet, not sent, retry never', OUTSIDE_DIALOG),
      ),
      React: columns(
        WAITS,
        shows('rejected', OUTSIDE),
        rejected('outside-wallet, not sent, retry never', OUTSIDE_DIALOG),
      ),
    },
  },
  {
    what: 'the bridge never comes up',
    place: 'without a bridge',
    taps: [['#pay', 9000]],
    sent: [],
    seen: {
      jQuery: columns(
        WAITS,
        shows('fail', NO_BRIDGE),
        rejected('ready-timeout, not sent, retry now', NO_BRIDGE_TOAST),
      ),
      // The code in `pluginReady` never runs, but its user has tapped for it.
      'Vue 2': columns(
        WAITS,
        waitsUnder(TAPPED_READY_TOAST),
        rejected('ready-timeout, not sent, retry now', NO_BRIDGE_TOAST),
      ),
      'Vue 3': columns(
        WAITS,
        waitsUnder(NO_BRIDGE_TOAST),
        rejected('ready-timeout, not sent, retry now', NO_BRIDGE_TOAST),
      ),
      // The code that enables the button never runs either.
      React: columns(NOT_READY, NOT_READY, rejected('ready-timeout, not sent, retry now', NO_BRIDGE_TOAST)),
    },
  },
]
