import type { ShopAction } from '../stories/stories'

interface ActionTexts {
  /** The title of its row, and the text below it. The payment has neither. */
  readonly title: string
  readonly text: string
  readonly button: string
  readonly done: string
}

export interface ShopTexts {
  readonly shop: string
  readonly item: string
  readonly waiting: string
  /** The button of the shop's own dialog. */
  readonly ok: string
  readonly order: string
  readonly settings: string
  readonly actions: Readonly<Record<ShopAction, ActionTexts>>
}

/** The texts of the shop, by the locale of its user. */
export const shopTexts: Readonly<Record<'zh-Hans' | 'zh-Hant' | 'en', ShopTexts>> = {
  'zh-Hans': {
    shop: '半糖咖啡',
    item: '拿铁 1 杯 · 可颂 1 个',
    waiting: '处理中…',
    ok: '确定',
    order: '这里是“我的订单”',
    settings: '这里是“我的身份信息”',
    actions: {
      pay: { title: '', text: '', button: '立即付款', done: '付款成功，正在备餐' },
      scanQRCode: { title: '扫码点单', text: '扫描桌上的二维码', button: '扫一扫', done: '已选桌号 A12' },
      bioDetect: { title: '会员礼', text: '领取前先验证身份', button: '人像验证', done: '验证通过' },
      appletExplicitAuth: {
        title: '加入会员',
        text: '用手机号领取优惠',
        button: '授权手机号',
        done: '授权成功，会员已开通',
      },
      backend: { title: '我的订单', text: '查询最近的订单', button: '刷新', done: '已刷新' },
    },
  },
  'zh-Hant': {
    shop: '半糖咖啡',
    item: '拿鐵咖啡 1 杯 · 牛角包 1 個',
    waiting: '處理中…',
    ok: '確定',
    order: '這裡是「我的訂單」',
    settings: '這裡是「我的身份資料」',
    actions: {
      pay: { title: '', text: '', button: '立即付款', done: '付款成功，正在準備' },
      scanQRCode: { title: '掃碼點餐', text: '掃描枱上的二維碼', button: '掃一掃', done: '已選枱號 A12' },
      bioDetect: { title: '會員禮品', text: '領取前先驗證身份', button: '人像驗證', done: '驗證通過' },
      appletExplicitAuth: {
        title: '加入會員',
        text: '以手機號碼領取優惠',
        button: '授權手機號碼',
        done: '授權成功，會員已開通',
      },
      backend: { title: '我的訂單', text: '查詢最近的訂單', button: '重新整理', done: '已更新' },
    },
  },
  en: {
    shop: 'Half Sugar',
    item: '1 latte · 1 croissant',
    waiting: 'One moment…',
    ok: 'OK',
    order: 'Here are your orders.',
    settings: 'Here is your ID information.',
    actions: {
      pay: { title: '', text: '', button: 'Pay now', done: 'Paid. Your order is being prepared.' },
      scanQRCode: {
        title: 'Order at the table',
        text: 'The code on your table',
        button: 'Scan',
        done: 'Table A12',
      },
      bioDetect: {
        title: 'Your gift',
        text: 'Verify yourself first',
        button: 'Verify face',
        done: 'Verified',
      },
      appletExplicitAuth: {
        title: 'Join the club',
        text: 'Member prices',
        button: 'Share number',
        done: 'Welcome. You are a member now.',
      },
      backend: { title: 'My orders', text: 'Your last order', button: 'Refresh', done: 'Up to date' },
    },
  },
}

/** Finds the locale of the shop's user: the wallet's language, else the browser's. */
export function shopLocale({ userAgent, language }: Navigator): keyof typeof shopTexts {
  const [, inWallet = language] = /\(language ([\w-]+)\)/.exec(userAgent) || []
  if (!/^zh/i.test(inWallet)) return 'en'
  return /hk|tw|mo|hant/i.test(inWallet) ? 'zh-Hant' : 'zh-Hans'
}
