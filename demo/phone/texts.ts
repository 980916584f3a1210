import type { PlayedCall } from '../scenarios'

interface ActionTexts {
  title: string
  text: string
  button: string
  done: string
}
export interface PhoneTexts {
  shop: string
  waiting: string
  /** The button of an alert. */
  ok: string
  item: string
  actions: Readonly<Record<PlayedCall, ActionTexts>>
}

/** The texts of the mini-program in the phone, in the language of the kit. */
export const phoneTexts: Readonly<Record<string, PhoneTexts>> = {
  'zh-Hans': {
    shop: '半糖咖啡',
    waiting: '处理中…',
    ok: '确定',
    item: '拿铁 1 杯 · 可颂 1 个',
    actions: {
      pay: { title: '¥ 28.00', text: '', button: '立即付款', done: '付款成功，正在备餐' },
      bioDetect: {
        title: '验证身份',
        text: '领取会员礼前，请先验证',
        button: '开始人像验证',
        done: '验证通过',
      },
      scanQRCode: { title: '扫码点单', text: '扫描桌上的二维码', button: '扫一扫', done: '已选桌号 A12' },
      appletExplicitAuth: {
        title: '加入会员',
        text: '用手机号领取会员优惠',
        button: '授权手机号',
        done: '授权成功，会员已开通',
      },
      backend: { title: '我的订单', text: '查询最近的订单', button: '刷新订单', done: '已刷新' },
    },
  },
  'zh-Hant': {
    shop: '半糖咖啡',
    waiting: '處理中…',
    ok: '確定',
    item: '拿鐵咖啡 1 杯 · 牛角包 1 個',
    actions: {
      pay: { title: '¥ 28.00', text: '', button: '立即付款', done: '付款成功，正在準備' },
      bioDetect: {
        title: '驗證身份',
        text: '領取會員禮品前，請先驗證',
        button: '開始人像驗證',
        done: '驗證通過',
      },
      scanQRCode: { title: '掃碼點餐', text: '掃描枱上的二維碼', button: '掃一掃', done: '已選枱號 A12' },
      appletExplicitAuth: {
        title: '加入會員',
        text: '以手機號碼領取會員優惠',
        button: '授權手機號碼',
        done: '授權成功，會員已開通',
      },
      backend: { title: '我的訂單', text: '查詢最近的訂單', button: '重新整理', done: '已更新' },
    },
  },
  en: {
    shop: 'Half Sugar',
    waiting: 'One moment…',
    ok: 'OK',
    item: '1 latte · 1 croissant',
    actions: {
      pay: { title: '¥ 28.00', text: '', button: 'Pay now', done: 'Paid. Your order is being prepared.' },
      bioDetect: {
        title: 'Verify yourself',
        text: 'Before you collect your gift',
        button: 'Verify my face',
        done: 'Verified',
      },
      scanQRCode: {
        title: 'Order at the table',
        text: 'Scan the code on your table',
        button: 'Scan',
        done: 'Table A12',
      },
      appletExplicitAuth: {
        title: 'Join the club',
        text: 'Member prices with your mobile number',
        button: 'Share my number',
        done: 'Welcome. You are a member now.',
      },
      backend: { title: 'My orders', text: 'Look up your last order', button: 'Refresh', done: 'Up to date' },
    },
  },
}
