/** The meanings of codes, in a few words for a button. */
import { type CommonCode, hasOwn } from '../../../src/internalsWithoutDom'

type Text = readonly [zh: string, en: string]
type Texts = Readonly<Record<string, Text>>

/** Codes that no native gives: upsdk's file makes some, a page's own server and UnionPay's button the others. */
type NeverOfNative =
  | 'c99'
  | 'c101'
  | 'c102'
  | `__ENV__${number}`
  | `${'a' | 'S' | 'N' | 'BC' | 'SG' | 'NG'}${number}`
  | 3023

/** Codes of every method. A code that the kit comes to know does not compile without its text. */
const commonTexts: { readonly [Code in Exclude<CommonCode, NeverOfNative>]: Text } = {
  94: ['人像验证未通过，次日再试', 'face not verified, try again tomorrow'],
  95: ['人像验证未通过，可再试', 'face not verified, try again now'],
  96: ['未开通人像认证', 'face verification is off'],
  97: ['身份验证未完成（无文档）', 'identity check failed (undocumented)'],
  98: ['身份验证未完成（无文档）', 'identity check failed (undocumented)'],
  99: ['未实名认证', 'no verified identity'],
  c00: ['参数错误', 'bad parameters'],
  c01: ['签名未通过', 'signature refused'],
  c02: ['无权限', 'no permission'],
  c03: ['客户端没有此方法', 'not in this wallet'],
  c04: ['客户端没有此插件', 'plug-in not in this wallet'],
  c05: ['config 未通过', 'config was refused'],
}

/** Codes of single methods, which come before the common ones. Of the rows that match a method, the first counts. */
const texts: readonly (readonly [methods: RegExp, codes: Texts])[] = [
  [/^pay$/, { '02': ['支付失败', 'payment failed'] }],
  [
    /Audio|Video|Face|Album/,
    {
      '00': ['参数错误', 'bad parameters'],
      '01': ['内部错误', 'internal error'],
      '02': ['没有权限', 'no permission'],
      '03': ['文件过大', 'file too large'],
      '04': ['其他错误', 'other error'],
      '07': ['文件不存在', 'file not found'],
    },
  ],
  [
    /^collectCurrentApplet$/,
    {
      '01': ['已关注', 'already followed'],
      '02': ['不在小程序页面', 'not in a mini-program page'],
      '03': ['网络异常', 'network error'],
      '05': ['其他错误', 'other error'],
    },
  ],
  [
    /^addCommonApp$/,
    {
      '03': ['没有此应用', 'no such app'],
      '04': ['已添加', 'already added'],
      '05': ['未登录', 'not logged in'],
      99: ['参数错误', 'bad parameters'],
    },
  ],
  [
    /^(shareSinglePlugin|showShareMorePanel)$/,
    {
      '01': ['未安装渠道应用或调用失败', 'app of the channel missing, or the call failed'],
      '02': ['shareType 或 shareId 错误', 'wrong shareType or shareId'],
    },
  ],
]

/** Makes the function that finds a code's text in one language; '' for an unknown code. */
export const codeTexts =
  (language: 'zh' | 'en') =>
  (method: string, code: string): string => {
    const ofMethod = texts.filter(([methods, codes]) => methods.test(method) && hasOwn(codes, code))[0]?.[1]
    const [zh, en] = (ofMethod || (commonTexts as Texts))[code] || ['', '']
    return language === 'zh' ? zh : en
  }
