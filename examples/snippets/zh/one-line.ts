// wallet.ts，在入口第一行导入
import { createUpsdk } from 'upsdk-kit'

export const upsdk = createUpsdk({
  script: true, // 页面没有引入 upsdk.js 时，由 upsdk-kit 加载。
  translateFail: true, // 旧代码的 `fail` 得到用户看得懂的文案，而不是原文。
  // 支付结果待确认时，弹窗上的“查看订单”。
  actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } },
})
Object.assign(window, { upsdk })
