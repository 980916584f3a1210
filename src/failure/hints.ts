import { hasOwn } from '../lib/values'
import type { CodeEntry } from '../types/codes'
import type { Cause, Explanation, Reason } from '../types/failure'
import type { CommonCode } from './codes'

/** The facts that a hint follows from. */
export interface HintFacts {
  readonly reason: Reason
  readonly code?: string
  readonly method?: string
  /** The cause, if several share the reason. */
  readonly cause?: Cause
  /** The hint of a page's own fallback. */
  readonly hint?: string
  /** The entry of the code, if a table has one. */
  readonly entry?: Partial<Pick<CodeEntry, 'source' | 'hint' | 'variants'>>
  /** The payment may have been made. */
  readonly mayBePaid?: boolean
}

/**
 * The hints in English. Each table has its twin in Chinese in `inspector/hints.ts`, by the same keys: a hint that is
 * missing there does not compile.
 */
export const reasonHints: { readonly [R in Reason]: string } = {
  'outside-wallet': 'Not opened in the wallet app.',
  'sdk-missing': 'upsdk.js is not loaded: check its script tag, or set `script: true`.',
  'ready-timeout': 'The wallet bridge did not come up in `readyTimeout`.',
  'not-ready': 'Called outside pluginReady.',
  forbidden: 'Have the permission enabled on the open platform, and the domain registered.',
  unsupported: 'This wallet does not have the method.',
  'invalid-params': 'Check the parameters.',
  'bad-signature': 'Check appId, url, signature and frontToken of `config`.',
  'bad-config': '`config` needs appId, nonceStr, timestamp and signature.',
  unauthorized: 'Get a new code with appletAuth.',
  identity: 'Identity check not passed.',
  'user-state': 'The account cannot do this.',
  permission: 'Not allowed in the settings of the phone.',
  network: 'No connection.',
  busy: 'The same call, or a payment, is still open.',
  cancelled: 'Cancelled by the user.',
  timeout: 'Sent, but not answered in time.',
  aborted: 'Given up by the page.',
  system: 'The wallet or a server failed.',
  unknown: 'No known code: log `error.raw`.',
}

export const causeHints: { readonly [C in Cause]: string } = {
  destroyed:
    'This kit was destroyed, which is final: make one kit for the page, outside of React components.',
  'given up': 'Given up by the page.',
  replaced: 'Another call took its place before it was sent.',
  'malformed signal': 'Options "signal" and "beforeSending" must be an AbortSignal, not its controller.',
  fallback: 'From its fallback, not from the wallet.',
  'no tap': 'The browser does this on a tap only: call it in a click handler.',
}

/** Hints by code, for the codes that every kit knows. A code without a line has the hint of its reason. */
export const codeHints = {
  94: 'Face check failed too often today: offer another way, such as `verifyPayPwd`.',
  95: 'Face check failed; the user may try again.',
  96: 'Face check not enabled; offer a way with `actions`.',
  99: 'No real-name check yet; offer a way with `actions`.',
  // The official table names pluginReady too: raw upsdk may be called outside it, the kit never is (H24).
  c02: 'A permission or capability is not enabled on the open platform, or the domain is not registered. Also look for calls of raw upsdk outside pluginReady.',
  c99: '`pay` needs a tn.',
  c102: 'The wallet app is too old.',
  __ENV__10002: 'Illegal timeout of the authorization button.',
  a20: 'The frontToken of your server is wrong or has expired (2 h): fetch a new one, and sign `upsdk.config` again.',
  a10: 'The backendToken is wrong or has expired: renew it on your server.',
} satisfies Partial<Record<CommonCode, string>>

/** Official texts of the SDK file that native uses for other failures too, so they do not identify a code. */
const officialTexts: Readonly<Record<string, string>> = {
  c00: '参数错误',
  c01: '签名未通过, 不能访问插件',
}

const noCause = 'The wallet names no cause.'
const noSuchApp = 'No such app: check appId or url.'
const notLoggedIn = 'Not logged in to the wallet.'

