/** Reads whether a page's own text says that something failed. */

/** A failure that may come, or not: “如支付失败，款项将原路退回”. It is none. */
const CONDITION =
  /(如果?|若|倘若|万一|一旦|是否|避免|防止|如遇|\bif\b|\bwhen\b|\bin case\b)[^，。；！？,.;!?\n]*?(失败|失敗|[未不]成功|取消|fail\w*|cancel\w*)/gi

/** The same of a success: “支付失败，如已付款请联系客服” says that none is known. */
const CONDITION_OF_SUCCESS =
  /(如果?|若|倘若|万一|一旦|是否|如遇|\bif\b|\bwhen\b|\bin case\b)[^，。；！？,.;!?\n]*?(成功|已(支付|付款|扣款)|paid|success\w*)/gi

/** “支付失败怎么办” leads to help, and says of no payment that it failed. */
const QUESTION = /[^，。；！,.;!\n]*(怎么|怎麼|如何|为什么|為什麼|[?？])/g

/** What the text says without its conditions and questions. A success that did not come is a failure. */
const withoutConditions = (text: string): string =>
  text
    .replace(CONDITION, '')
    .replace(CONDITION_OF_SUCCESS, '')
    .replace(QUESTION, '')
    .replace(/(未能?|没有?|沒有)(支付|付款)成功|(支付|付款)(没有?|沒有|未能)成功/g, '支付失败')

/** Matches a text about a failed payment, or one that was called off: in either, the user pays again. */
const PAYMENT_FAILED =
  /(支付|付款|扣款|缴费|缴纳|续费|结算|交易|购买|购票|订购|下单|订单|充值)(失败|未成功|不成功|出错|已?被?取消)|(支付|付款|扣款|繳費|繳納|續費|結算|交易|購買|購票|訂購|下單|訂單|儲值)失敗|^(操作)?(失败|失敗)|(已|用户|用戶)取消|取消了|payment (has )?failed|payment (was )?(not |un)successful|payment (has been |was )?(cancell?ed|declined)|failed to pay|^fail(ed)?\W*$/i

/** Matches a text that says that the user has paid, whatever else failed. */
const PAID = /(支付|付款|扣款)成功|已(支付|付款|扣款)|payment (was )?successful/i

/** Does the text say that the user has paid? */
export const saysPaid = (text: string): boolean => PAID.test(withoutConditions(text))

/** Does the text say that a payment failed, or was cancelled? */
export const saysPaymentFailed = (text: string): boolean =>
  PAYMENT_FAILED.test(withoutConditions(text)) && !saysPaid(text)
