import { readString } from '../../../../src/internalsWithoutDom'
import { icon, make, on } from '../../../view/element'
import type { TextMemory } from '../../storage'
import { drawnSheet, type SheetTexts } from './drawnSheet'

const SHIELD = 'M12 3l7 3v5c0 4.500-3 8-7 10-4-2-7-5.500-7-10V6zM9 12l2.200 2.200L15.200 10'

interface ConsentTexts extends SheetTexts {
  readonly asksFor: string
  readonly returnTo: string
  readonly here: (path: string) => string
  readonly scopes: Readonly<Record<string, string>>
}

const zh: ConsentTexts = {
  heading: '授权',
  act: '同意并授权',
  refuse: '拒绝',
  asksFor: '申请获取',
  returnTo: '之后回到',
  here: (path) => `这里的 ${path}`,
  scopes: {
    'scope.mobile': '手机号',
    'scope.auth': '实名信息',
    'scope.bank': '银行卡信息',
    'scope.contract': '签约信息',
    upapi_base: '用户标识',
    upapi_mobile: '手机号',
    upapi_auth: '实名信息',
    upapi_mshpush: '消息推送',
    upapi_contract: '免密支付签约',
  },
}

const en: ConsentTexts = {
  heading: 'Authorization',
  act: 'Allow',
  refuse: 'Refuse',
  asksFor: 'asks for',
  returnTo: 'Then go to',
  here: (path) => `${path} here`,
  scopes: {
    'scope.mobile': 'the mobile number',
    'scope.auth': 'the verified identity',
    'scope.bank': 'bank card details',
    'scope.contract': 'an agreement',
    upapi_base: 'who you are',
    upapi_mobile: 'the mobile number',
    upapi_auth: 'the verified identity',
    upapi_mshpush: 'messages to you',
    upapi_contract: 'payments without a password',
  },
}

/** The choice between `redirectUri` at another host and the same path here, where the page is developed. */
function returnPlaces(redirectUri: string, here: string, words: ConsentTexts, returnTo: TextMemory) {
  const list = make('select', { 'data-part': 'return-to' })
  const { host, pathname } = new URL(redirectUri)
  list.appendChild(make('option', { value: '' }, host + pathname))
  list.appendChild(make('option', { value: 'here' }, words.here(new URL(here).pathname)))
  list.value = returnTo.get()
  on(list, 'change', () => returnTo.set(list.value))
  return make('label', { class: 'field' }, make('span', {}, words.returnTo), list)
}

/** The sheet of UnionPay's authorization button, and of its consent page on the web. */
export const consent = drawnSheet({ 'zh-Hans': zh, en }, ({ question, words, memories }) => {
  const scope = readString(question.params, 'scope') || ''
  const app = readString(question.params, 'appId')
  const plan = readString(question.params, 'planId')
  const redirectUri = readString(question.params, 'redirectUri')
  const here = readString(question.params, 'here')
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
      ...(redirectUri && here ? [returnPlaces(redirectUri, here, words, memories.returnTo)] : []),
    ],
  }
})