/** Hints by a pattern of method names, for codes that these methods use in their own way. */
export const methodHints = {
  'Album|Recording|readFace 03': 'The file is larger than `maxSize`.',
  'Album|Recording|readFace 04': noCause,
  'Album|Recording|readFace 07': 'The file is gone: let the user choose again.',
  'pay 02': 'The wallet says that it failed.',
  'collectCurrentApplet 01': 'Already followed.',
  'collectCurrentApplet 02': 'Not in a mini-program page.',
  'collectCurrentApplet 05': noCause,
  'addCommonApp 03': noSuchApp,
  'addCommonApp 04': 'Already there.',
  'addCommonApp 05': notLoggedIn,
  'Applet 101': 'appId is empty.',
  'Applet 102': noSuchApp,
  'shareSingle|showShareMore 01': "The channel's app is not installed, or the call failed.",
  'shareSingle|showShareMore 02': 'Check shareType and shareId.',
  'recentlyUsed 01': notLoggedIn,
  'recentlyUsed 02': noCause,
  'HCE 1001': 'This phone has no NFC.',
  'HCE 1002': 'NFC is off.',
  'HCE 1003': 'This phone has no HCE.',
  'HCE 1004': 'The wallet is not the default app for NFC.',
  'HCE 1101': 'Registration failed.',
  'HCE 1102': 'Check the list of AIDs.',
  'HCE 1301': 'The message was not sent.',
  'HCE 1402': 'Registration could not be taken back.',
}

/** Hints that follow from no reason, cause or code. */
export const otherHints = {
  carried: 'Hand over the parsed body, not what carries it.',
  wentWell: 'It went well: there is nothing to show.',
  askBackend: 'Ask your backend for the order before another payment.',
  oneOf: 'One of:',
}

/** Finds the official text of a code that the tables of the build leave out. */
export const officialTextOf = (code: string): string | undefined =>
  hasOwn(officialTexts, code) ? officialTexts[code] : undefined

/** Tells a developer what to check, in English. Only the development build and the inspectors have this. */
export function hintOf({ hint, mayBePaid, ...facts }: HintFacts): string {
  return (hint || ofFacts(facts)) + (mayBePaid ? ` ${otherHints.askBackend}` : '')
}

/** Adds what only developers read: the hint, and the official text of a code of the SDK file's own. */
export function addDeveloperTexts(
  explanation: Explanation,
  entry: Partial<CodeEntry>,
  more: Pick<HintFacts, 'method' | 'cause' | 'hint' | 'mayBePaid'>,
): void {
  const { code, reason, description } = explanation
  explanation.hint = hintOf({ code, reason, entry, ...more })
  if (entry.source === 'sdk') explanation.description = description || officialTextOf(String(code))
}

const ofCodes: Readonly<Record<string, string>> = codeHints

function ofFacts({ reason, code, method, cause, entry = {} }: HintFacts): string {
  if (cause) return causeHints[cause]
  const { source, hint, variants } = entry
  const ofCode = code && source && (source === 'method' ? ofMethod(method, code) : ofCodes[code])
  return (ofCode || hint || reasonHints[reason]) + candidatesOf(variants)
}

function ofMethod(method = '', code: string): string | undefined {
  for (const key of Object.keys(methodHints) as (keyof typeof methodHints)[]) {
    const [pattern = '', own] = key.split(' ')
    // A number may have lost its leading zero.
    if ((own === code || own === `0${code}`) && new RegExp(pattern).test(method)) return methodHints[key]
  }
  return undefined
}

/** Lists all meanings of a code, if the server's own text does not tell which of them it has. */
function candidatesOf(variants: CodeEntry['variants']): string {
  if (!variants) return ''
  const list = variants.map((one) => one.description + (one.solution ? ` (${one.solution})` : ''))
  return ` ${otherHints.oneOf} ${list.join('; ')}`
}
