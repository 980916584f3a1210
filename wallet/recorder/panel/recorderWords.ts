import { readsChinese } from '../../../src/internals'

export interface RecorderWords {
  readonly language: 'zh-Hans' | 'en'
  readonly badge: string
  readonly open: string
  readonly close: string
  readonly title: string
  readonly note: string
  readonly copy: string
  readonly copied: string
  readonly noCalls: string
  readonly kit: string
  readonly waiting: string
  readonly success: string
  readonly fail: string
}

const zh: RecorderWords = {
  language: 'zh-Hans',
  badge: '录制中',
  open: '打开录制的调用',
  close: '收起',
  title: '真实的云闪付',
  note: '录制的是方法名、类型、长度和时间，没有参数和返回的内容。复制后可交给 installSimulator({ replay })。',
  copy: '复制录制',
  copied: '已复制',
  noCalls: '页面还没有调用 upsdk',
  kit: '页面里的 upsdk-kit',
  waiting: '等待中',
  success: '成功',
  fail: '失败',
}

const en: RecorderWords = {
  language: 'en',
  badge: 'Recording',
  open: 'Open the recorded calls',
  close: 'Close',
  title: 'The real wallet',
  note: 'Recorded are names, types, lengths and times; nothing of parameters or results. A copy goes to installSimulator({ replay }).',
  copy: 'Copy the recording',
  copied: 'Copied',
  noCalls: 'The page has not called upsdk yet',
  kit: 'upsdk-kit in the page',
  waiting: 'waiting',
  success: 'success',
  fail: 'failed',
}

export const recorderWords = (): RecorderWords => (readsChinese() ? zh : en)
