/** Payments: two at once, and a page that says of one which may be paid that it failed. */
import { traitsOf } from '../../../src/internalsWithoutDom'
import type { LogEntry } from '../../shared/log'
import { isRefusedByBridge } from '../../shared/logStatus'
import { isCancellation } from '../../shared/outcomes'
import { paymentBefore } from '../../shared/paymentBefore'
import type { DiagnosisTable, OtherRecords, Said } from './diagnosis'

/** A second payment within these ms is a double tap, as long as the first is open. */
const DOUBLE_TAP = 5000

/** Does a payment reach native while an earlier one should hold it back? */
function twoPayments({ id, at, method, reached }: LogEntry, { payments }: OtherRecords): boolean {
  if (!reached || !traitsOf(method).payment) return false
  for (const other of payments.values()) {
    const heldUntil = Math.min(other.answered?.at ?? Infinity, other.at + DOUBLE_TAP)
    if (other.id < id && at < heldUntil) return true
  }
  return false
}

/** If a page shows a text within these ms after an answer, the text is about that answer. */
const TOLD_WITHIN = 3000

/** Does the page say that a payment failed which may have been made: before its answer, after a failure or a success? */
function sentToldFailed(entry: LogEntry, others: OtherRecords): Said {
  const { id, method, reached, answered } = entry
  if (!reached || !traitsOf(method).payment) return false
  const about = others.failures.filter(({ at }) => paymentBefore(others.payments.values(), at)?.id === id)
  if (!answered) return about.length > 0 && { texts: about }
  const { how, value, at: end } = answered
  const isUnpaid = (how === 'fail' && isCancellation(method, value)) || isRefusedByBridge(entry)
  const texts = about.filter(({ at }) => at < end || (!isUnpaid && at < end + TOLD_WITHIN))
  return texts.length > 0 && { texts }
}

export const payments = {
  'two-payments': {
    hazards: ['H20'],
    isFixedByKit: true,
    ofCall: twoPayments,
    sentences: {
      zh: (method) => [
        `上一笔支付还没有返回就再次调用 ${method}，用户可能看到两个支付页面，重复付款`,
        '请在支付返回之前禁用按钮，不要重复调用',
      ],
      en: (method) => [
        `${method} is called while another payment is open: the user may see two payment pages and pay twice.`,
        'Disable the button until the payment has answered.',
      ],
    },
    background: {
      zh: 'upsdk 不拦截重复的调用：连点两次就是两次支付，云闪付会依次显示两个收银台。',
      en: 'upsdk does not hold back a second call: a double tap is two payments, and the wallet shows two cashiers, one after the other.',
    },
  },
  'sent-told-failed': {
    hazards: ['H13', 'H20'],
    isFixedByKit: false,
    ofCall: sentToldFailed,
    sentences: {
      zh: (method) => [
        `${method} 已经发出，用户可能已经付款，页面却提示支付失败或取消，用户可能再付一次`,
        '请提示“支付结果待确认”，并引导用户先查看订单；页面自己写的文字，要在页面里改',
      ],
      en: (method) => [
        `${method} was sent and may have been paid, but the page says that it failed or was cancelled: the user may pay again.`,
        'Say that the payment is not confirmed yet, and lead to the order. A text that the page words itself has to be changed there.',
      ],
    },
    background: {
      zh: '支付失败时，upsdk 只给出一段文字，错误码被丢弃。这段文字不能说明钱有没有付出：网络中断、应用被切到后台时，银行可能已经扣款。是否付款只有后端的订单知道。',
      en: 'Of a failed payment, upsdk gives a text alone and drops its code. That text does not tell whether money was taken: after a lost network, or with the app in the background, the bank may have charged it. Only your server’s order knows.',
    },
  },
} satisfies DiagnosisTable
