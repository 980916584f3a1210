/** The phone's own texts: its screen, a link with its state, all situations at once, and the lines for a page. */
import { readsChinese } from '../../src/internals'
import type { Situation } from '../shared/situations'
import { MOST_REPEATS } from './clock/inFlight'
import type { Flag, Mark } from './marks'
import type { RunEnd } from './situationRun'

const zh = {
  /** The tabs of a narrow window. */
  tabs: { page: '页面', log: '记录', settings: '设置' },
  /** What the number on the tab of the log counts. */
  counted: (calls: number, mistakes: number) => `${calls} 次调用${mistakes ? `，${mistakes} 处问题` : ''}`,
  skip: '跳到小程序页面',
  /** The menu above the log. */
  logMenu: '记录：复制、保存、清空',
  screen: '手机',
  landscape: '横屏',
  addressBar: '浏览器地址栏',
  /** Said while the log is empty: what to do now. */
  hints: {
    asked: '点页面里的按钮试试：云闪付的界面会出现在模拟手机里，结果由你选',
    notAsked: (situation: string) => `点页面里的按钮试试：现在的场景是“${situation}”，不会询问`,
    fixed: '点页面里的按钮，这里会列出调用、结果和用户看到的提示。已固定的结果直接返回，其余由你选',
    neverAsked: '点页面里的按钮试试：现在不询问，没有固定返回方式的都返回成功',
    missing: '这个路径没有页面（404）。请在模拟手机上方改路径',
    down: '页面的服务器没有应答，模拟手机里写着原因',
    refused: (status: number) => `页面的服务器没有给出页面（${status}）`,
  },
  readOnly: '只能查看，不能更改设置：',
  changedElsewhere: (what: string) => `另一个窗口更改了设置：${what}`,
  /** Answers that are fixed on the desk are no part of a link. */
  stillFixed: (methods: string) => `链接里没有返回方式，这里之前固定的还保留着：${methods}`,
  badLink: (name: string, value: string, takes: string) =>
    `链接中的 ${name}=${value} 无法识别，已忽略${takes && `；可用的值：${takes}`}`,
  /** A link of an earlier version names a situation that is part of another one. */
  oldLink: '链接中的 situation=94 已并入场景“失败”',
  useIt: '用到我的页面',
  useItFor: '页面的构建方式',
  useItNote: '复制到项目里，模拟手机不会改动任何文件。/order 换成自己的订单页。',
  useItFile:
    'upsdk-kit.min.js 在 upsdk-kit 包的 dist 目录里（node_modules/upsdk-kit/dist），也在发布页的附件里，请放到自己的服务器上。',
  useItInstall: '先安装 upsdk-kit，方法见“快速上手”的“安装”一节。',
  toolNames: { script: 'script 标签', vite: 'Vite', vueCli: 'Vue CLI', uniApp: 'uni-app', taro: 'Taro' },
  copyLines: '复制代码',
  allClose: '关闭',
  /** What is played again. */
  played: (count: number, what: string) => `重放刚才的 ${count} 步：${what}`,
  onlyOpened: '只重新打开页面，没有操作',
  comma: '、',
  colon: '：',
  tapFirst: '先在页面里点一下要看的流程，点完就开始对比',
  tapInFrame: '页面内嵌框架（iframe）里的操作不能重放，只能重放框架外的操作，或者重新打开页面',
  onlyOpen: '不点，只打开页面',
  allCost: (runs: number) => `页面运行 ${runs} 次，每次都会向页面自己的后端发请求（例如下单约 ${runs} 笔）。`,
  allKept:
    '每次从同一个页面开始，localStorage 和 sessionStorage 恢复到开始时；cookie、IndexedDB 和后端的数据不恢复。页面的时间跑得很快，停在最后一步操作的 60 秒之后；两步之间的等待超过 2 秒的按 2 秒。',
  allStop: '停止',
  allChoices: '选择场景',
  progress: (done: number, all: number, what: string) => `${done} / ${all}：${what}`,
  finished: (runs: number, seconds: number) => `运行 ${runs} 次，用时 ${seconds} 秒`,
  /** What the signs of the list stand for, and how many runs have each. */
  signs: {
    mark: (runs) => `有标记 ${runs}`,
    cause: (runs) => `没有标记，记录里有原因或异常 ${runs}`,
    none: (runs) => `没有标记 ${runs}`,
  } satisfies Record<Flag, (runs: number) => string>,
  /** In the list, of a run without a mark. */
  causeInLog: '记录里有原因或异常',
  unmet: (situations: string) => `这几步没有涉及，没有运行：${situations}`,
  shortModes: { raw: '原样', kit: 'kit' },
  /** What a situation means for the user's money. */
  situationNotes: {
    failed: '云闪付返回失败，但钱可能已经付出',
    silent: '云闪付没有返回，钱可能已经付出',
    late: '在那之前页面收不到结果',
    c02: '支付没有发起',
  } as Readonly<Partial<Record<Situation, string>>>,
  saw: (text: string) => `用户看到${/^\w/.test(text) ? ' ' : ''}${text}`,
  /** Says beside a marked text why the kit has not changed it. */
  ownWords: 'upsdk-kit 只换来自 upsdk 的文字，页面自己写的提示不会改动',
  sawNothing: '页面上没有读到新提示（按钮、输入框、倒计时不算）',
  /** Of a page with a canvas, where no other text came. */
  unread: '画布（canvas）里的内容没有读取',
  /** In place of a text, in a table. */
  noText: '没有读到新提示',
  both: '两边',
  goneAfter: (seconds: number) => `${seconds.toFixed(1)} 秒后消失`,
  noPicture: '没有画面',
  /** Shows the page at another moment. */
  seeMoment: '看画面',
  /** Stands in its place while the picture is the shown one. */
  momentShown: '当前画面',
  /** @param causes what the log of a run says, beside what every run has */
  causesOf: (causes: readonly string[]) => `记录：${causes.join('；')}`,
  /** Said beside the picture of an earlier step. */
  atTheEnd: (saw: string) => `最后：${saw}`,
  /** Stands for the last picture, where a later step without a text ended the run. */
  end: '最后的画面',
  copyMarkdown: '复制 Markdown',
  copyTests: '复制测试',
  notReached: '没有涉及到',
  allAgain: '重新运行',
  waits: '等待运行',
  notRun: '没有运行',
  runs: '运行中…',
  showLogs: '查看两边的记录',
  backToPhones: '返回两部手机',
  toList: '场景列表',
  payments: (count: number) => `发起支付 ${count} 次`,
  noCallback: '没有结果回调',
  /** Said in place of a time. */
  nothingNew: (seconds: number) => `最后一步之后 ${seconds} 秒没有读到新提示`,
  took: (seconds: number) => `操作后 ${seconds.toFixed(1)} s`,
  /** What every run of a mode has, said once above the table. */
  inEach: (mode: string, problems: readonly string[], isRunning: boolean) =>
    `${mode}，${isRunning ? '到目前为止' : ''}每次都有：${problems.join('；')}`,
  /** What of the page has kept real time. */
  realTime: (names: string) => `${names} 按真实时间运行，结果可能不同`,
  /** The page asks its server again and again, and what it would show later is not known. */
  heldBack: (addresses: string) => `${addresses} 请求 ${MOST_REPEATS} 次之后没有再发出`,
  marks: {
    unchanged: '有一处没有成功，没有读到新提示',
    'raw-text': '显示了原始文字',
    'paid-twice': '已有一笔支付，又发起一笔',
    'told-failed': '支付已发出，却提示失败',
    'told-paid': '没有收到成功，就提示已支付',
    dead: '之后按钮不能再点',
  } satisfies Record<Mark, string>,
  /** @param text the text that proves a mark, in quotation marks */
  markedBy: (mark: string, text: string) => `${mark}：${text}`,
  ends: {
    done: () => '',
    time: (address) => `${address} 10 秒没有应答，没有再等`,
    hand: (name) => `需要手动操作：${name}`,
    missing: (name) => `页面上没有“${name}”，后面的步骤没有做`,
    hidden: (name) => `“${name}”没有显示，后面的步骤没有做`,
    changed: () => '另一个窗口更改了设置',
    disabled: (name) => `“${name}”不能点，后面的步骤没有做`,
    untrusted: (name) => `需要手动操作：${name}（页面只认真实点击：isTrusted）`,
    dialogs: (count) => `弹窗超过 ${count} 次`,
    left: (address) => `转到 ${address || '其他网站'}`,
    reloads: (count) => `页面反复刷新（${count} 次）`,
    stopped: () => '已停止',
  } satisfies Record<RunEnd, (detail: string) => string>,
}

