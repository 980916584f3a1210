/** Searches that people type into the site, and where each must lead. */
import { readFileSync } from 'node:fs'

export type Search = readonly [words: string, path: string]

/** Search words, and what must be among the first three results. */
export const searches: readonly Search[] = [
  ['c02', '/codes/c02'],
  ['C02', '/codes/c02'],
  ['[c02]', '/codes/c02'],
  ['02?', '/codes/c02'],
  ['错误码 c02', '/codes/c02'],
  ['a31', '/codes/a31'],
  ['n62132', '/codes/n62132'],
  ['3023', '/codes/3023'],
  ['CLASS_NOT_FOUND_EXCEPTION: 此插件没有实现！', '/codes/c04'],
  [
    'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！',
    '/faq#无权限访问此插件--illegal_access_exception--c02--非法请求',
  ],
  ['config执行成功以后才能调用插件方法', '/faq#config执行成功以后才能调用插件方法--c05'],
  ['支付插件调用失败', '/faq#支付插件调用失败--pay-没有错误码'],
  [
    "Cannot read properties of undefined (reading 'pluginReady')",
    '/faq#cannot-read-properties-of-undefined-reading-pluginready--upsdkxxx-is-not-a-function',
  ],
  ['人脸', '/codes/94'],
  ['刷脸', '/methods/bioDetect'],
  ['白屏', '/faq#云闪付小程序-白屏'],
  ['没反应', '/faq#调用没反应--收银台不弹出来--回调不执行'],
  ['支付', '/error-handling#支付'],
  ['支付', '/methods/pay'],
  ['scanqrcode', '/methods/scanQRCode'],
  ['国密', '/server#国密'],
]

/** Questions as people type them, each with the section that has the answer. */
export const questions = readFileSync('test/data/questions.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [words = '', section = ''] = line.split('\t')
    const base = /^docs\/(?!zh)/.test(section) ? '/en/' : '/'
    return {
      base,
      question: [
        words,
        base +
          section
            .replace(/^docs\/(zh\/)?/, '')
            .replace('.md', '')
            .replace(/^codes.*/, (code) => code.toLowerCase()),
      ] as const,
    }
  })
