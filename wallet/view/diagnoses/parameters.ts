/** What is given to a call: parameters that are missing or lost, and debug messages. */
import { read } from '../../../src/internalsWithoutDom'
import { KEPT } from '../../methods/methodTable'
import { missingIn } from '../../methods/required'
import type { LogEntry } from '../../shared/log'
import { type Called, type DiagnosisTable, raw, type Said } from './diagnosis'

/** Is a parameter missing? For a missing channel of a share, upsdk uses a jQuery that the page may have (H28). */
function missingParameter({ params }: Called, entry: LogEntry): Said {
  const parameter = missingIn(entry.method, params)
  if (parameter) return { parameter }
  // If upsdk threw before native answered, it read a parameter that is not there (H14, H28).
  const { method, threw, answered } = entry
  if (threw?.by !== 'upsdk' || answered) return false
  const hasNone = params === undefined || params === null
  return method === 'shareSinglePlugin' && !hasNone ? { parameter: 'shareId' } : hasNone
}

export const parameters = {
  'missing-parameter': {
    hazards: ['H14', 'H28'],
    isFixedByKit: false,
    ofCall: raw(missingParameter),
    sentences: {
      zh: (method, { parameter }) => [
        parameter
          ? `调用 ${method} 缺少参数 ${parameter}，不会被受理`
          : `调用 ${method} 缺少参数，upsdk 会直接抛出异常`,
        parameter ? `请传入 ${parameter}，并先确认它不是空值` : '请传入参数对象',
      ],
      en: (method, { parameter }) => [
        parameter
          ? `${method} is called without ${parameter}: it is refused.`
          : `${method} is called without parameters: upsdk throws.`,
        parameter
          ? `Pass ${parameter}, and check first that it is not empty.`
          : 'Pass an object with parameters.',
      ],
    },
    background: {
      zh: '没有 tn 的 pay 由 upsdk 自己拒绝，不会发给云闪付；没有 shareId 的 shareSinglePlugin、不带参数对象的 chooseImage 会直接抛出异常。',
      en: 'upsdk itself refuses a pay without tn and sends nothing to the wallet. shareSinglePlugin without shareId, and chooseImage without an object, throw.',
    },
  },
  'lost-parameters': {
    hazards: ['H21'],
    isFixedByKit: true,
    ofCall: ({ lost }) => !!lost,
    sentences: {
      zh: (method) => [
        `${method} 的参数不是普通对象，云闪付收不到其中任何参数`,
        '请传入普通对象，例如 Object.assign({}, params)；对象里不要有值为数字的 length',
      ],
      en: (method) => [
        `The parameters of ${method} are not a plain object: the wallet gets none of them.`,
        'Pass a plain object, such as Object.assign({}, params), without a number as its length.',
      ],
    },
    background: {
      zh: 'upsdk 只转发原型是本页面 Object.prototype 的对象。类的实例、Object.create(null)、来自其他 iframe 的对象，以及 length 是数字的对象，云闪付收到的都是空的参数。',
      en: 'upsdk forwards only objects whose prototype is Object.prototype of its own window. Of an instance of a class, of Object.create(null), of an object of another frame, or of one with a number as its length, the wallet gets no field.',
    },
  },
  'reused-options': {
    hazards: ['H10'],
    isFixedByKit: true,
    // An authorization object is intact again once its callbacks are put back.
    ofCall: raw(
      ({ reusesParams, callbacks }, { method }) =>
        reusesParams && !(KEPT.includes(method) && callbacks.includes('success')),
    ),
    sentences: {
      zh: (method) => [
        `${method} 的参数对象用过一次，upsdk 已经改动过它，这次的回调或链接会出错`,
        '请每次调用都新建参数对象',
      ],
      en: (method) => [
        `upsdk has changed this options object of ${method} in an earlier call: its callbacks or its link are wrong now.`,
        'Make a new object for each call.',
      ],
    },
    background: {
      zh: 'upsdk 会改动传入的对象：appletAuth、appletConfig 删除其中的 success 和 fail，分享的方法每次都在 shareUrl 后面追加内容。',
      en: 'upsdk changes the object that it gets: appletAuth and appletConfig delete its success and fail, and the methods of sharing append to its shareUrl each time.',
    },
  },
  'debug-left-on': {
    hazards: ['H18'],
    isFixedByKit: false,
    // The file shows its messages when native has answered.
    ofCall: raw(
      ({ params }, { method, answered }) => method === 'config' && !!answered && !!read(params, 'debug'),
    ),
    sentences: {
      zh: () => [
        'config 带着 debug: true，用户会看到 upsdk 的调试信息（alert 弹窗或云闪付的提示）',
        '请在上线前去掉 debug',
      ],
      en: () => [
        'config has debug: true: users see upsdk’s own messages, in an alert or a toast of the wallet.',
        'Remove debug before the page goes live.',
      ],
    },
    background: {
      zh: 'config({ debug: true }) 让 upsdk 显示“config error”等给开发者的信息，用户也会看到：用浏览器的 alert，config 通过之后用云闪付的提示。',
      en: 'With config({ debug: true }), upsdk shows messages for developers, such as “config error”, and users see them too: in the browser’s alert, and once a config was accepted in a toast of the wallet.',
    },
  },
} satisfies DiagnosisTable