export type PhoneTexts = typeof zh

const en: PhoneTexts = {
  tabs: { page: 'Page', log: 'Calls', settings: 'Settings' },
  counted: (calls, mistakes) =>
    `${calls} ${calls === 1 ? 'call' : 'calls'}${mistakes ? `, ${mistakes} ${mistakes === 1 ? 'problem' : 'problems'}` : ''}`,
  skip: 'Skip to the mini-program',
  logMenu: 'The log: copy, save, clear',
  screen: 'Phone',
  landscape: 'Landscape',
  addressBar: "The browser's address bar",
  hints: {
    asked:
      'Tap a button of the page: what the wallet would show appears in the simulated phone, and you choose what comes of it',
    notAsked: (situation) =>
      `Tap a button of the page: the situation is “${situation}” now, and nothing is asked`,
    fixed:
      'Tap a button of the page. Its calls, their results and what the user sees are listed here. A result that is fixed comes at once; you choose the others',
    neverAsked:
      'Tap a button of the page: nothing is asked now, and each call without a fixed answer succeeds',
    missing: 'There is no page at this path (404). Change the path above the simulated phone',
    down: 'The server of the page does not answer; the simulated phone says why',
    refused: (status) => `The server of the page gave no page (${status})`,
  },
  readOnly: 'You can look, but not change the settings: ',
  changedElsewhere: (what) => `Another window has changed the settings: ${what}`,
  stillFixed: (methods) => `Answers are no part of a link. Kept here from before: ${methods}`,
  badLink: (name, value, takes) =>
    `${name}=${value} in the link is not known, and was left out${takes && `; it takes: ${takes}`}`,
  oldLink: 'situation=94 in the link is part of the situation “Failed” now',
  useIt: 'Use it in my page',
  useItFor: 'How the page is built',
  useItNote:
    'Copy the lines into your project. The simulated phone changes no file. Put the page with the user’s orders in place of /order.',
  useItFile:
    'upsdk-kit.min.js is in the package upsdk-kit (node_modules/upsdk-kit/dist), and attached to its release. Put it on your own server.',
  useItInstall: 'First install upsdk-kit, as “Install” in “Getting started” says.',
  toolNames: { script: 'script tag', vite: 'Vite', vueCli: 'Vue CLI', uniApp: 'uni-app', taro: 'Taro' },
  copyLines: 'Copy the lines',
  allClose: 'Close',
  played: (count, what) => `${count} ${count === 1 ? 'step' : 'steps'} played again: ${what}`,
  onlyOpened: 'The page is only opened again, without a tap',
  comma: ', ',
  colon: ': ',
  tapFirst: 'Tap through the flow on the page first. The comparison starts after the tap.',
  tapInFrame:
    'What was done inside a frame of the page cannot be played again: tap outside of it, or only open the page.',
  onlyOpen: 'Only open the page',
  allCost: (runs) =>
    `The page runs ${runs} times, and each time its requests reach its own backend (some ${runs} orders, for example).`,
  allKept:
    'Each run starts at the same page, with local and session storage as they were then. Cookies, IndexedDB and the backend are not put back. The page’s time goes by as fast as it can, and stops 60 s after the last action. A wait of more than 2 s between two steps is cut to 2 s.',
  allStop: 'Stop',
  allChoices: 'Choose situations',
  progress: (done, all, what) => `${done} of ${all}: ${what}`,
  finished: (runs, seconds) => `${runs} ${runs === 1 ? 'run' : 'runs'} in ${seconds} s`,
  signs: {
    mark: (runs) => `${runs} marked`,
    cause: (runs) => `${runs} with a cause or an error in the log alone`,
    none: (runs) => `${runs} not marked`,
  },
  causeInLog: 'a cause or an error in its log',
  unmet: (situations) => `No call of these steps meets them, so they were not run: ${situations}`,
  shortModes: { raw: 'As it is', kit: 'kit' },
  situationNotes: {
    failed: 'the wallet says so, but the user may have paid',
    silent: 'no answer comes, but the user may have paid',
    late: 'until then the page sees no result',
    c02: 'the payment was not started',
  },
  saw: (text) => `The user saw ${text}`,
  ownWords: 'upsdk-kit changes texts that come from upsdk, and none that the page words itself',
  sawNothing: 'No new message was read (buttons, fields and countdowns do not count)',
  unread: 'What the canvas shows is not read',
  noText: 'no new message read',
  both: 'Both',
  goneAfter: (seconds) => `gone after ${seconds.toFixed(1)} s`,
  noPicture: 'No picture',
  seeMoment: 'See it',
  momentShown: 'Shown',
  causesOf: (causes) => `Its log: ${causes.join(' ')}`,
  atTheEnd: (saw) => `At the end ${saw.charAt(0).toLowerCase()}${saw.slice(1)}`,
  end: 'The page at the end',
  copyMarkdown: 'Copy Markdown',
  copyTests: 'Copy tests',
  notReached: 'not reached',
  allAgain: 'Run again',
  waits: 'waiting',
  notRun: 'not run',
  runs: 'running…',
  showLogs: 'Show their logs',
  backToPhones: 'Back to the phones',
  toList: 'All situations',
  payments: (count) => (count === 1 ? 'payment sent once' : `payment sent ${count} times`),
  noCallback: 'no result callback',
  nothingNew: (seconds) => `no new message read in the ${seconds} s after the last step`,
  took: (seconds) => `${seconds.toFixed(1)} s after the last step`,
  inEach: (mode, problems, isRunning) =>
    `${mode}, in each run${isRunning ? ' so far' : ''}: ${problems.join(' ')}`,
  realTime: (names) => `${names} kept real time, so that runs may differ`,
  heldBack: (addresses) => `${addresses} was asked ${MOST_REPEATS} times, and later requests were held back`,
  marks: {
    unchanged: 'a step had no success, no new message read',
    'raw-text': 'raw text was shown',
    'paid-twice': 'a second payment was sent',
    'told-failed': 'payment sent, shown as failed',
    'told-paid': 'shown as paid with no success yet',
    dead: 'its button stayed disabled',
  },
  markedBy: (mark, text) => `${mark}: ${text}`,
  ends: {
    done: () => '',
    time: (address) => `${address} did not answer within 10 s, and was waited for no longer`,
    hand: (name) => `needs a hand: ${name}`,
    missing: (name) => `“${name}” is not on the page: the run stopped there`,
    hidden: (name) => `“${name}” is hidden: the run stopped there`,
    changed: () => 'another window changed the settings',
    disabled: (name) => `“${name}” is disabled: the run stopped there`,
    untrusted: (name) => `needs a hand: ${name} (the page wants trusted taps: isTrusted)`,
    dialogs: (count) => `more than ${count} dialogs`,
    left: (address) => `left for ${address || 'another site'}`,
    reloads: (count) => `loads itself again and again (${count} times)`,
    stopped: () => 'stopped',
  },
}

export const phoneTexts = { zh, en }

/** Gets the texts in the developer's language. */
export const phoneTextsNow = (): PhoneTexts => (readsChinese() ? zh : en)
