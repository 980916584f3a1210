import type { Reason } from '../../types/failure'

/** The panel's own texts. Those of all inspectors are in `words.ts`. */
export interface Labels {
  calls: string
  environment: string
  lookUp: string
  copy: string
  copied: string
  clear: string
  noCalls: string
  status: Readonly<Record<'waiting' | 'open' | 'success' | 'failure' | 'shown' | 'quiet', string>>
  steps: Readonly<Record<'called' | 'sent' | 'answered' | 'unanswered' | 'late' | 'settled', string>>
  reasons: Readonly<Record<Reason, string>>
  /** The name of `unsupported` for a method that upsdk does not have, or that is misspelt. */
  noMethod: string
  officialText: string
  meanings: string
  check: string
  userSees: string
  retry: Readonly<Record<'now' | 'later' | 'never', string>>
  facts: Readonly<
    Record<'wallet' | 'platform' | 'bridge' | 'version' | 'language' | 'methods' | 'api', string>
  >
  inside: string
  outside: string
  unknown: string
  codeBox: string
  notFound: string
  /** Above the codes of the calls so far. */
  codesSoFar: string
  noCodes: string
}

export const labels: { readonly en: Labels; readonly zh: Labels } = {
  en: {
    calls: 'Calls',
    environment: 'Wallet',
    lookUp: 'Codes',
    copy: 'Copy report',
    copied: 'Copied',
    clear: 'Clear',
    noCalls: 'No call yet. Each call of the page appears here, with its steps.',
    status: {
      waiting: 'waiting',
      open: 'sent',
      success: 'ok',
      failure: 'failed',
      shown: 'shown',
      quiet: 'not shown',
    },
    steps: {
      called: 'Called',
      sent: 'Sent to the wallet',
      answered: 'The wallet answered',
      unanswered: 'No answer after 10 s',
      late: 'Answered after the call had ended',
      settled: 'Ended',
    },
    reasons: {
      'outside-wallet': 'outside the wallet',
      'sdk-missing': 'no upsdk.js',
      'ready-timeout': 'never ready',
      'not-ready': 'called before ready',
      forbidden: 'no permission',
      unsupported: 'not supported',
      'invalid-params': 'invalid parameters',
      'bad-signature': 'invalid signature',
      'bad-config': 'invalid config',
      unauthorized: 'not authorized',
      identity: 'identity check',
      'user-state': 'account state',
      permission: 'not allowed on the phone',
      network: 'network',
      busy: 'busy',
      cancelled: 'cancelled',
      timeout: 'timed out',
      aborted: 'aborted by the page',
      system: 'system error',
      unknown: 'cause unknown',
    },
    noMethod: 'no such method',
    officialText: 'Official text',
    meanings: 'Official texts: it has several meanings',
    check: 'What to check',
    userSees: 'The user sees',
    retry: {
      now: 'may be tried again at once',
      later: 'may be tried again later',
      never: 'not to be tried again as it is',
    },
    facts: {
      wallet: 'Opened',
      platform: 'Platform',
      bridge: 'Bridge',
      version: 'Versions',
      language: 'Language',
      methods: 'Methods',
      api: 'jsApiList',
    },
    inside: 'inside the wallet',
    outside: 'outside the wallet',
    unknown: '–',
    codeBox: 'A code: c02, 94, a31 …',
    notFound: 'No such code.',
    codesSoFar: 'Codes of the calls so far',
    noCodes: 'No call has ended with a code so far.',
  },
  zh: {
    calls: '调用',
    environment: '环境',
    lookUp: '查错误码',
    copy: '复制报告',
    copied: '已复制',
    clear: '清空',
    noCalls: '还没有调用。页面的每次调用都会列在这里，点开可看每一步。',
    status: {
      waiting: '排队中',
      open: '已发出',
      success: '成功',
      failure: '失败',
      shown: '已显示',
      quiet: '未显示',
    },
    steps: {
      called: '调用',
      sent: '发给云闪付',
      answered: '云闪付返回',
      unanswered: '10 秒仍无返回',
      late: '调用结束后才返回',
      settled: '结束',
    },
    reasons: {
      'outside-wallet': '不在云闪付内',
      'sdk-missing': '缺少 upsdk.js',
      'ready-timeout': '一直未就绪',
      'not-ready': '未就绪就调用',
      forbidden: '无权限',
      unsupported: '版本不支持',
      'invalid-params': '参数有误',
      'bad-signature': '签名有误',
      'bad-config': 'config 有误',
      unauthorized: '未授权',
      identity: '人像验证',
      'user-state': '账户状态',
      permission: '系统未授权',
      network: '网络',
      busy: '正在处理',
      cancelled: '用户取消',
      timeout: '超时',
      aborted: '页面中止',
      system: '系统错误',
      unknown: '原因不明',
    },
    noMethod: '没有此方法',
    officialText: '官方描述',
    meanings: '官方描述（此码有多种含义）',
    check: '排查',
    userSees: '用户看到',
    retry: { now: '可立即重试', later: '可稍后重试', never: '不可原样重试' },
    facts: {
      wallet: '运行环境',
      platform: '平台',
      bridge: '桥接',
      version: '版本',
      language: '语言',
      methods: '方法',
      api: 'jsApiList',
    },
    inside: '云闪付内',
    outside: '云闪付之外',
    unknown: '–',
    codeBox: '输入错误码：c02、94、a31 …',
    notFound: '没有这个错误码。',
    codesSoFar: '目前出现过的错误码',
    noCodes: '目前还没有出现过错误码。',
  },
}

/** Names a reason in the language of the panel. */
export const reasonName = (reason: string, { reasons }: Labels): string =>
  (reasons as Readonly<Record<string, string>>)[reason] || reason
