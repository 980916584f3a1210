/** Bodies that only show what the page asked for; the developer edits nothing in them. */
import { readString } from '../../../../src/plainTools'
import { icon, make } from '../../../view/element'
import type { MakeBody } from './body'

const CARD = 'M3 7h18v11H3zM3 10.5h18M6.5 15h4'
const FACE = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-6 7.5-6s6.500 2 7.500 6'
const SHIELD = 'M12 3l7 3v5c0 4.500-3 8-7 10-4-2-7-5.500-7-10V6zM9 12l2.200 2.200L15.200 10'

/** The body for payments. It has no amount, which belongs to the order and is not part of a `tn`. */
export const payment: MakeBody = ({ question, words }) => {
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
}

/** The body for UnionPay's authorization button, and for its consent page on the web. */
export const consent: MakeBody = ({ question, words }) => {
  const scope = readString(question.params, 'scope') || ''
  const app = readString(question.params, 'appId')
  const plan = readString(question.params, 'planId')
  return {
    elements: [
      make(
        'div',
        { class: 'hero' },
        icon(SHIELD),
        make('span', { class: 'soft' }, `${location.host || words.untitled} ${words.asksFor}`),
        make('strong', {}, words.scopes[scope] || scope || '–'),
      ),
      make(
        'p',
        { class: 'note mono' },
        [app && `appId ${app}`, scope || '–', plan && `planId ${plan}`].filter(Boolean).join(' · '),
      ),
    ],
  }
}

export const face: MakeBody = ({ words }) => ({
  elements: [
    make(
      'div',
      { class: 'hero' },
      make('div', { class: 'face' }, icon(FACE)),
      make('strong', {}, words.lookAtCamera),
    ),
  ],
})
