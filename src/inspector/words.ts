import type { QuietReason } from '../types/inspector'
import { hintInChinese } from './hints'

/** The inspector's words in one language. */
export interface Words {
  created(insideWallet: boolean, platform: string, bridge: string | undefined): string
  notSent(after: string): string
  sent(waited: string, took: string): string
  /** Names the kit's wait for upsdk. */
  wait: string
  success: string
  /** In its place, for a method that the wallet never answers. */
  noAnswer: string
  /** Said of a call that would have answered at a failure alone, and has not yet. */
  noFailure: string
  unanswered: string
  late: string
  officialText(text: string): string
  /** In the language of its reader. */
  hint(hint: string): string
  didYouMean(name: string): string
  shown: Readonly<Record<'toast' | 'dialog' | 'none', string>>
  quiet: Readonly<Record<QuietReason, string>>
  queryDropped: string
  noTextFor(locale: string, key: string): string
  malformed(option: string, place: string): string
  unknownKey(place: string, nearest: string | undefined): string
}

const en: Words = {
  created: (insideWallet, platform, bridge) =>
    `${insideWallet ? 'inside' : 'outside'} the wallet, ${platform}${bridge ? `, ${bridge}` : ''}`,
  notSent: (after) => ['not sent', after].filter(Boolean).join(', '),
  sent: (waited, took) => `waited ${waited}, took ${took}`,
  wait: 'waiting for upsdk:',
  success: 'ok',
  noAnswer: 'handed to upsdk, and never answered',
  noFailure: 'sent, and no failure so far',
  unanswered: 'has no answer after 10 s',
  late: 'was answered after it had settled',
  officialText: (text) => `official text: ${text}`,
  hint: (hint) => hint,
  didYouMean: (name) => `did you mean ${name}?`,
  shown: { toast: 'shown as a toast', dialog: 'shown as a dialog', none: 'shown' },
  quiet: {
    'never shown': 'not shown: this reason never is',
    'fail given': 'not shown: the page gave `fail` or `cancel` (notify: true shows it all the same)',
    prevented: 'not shown: the page called preventDefault()',
    'notify is off': 'not shown: `notify` says no',
    'quiet method':
      'not shown: reads, styles and registrations are quiet (notify: true shows it all the same)',
    'nobody tapped': 'not shown: nobody tapped for it',
    'on screen already': 'not shown: the same message is on screen',
    'shown before': 'not shown: it was shown before',
    'no presenter': 'not shown: there is no presenter',
    closed: 'not shown: the kit was destroyed, or the page is leaving',
  },
  queryDropped:
    "the link into the app hands on this page's address without its query: say what belongs to it with `toLink` or `keep` of openInApp()",
  noTextFor: (locale, key) => `messages["${locale}"]["${key}"] is no text`,
  malformed: (option, place) => `option "${option}" is malformed at "${place}"`,
  unknownKey: (place, nearest) =>
    `${place} is no code, reason or text of the kit${nearest ? `: did you mean ${nearest}?` : ''}`,
}

const zh: Words = {
  created: (insideWallet, platform, bridge) =>
    `${insideWallet ? '在云闪付内' : '不在云闪付内'}，${platform}${bridge ? `，${bridge}` : ''}`,
  notSent: (after) => ['未发出', after].filter(Boolean).join('，'),
  sent: (waited, took) => `等待 ${waited}，用时 ${took}`,
  wait: '等待 upsdk 就绪：',
  success: '成功',
  noAnswer: '已交给 upsdk，不返回结果',
  noFailure: '已发出，目前没有返回失败',
  unanswered: '已等待 10 秒，仍无返回',
  late: '在调用结束之后才返回',
  officialText: (text) => `官方描述：${text}`,
  hint: hintInChinese,
  didYouMean: (name) => `是否应为 ${name}？`,
  shown: { toast: '已用轻提示显示', dialog: '已用弹窗显示', none: '已显示' },
  quiet: {
    'never shown': '未显示：此类结果从不显示',
    'fail given': '未显示：页面传入了 fail 或 cancel（notify: true 仍会显示）',
    prevented: '未显示：页面调用了 preventDefault()',
    'notify is off': '未显示：notify 为 false，或函数返回 false',
    'quiet method': '未显示：读取、样式、注册类方法默认不显示（notify: true 仍会显示）',
    'nobody tapped': '未显示：不是用户点击触发的',
    'on screen already': '未显示：相同的提示正在显示',
    'shown before': '未显示：已显示过',
    'no presenter': '未显示：没有可用的 presenter',
    closed: '未显示：实例已销毁，或页面正在关闭、跳转',
  },
  queryDropped:
    '用于打开云闪付的链接没有带上当前地址的查询参数：请用 openInApp() 的 toLink 或 keep 指定需要的参数',
  noTextFor: (locale, key) => `messages["${locale}"]["${key}"] 不是字符串`,
  malformed: (option, place) => `选项 ${option} 的 ${place} 格式有误`,
  unknownKey: (place, nearest) =>
    `${place} 不是错误码、reason 或文案的键${nearest ? `，是否应为 ${nearest}？` : ''}`,
}

export const lines: { readonly en: Words; readonly zh: Words } = { en, zh }
