/** The phone's own texts: its screen, a link with its state, all situations at once, and the lines for a page. */
import { readsChinese } from '../../src/tools'

export interface PhoneTexts {
  readonly screen: string
  readonly landscape: string
  readonly statusBar: string
  readonly addressBar: string
  readonly openPath: string
  readonly readOnly: string
  readonly changedElsewhere: (what: string) => string
  readonly badLink: (name: string, value: string) => string
  readonly differs: string
  readonly same: string
  readonly useIt: string
  readonly useItFor: string
  readonly useItNote: string
  readonly toolNames: Readonly<Record<'script' | 'vite' | 'vueCli' | 'uniApp' | 'taro', string>>
  readonly copyLines: string
}

const zh: PhoneTexts = {
  screen: '手机',
  landscape: '横屏',
  statusBar: '状态栏',
  addressBar: '浏览器地址栏',
  openPath: '页面路径',
  readOnly: '只能查看，不能更改设置：',
  changedElsewhere: (what) => `另一个窗口更改了设置：${what}`,
  badLink: (name, value) => `链接中的 ${name}=${value} 无法识别，已忽略`,
  differs: '两次看到的不同',
  same: '两次看到的相同',
  useIt: '用到我的页面',
  useItFor: '页面的构建方式',
  useItNote: '复制到项目里，手机框不会改动任何文件。',
  toolNames: { script: 'script 标签', vite: 'Vite', vueCli: 'Vue CLI', uniApp: 'uni-app', taro: 'Taro' },
  copyLines: '复制代码',
}

const en: PhoneTexts = {
  screen: 'Phone',
  landscape: 'Landscape',
  statusBar: 'Status bar',
  addressBar: "The browser's address bar",
  openPath: 'Path of the page',
  readOnly: 'You can look, but not change the settings: ',
  changedElsewhere: (what) => `Another window has changed the settings: ${what}`,
  badLink: (name, value) => `${name}=${value} in the link is not known, and was left out`,
  differs: 'The user saw something else',
  same: 'The user saw the same',
  useIt: 'Use it in my page',
  useItFor: 'How the page is built',
  useItNote: 'Copy the lines into your project. The phone changes no file.',
  toolNames: { script: 'script tag', vite: 'Vite', vueCli: 'Vue CLI', uniApp: 'uni-app', taro: 'Taro' },
  copyLines: 'Copy the lines',
}

/** Gets the texts in the developer's language. */
export const phoneTextsNow = (): PhoneTexts => (readsChinese() ? zh : en)
