import { hasOwn } from '../lib/values'
import type { CodeEntry } from '../types/codes'
import type { Cause, Explanation, Reason } from '../types/failure'

/** The facts that a hint follows from. */
export interface HintFacts {
  readonly reason: Reason
  readonly code?: string
  readonly method?: string
  /** Of several causes that share the reason. */
  readonly cause?: Cause
  /** The hint of a page's own fallback. */
  readonly hint?: string
  /** The entry of the code, as far as there is one. */
  readonly entry?: Partial<Pick<CodeEntry, 'source' | 'hint' | 'variants'>>
  /** The payment may have been made. */
  readonly mayBePaid?: boolean
}

const ofReasons: { readonly [R in Reason]: string } = {
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
  unknown: 'See `raw`.',
}

const ofCauses: { readonly [C in Cause]: string } = {
  destroyed:
    'This kit was destroyed, which is final: make one kit for the page, outside of React components.',
  'given up': 'Given up by the page.',
  replaced: 'Another call took its place before it was sent.',
  'malformed signal': 'Options "signal" and "beforeSending" must be an AbortSignal, not its controller.',
  fallback: 'From its fallback, not from the wallet.',
  'no tap': 'The browser does this on a tap only: call it in a click handler.',
}

/** By the codes that every kit knows. */
const ofCodes: Readonly<Record<string, string>> = {
  94: 'Face check failed too often today.',
  95: 'Face check failed; the user may try again.',
  96: 'Face check not enabled; offer a way with `actions`.',
  99: 'No real-name check yet; offer a way with `actions`.',
  // Raw upsdk gives it outside pluginReady too, which the kit never is (H24).
  c02: 'A permission or capability is not enabled on the open platform, or the domain is not registered. Calls of raw upsdk outside pluginReady get it too.',
  c99: '`pay` needs a tn.',
  c102: 'The wallet app is too old.',
  __ENV__10002: 'Illegal timeout of the authorization button.',
  a20: 'The frontToken of your server is wrong or has expired (2 h): fetch a new one, and sign `upsdk.config` again.',
  a10: 'The backendToken is wrong or has expired: renew it on your server.',
}

/** Of the SDK file: texts that native says of other things too, so that no kit knows the code by them. */
const officialTexts: Readonly<Record<string, string>> = {
  c00: '参数错误',
  c01: '签名未通过, 不能访问插件',
}

const noCause = 'The wallet names no cause.'
const noSuchApp = 'No such app: check appId or url.'
const notLoggedIn = 'Not logged in to the wallet.'

/** By the codes of single methods: a pattern of their names. */
const ofMethods: readonly (readonly [methods: RegExp, codes: Readonly<Record<string, string>>])[] = [
  [
    /Album|Recording|readFace/,
    {
      '03': 'The file is larger than `maxSize`.',
      '04': noCause,
      '07': 'The file is gone: let the user choose again.',
    },
  ],
  [/^pay$/, { '02': 'The wallet says that it failed.' }],
  [
    /^collectCurrentApplet$/,
    { '01': 'Already followed.', '02': 'Not in a mini-program page.', '05': noCause },
  ],
  [/^addCommonApp$/, { '03': noSuchApp, '04': 'Already there.', '05': notLoggedIn }],
  [/Applet$/, { 101: 'appId is empty.', 102: noSuchApp }],
  [
    /^s(hareSingle|howShareMore)/,
    {
      '01': "The channel's app is not installed, or the call failed.",
      '02': 'Check shareType and shareId.',
    },
  ],
  [/^recentlyUsed/, { '01': notLoggedIn, '02': noCause }],
  [
    /HCE/,
    {
      1001: 'This phone has no NFC.',
      1002: 'NFC is off.',
      1003: 'This phone has no HCE.',
      1004: 'The wallet is not the default app for NFC.',
      1101: 'Registration failed.',
      1102: 'Check the list of AIDs.',
      1301: 'The message was not sent.',
      1402: 'Registration could not be taken back.',
    },
  ],
]

/** The official text of a code, where no table that runs has it. */
export const officialTextOf = (code: string): string | undefined =>
  hasOwn(officialTexts, code) ? officialTexts[code] : undefined

export const CARRIED = 'Hand over the parsed body, not what carries it.'
export const WENT_WELL = 'It went well: there is nothing to show.'
const ASK_BACKEND = ' Ask your backend for the order before another payment.'

/** Tells a developer what to check, in English. Only the development build and the inspectors have this. */
export function hintOf({ hint, mayBePaid, ...facts }: HintFacts): string {
  return (hint || ofFacts(facts)) + (mayBePaid ? ASK_BACKEND : '')
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

function ofFacts({ reason, code, method, cause, entry = {} }: HintFacts): string {
  if (cause) return ofCauses[cause]
  const { source, hint, variants } = entry
  const ofCode = code && source && (source === 'method' ? ofMethod(method, code) : ofCodes[code])
  return (ofCode || hint || ofReasons[reason]) + candidatesOf(variants)
}

function ofMethod(method = '', code: string): string | undefined {
  for (const [pattern, hints] of ofMethods) {
    // A number may have lost its leading zero.
    const hint = pattern.test(method) && (hints[code] || hints[`0${code}`])
    if (hint) return hint
  }
  return undefined
}

/** Lists all meanings of a code, if the server's own text does not tell which of them it has. */
function candidatesOf(variants: CodeEntry['variants']): string {
  if (!variants) return ''
  const list = variants.map((one) => one.description + (one.solution ? ` (${one.solution})` : ''))
  return ` One of: ${list.join('; ')}`
}
