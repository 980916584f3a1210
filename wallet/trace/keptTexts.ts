/** Decides what may stay of codes and texts in a trace, and in a report of the log: nothing that may be about a person. */
import { commonCodes, readText, toCode } from '../../src/internalsWithoutDom'

/** Marks omitted text in a trace. With it, the kit still reads the rest as it read the whole text. */
const LEFT_OUT = '…'
/** Matches what is too long for a code of UnionPay's, and may be the number of a person, a card or an order. */
const LONG_NUMBER = /\d{7}/
const AT_END = /\[(\w+)\]$/
/** Matches a cancellation at the start of a longer text. */
const STARTS_CANCELLED = /^(用户取消|用戶取消|您取消|您已取消|已取消|取消)/
/** Words of the official table that distinguish the meanings of a code. */
const MEANINGS = ['验签失败', '接口调用权限认证失败', '业务权限认证失败', '竖表权限', 'sm_algorithm_failed']

/** Is a value a code that may stay in a trace? */
export function isKeptCode(value: unknown): boolean {
  const code = toCode(value)
  return code !== undefined && !LONG_NUMBER.test(code)
}

/** Keeps only the part of a failure's text that the kit recognises; undefined if it recognises none. */
export function keptText(text: string): string | undefined {
  const trimmed = text.trim()
  if (!trimmed) return text ? ' ' : ''
  if (toCode(trimmed)) return isKeptCode(trimmed) ? trimmed : undefined
  const { refused, isSdkText, onlyCancelled, reason } = readText(text)
  if (refused) return '调用方法缺少参数'
  if (onlyCancelled || isSdkText) return trimmed
  const beginning = beginningOfSdkText(trimmed)
  const cancelled = reason === 'cancelled' ? STARTS_CANCELLED.exec(trimmed)?.[0] : undefined
  const words = MEANINGS.filter((word) => text.includes(word))
  if (reason === 'cancelled' && !cancelled) words.push('cancelled by user')
  const [bracketed = '', last] = AT_END.exec(trimmed) || []
  const code = isKeptCode(last) ? bracketed : ''
  if (!beginning && !cancelled && !code && !words.length) return undefined
  return [beginning || cancelled || '', ...words, code].join(LEFT_OUT)
}

/** Finds cordova's own words before a colon in the SDK file's text (see `codeOfSdkText`). */
function beginningOfSdkText(text: string): string | undefined {
  const beginnings = Object.keys(commonCodes()).map(
    (code) => /^[A-Z_]+(?=:)/.exec(commonCodes()[code]?.description || '')?.[0],
  )
  return beginnings.filter((words) => words && text.startsWith(words))[0]
}
