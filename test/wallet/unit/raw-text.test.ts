/** Texts for developers are told from those that a page may show to its users. */
import { describe, expect, it } from 'vitest'
import { createSdkTexts } from '../../../wallet/simulator/sdkTexts'
import { isRawText } from '../../../wallet/view/rawText'

const file = createSdkTexts('latest', () => 'UTF-8')

describe('a text for developers', () => {
  it.each([
    '支付失败：undefined',
    '支付失败：null',
    '应付 NaN 元',
    'Network Error',
    'Failed to fetch',
    'Request failed with status code 500',
    'timeout of 10000ms exceeded',
    'Unexpected token < in JSON at position 0',
    "Cannot read properties of null (reading 'code')",
    '签名未通过, 不能访问插件',
    ...['c02', 'c03', 'c04', 'c05'].map((code) => String(file.errorOf(code).errmsg)),
    ...['c02', 'c03', 'c04'].map((code) => String(file.errorOf(code).errmsg).split(': ')[1] || ''),
    file.missingParameter('pay', 'tn'),
    file.wrongAddress('https://a.example/'),
    file.paymentFailed(),
    'upsdk.js必须被云闪付加载',
    'errCode: 3',
    'errorMsg',
    'java.lang.NullPointerException',
    'getLocation:fail',
    'Load failed',
    'NetworkError when attempting to fetch resource.',
    '500 Internal Server Error',
    '502 Bad Gateway',
  ])('is found: %s', (text) => expect(isRawText(text)).toBe(true))

  it.each([
    '支付失败，请稍后再试',
    '网络异常，请重试',
    '请安装安全插件',
    '取消支付',
    'Your payment is not confirmed yet',
    'Nancy 的订单',
    '错误码 94',
    'order-no: 12',
  ])('is not taken for one: %s', (text) => expect(isRawText(text)).toBe(false))
})
