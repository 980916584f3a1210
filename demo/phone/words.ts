import { en } from '../../wallet/view/texts/en'
import type { Words } from '../../wallet/view/texts/words'
import { zh } from '../../wallet/view/texts/zh'

/** The texts of a wallet in Hong Kong, as far as sheets without choices need them. Each sheet has its own. */
const hongKong: Words = {
  ...zh,
  language: 'zh-Hant',
  simulated: '模擬',
  wallet: '模擬雲閃付',
  more: (count) => `後面還有 ${count} 個`,
  back: '返回',
  close: '關閉小程式',
  closed: '小程式已關閉',
  openAgain: '重新開啟',
}

/** Gets the wallet's texts in the language of the page in it. */
export const wordsOf = (locale: string): Words =>
  locale === 'en' ? en : locale === 'zh-Hant' ? hongKong : zh
