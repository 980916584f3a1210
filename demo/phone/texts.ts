import type { Action } from '../scenarios'

interface ActionTexts {
  title: string
  text: string
  button: string
  done: string
}
export interface PhoneTexts {
  wallet: string
  shop: string
  waiting: string
  item: string
  sheet: Readonly<Record<Action, string>>
  actions: Readonly<Record<Action, ActionTexts>>
}

/** What the mini-program in the phone says; it speaks the language that the kit speaks. */
export const phoneTexts: Readonly<Record<string, PhoneTexts>> = {
  'zh-Hans': {
    wallet: '云闪付',
    shop: '半糖咖啡',
    waiting: '处理中…',
    item: '拿铁 1 杯 · 可颂 1 个',
    sheet: { pay: '收银台', bioDetect: '人像验证', scanQRCode: '扫一扫', backend: '' },
    actions: {
      pay: { title: '¥ 28.00', text: '', button: '立即付款', done: '付款成功，正在备餐' },
      bioDetect: {
        title: '验证身份',
        text: '领取会员礼前，请先验证',
        button: '开始人像验证',
        done: '验证通过',
      },
      scanQRCode: { title: '扫码点单', text: '扫描桌上的二维码', button: '扫一扫', done: '已选桌号 A12' },
      backend: { title: '我的订单', text: '查询最近的订单', button: '刷新订单', done: '已刷新' },
    },
  },
  'zh-Hant': {
    wallet: '雲閃付App',
    shop: '半糖咖啡',
    waiting: '處理中…',
    item: '鮮奶咖啡 1 杯 · 牛角包 1 個',
    sheet: { pay: '收銀處', bioDetect: '人像驗證', scanQRCode: '掃一掃', backend: '' },
    actions: {
      pay: { title: '¥ 28.00', text: '', button: '立即付款', done: '付款成功，正在準備' },
      bioDetect: {
        title: '驗證身份',
        text: '領取會員禮品前，請先驗證',
        button: '開始人像驗證',
        done: '驗證通過',
      },
      scanQRCode: { title: '掃碼點餐', text: '掃描枱上的二維碼', button: '掃一掃', done: '已選枱號 A12' },
      backend: { title: '我的訂單', text: '查詢最近的訂單', button: '重新整理', done: '已更新' },
    },
  },
  en: {
    wallet: 'UnionPay App',
    shop: 'Half Sugar Coffee',
    waiting: 'One moment…',
    item: '1 latte · 1 croissant',
    sheet: { pay: 'Checkout', bioDetect: 'Face check', scanQRCode: 'Scan', backend: '' },
    actions: {
      pay: { title: '¥ 28.00', text: '', button: 'Pay now', done: 'Paid. We are on it.' },
      bioDetect: {
        title: 'Verify yourself',
        text: 'Before you collect your gift',
        button: 'Start face check',
        done: 'Verified',
      },
      scanQRCode: {
        title: 'Order at the table',
        text: 'Scan the code on your table',
        button: 'Scan',
        done: 'Table A12',
      },
      backend: { title: 'My orders', text: 'Look up your last order', button: 'Refresh', done: 'Up to date' },
    },
  },
}
