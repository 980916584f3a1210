import { readString } from '../../../../src/internalsWithoutDom'
import { icon, make } from '../../../view/element'
import { drawnSheet } from './drawnSheet'

const CARD = 'M3 7h18v11H3zM3 10.5h18M6.5 15h4'

const texts = {
  'zh-Hans': {
    heading: '支付',
    act: '确认支付',
    noCharge: '模拟支付，不会扣款',
    noTn: '缺少 tn',
  },
  en: {
    heading: 'Payment',
    act: 'Pay',
    noCharge: 'Simulated: no money moves',
    noTn: 'tn is missing',
  },
}

/** The sheet of a payment. It has no amount, which belongs to the order and is not part of a `tn`. */
export const payment = drawnSheet(texts, ({ question, words }) => {
  const { method, params } = question
  const tn = readString(params, 'tn')
  const number = tn || readString(params, 'scanQrCodeContent') || ''
  const isMissing = method === 'pay' && !tn
  return {
    elements: [
      make('div', { class: 'hero' }, icon(CARD), make('strong', {}, words.noCharge)),
      make(
        'dl',
        {},
        make('dt', {}, method === 'pay' ? 'tn' : method),
        make('dd', { class: 'mono' }, isMissing ? words.noTn : number || '–'),
      ),
    ],
  }
})
