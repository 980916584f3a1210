import { readString } from '../../../../src/internalsWithoutDom'
import { icon, make } from '../../../view/element'
import { drawnSheet, type SheetTexts } from './drawnSheet'

const SHIELD = 'M12 3l7 3v5c0 4.500-3 8-7 10-4-2-7-5.500-7-10V6zM9 12l2.200 2.200L15.200 10'

interface ConsentTexts extends SheetTexts {
  readonly asksFor: string
  readonly scopes: Readonly<Record<string, string>>
}

const zh: ConsentTexts = {
  heading: '授权',
  confirm: '同意并授权',
  asksFor: '申请获取',
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

const zhHant: ConsentTexts = {
  heading: '授權',
  confirm: '同意並授權',
  asksFor: '要求取得',
  scopes: { 'scope.mobile': '手機號碼' },
}

const en: ConsentTexts = {
  heading: 'Authorization',
  confirm: 'Allow',
  asksFor: 'asks for',
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

/** The sheet of UnionPay's authorization button, and of its consent page on the web. */
export const consent = drawnSheet({ 'zh-Hans': zh, 'zh-Hant': zhHant, en }, ({ question, words }) => {
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
})
