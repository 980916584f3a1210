// Written by `npm run generate` from examples/snippets.

/** The lines of the guides with which a page gets the kit in upsdk's place: as script tags, and as a module. */
export const GUIDE_SNIPPETS = {
  zh: {
    tags: `<script src="https://open.95516.com/s/open/js/upsdk.js" charset="utf-8"></script>
<script src="upsdk-kit.min.js"></script>
<script>
  var upsdk = UpsdkKit.createUpsdk({
    translateFail: true,
    actions: { 'payment-unconfirmed': { run: function () { location.assign('/order') } } },
  })
</script>`,
    module: `// wallet.ts，在入口第一行导入
import { createUpsdk } from 'upsdk-kit'

export const upsdk = createUpsdk({
  script: true, // 页面没有引入 upsdk.js 时，由 upsdk-kit 加载。
  translateFail: true, // 旧代码的 \`fail\` 得到用户看得懂的文案，而不是原文。
  // 支付结果待确认时，弹窗上的“查看订单”。
  actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } },
})
Object.assign(window, { upsdk })`,
  },
  en: {
    tags: `<script src="https://open.95516.com/s/open/js/upsdk.js" charset="utf-8"></script>
<script src="upsdk-kit.min.js"></script>
<script>
  var upsdk = UpsdkKit.createUpsdk({
    translateFail: true,
    actions: { 'payment-unconfirmed': { run: function () { location.assign('/order') } } },
  })
</script>`,
    module: `// wallet.ts, imported in the first line of the entry
import { createUpsdk } from 'upsdk-kit'

export const upsdk = createUpsdk({
  script: true, // Loads upsdk.js if the page does not.
  translateFail: true, // An old \`fail\` gets the user's words, not the raw text.
  // “View order”, in the dialog of a payment that may have been made.
  actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } },
})
Object.assign(window, { upsdk })`,
  },
} as const
