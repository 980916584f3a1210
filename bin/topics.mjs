/**
 * What developers search for under other words than a code, a text or a question of the guide: the words, and in both
 * languages what to look at.
 */
export const topics = [
  {
    words: ['刷脸', '人脸', '人像', '活体', 'face'],
    zh: [
      '刷脸 / 人脸 / 人像验证',
      '方法是 `bioDetect`；94 当日失败过多（改用支付密码），95 可再试，96 未开通人像认证，99 未实名，都已有用户文案。',
      'docs/zh/error-handling.md#原因',
    ],
    en: [
      'Face verification',
      'The method is `bioDetect`; 94 failed too often today (offer the payment password), 95 may try again, 96 not enabled, 99 no real name.',
      'docs/error-handling.md#the-reasons',
    ],
  },
  {
    words: ['分享', '转发', 'share', 'sharing'],
    zh: [
      '分享',
      '`showSharePopup` 没有回调。`shareUrl` 是普通地址时，好友会在云闪付之外打开；用 `shareLink` 生成能回到小程序的链接。',
      'docs/zh/outside-the-wallet.md#分享',
    ],
    en: [
      'Sharing',
      '`showSharePopup` never calls back. A `shareUrl` that is a bare address opens outside the wallet; `shareLink` makes one that leads back.',
      'docs/outside-the-wallet.md#sharing',
    ],
  },
  {
    words: ['状态栏', '标题栏', '导航栏', '沉浸', 'status bar', 'title bar', 'navigation bar'],
    zh: [
      '状态栏 / 标题栏 / 导航栏',
      '`setTitleStyle` 设置颜色、渐变、是否显示，`setNavigationBarTitle` 设置标题；高度用 `getSystemInfo`，旧版云闪付没有，先用 `supports` 判断。',
      'docs/zh/title-bar.md#标题与颜色',
    ],
    en: [
      'Title bar, status bar',
      '`setTitleStyle` sets colours, gradient and whether it is seen, `setNavigationBarTitle` the title; heights are in `getSystemInfo`, which older wallets lack: ask `supports` first.',
      'docs/title-bar.md#title-and-colours',
    ],
  },
  {
    words: ['关闭小程序', '退出小程序', '关闭页面', '关闭当前', 'closeWebApp', 'close the page'],
    zh: [
      '关闭小程序 / 关闭页面',
      '`closeWebApp()`，不需要参数，可能没有回调；打开另一个小程序并关闭当前的：`openApplet({ appId, isFinish: "1" })`。',
      'docs/zh/title-bar.md#关闭',
    ],
    en: [
      'Closing the mini-program',
      '`closeWebApp()`, without parameters, which may never call back; to open another one and close this: `openApplet({ appId, isFinish: "1" })`.',
      'docs/title-bar.md#closing',
    ],
  },
  {
    words: ['鸿蒙', 'harmonyos', 'harmony', 'arkweb'],
    zh: [
      '鸿蒙（HarmonyOS）',
      '`environment.platform` 为 `harmony`；是否在云闪付内以 upsdk 自己的 `isInsideWallet` 为准。还没有鸿蒙真机的报告，欢迎提交。',
      'docs/zh/wallets.md#提交报告',
    ],
    en: [
      'HarmonyOS',
      '`environment.platform` is `harmony`; whether the page is inside the wallet, upsdk’s own `isInsideWallet` says. No report of a real phone yet: add yours.',
      'docs/wallets.md#add-yours',
    ],
  },
  {
    words: ['返回键', '返回按钮', '物理返回', '侧滑返回', 'back button'],
    zh: [
      '返回键 / 返回按钮',
      '隐藏标题栏的返回键：`setTitleStyle({ backBtnVisible: "0" })`，iOS 上“重新载入”后会再次出现；监听返回：`upsdk.on("onPageBack", …)`。',
      'docs/zh/title-bar.md#返回键',
    ],
    en: [
      'Back button',
      'To hide that of the title bar: `setTitleStyle({ backBtnVisible: "0" })`, on iOS it is back after a reload; to hear of it: `upsdk.on("onPageBack", …)`.',
      'docs/title-bar.md#the-back-button',
    ],
  },
  {
    words: ['真机调试', '真机', '手机上调试', 'vconsole', 'eruda', 'real phone'],
    zh: [
      '真机调试',
      '手机上用 vConsole 或 eruda，里面有 upsdk 一页：每次调用的步骤、环境、查错误码、复制报告。权限、域名、签名只能在真机上验证。',
      'docs/zh/on-a-phone.md#vconsole-与-eruda',
    ],
    en: [
      'Debugging on a real phone',
      'vConsole or eruda, with a tab upsdk: steps of each call, environment, code look-up, a report to copy. Permissions, domains and signatures can only be tried there.',
      'docs/on-a-phone.md#vconsole-and-eruda',
    ],
  },
  {
    words: ['tn', '交易流水号', '下单'],
    zh: [
      'tn（交易流水号）',
      '由后端向支付网关下单取得，交给 `upsdk.pay({ tn })`；支付之后由后端查询订单，不以前端结果为准。',
      'docs/zh/server.md#订单与-tn',
    ],
    en: [
      'tn',
      'Your server gets it from the payment gateway, the page hands it to `upsdk.pay({ tn })`; after that only the server’s query tells what was paid.',
      'docs/server.md#orders-and-tn',
    ],
  },
  {
    words: ['openId', 'accessToken', 'unionId', '登录态'],
    zh: [
      'openId / accessToken / unionId',
      '后端用 `appletAuth` 得到的授权码换取，授权码只能用一次；不要交给页面。',
      'docs/zh/server.md#登录与手机号',
    ],
    en: [
      'openId, accessToken, unionId',
      'Your server exchanges the code of `appletAuth` for them; a code works once, and none of them goes to the page.',
      'docs/server.md#login-and-mobile-number',
    ],
  },
  {
    words: ['白名单', '安全域名', '域名', 'allowlist', 'whitelist', 'domain'],
    zh: [
      '白名单 / 安全域名',
      '域名在开放平台配置，并上传验证文件；N62132、BC2132 是域名没有配置，SG0024 还可能是限流、时间戳或 `secret`。',
      'docs/zh/faq.md#无权限访问此插件--illegal_access_exception--c02--非法请求',
    ],
    en: [
      'Registered domains',
      'Domains are registered on the open platform, with a file to upload; N62132 and BC2132 mean that one is not, SG0024 may also be a rate limit, the timestamp or `secret`.',
      'docs/faq.md#无权限访问此插件--illegal_access_exception--c02--非法请求',
    ],
  },
  {
    words: ['国密', 'sm2', 'sm3', 'sm4'],
    zh: [
      '国密（SM2、SM3、SM4）',
      '开放平台上切换后，签名的 SHA-256 换成 SM3，字段加密的 3DES 换成 SM4，RSA 换成 SM2；前端不受影响。',
      'docs/zh/server.md#国密',
    ],
    en: [
      'SM2, SM3, SM4 (国密)',
      'Switched on the open platform: SM3 for SHA-256 in signatures, SM4 for 3DES in fields, SM2 for RSA; nothing changes in the page.',
      'docs/server.md#sm2-sm3-sm4',
    ],
  },
  {
    words: ['解密', '加密', '3des', 'decrypt', 'decryption'],
    zh: [
      '解密手机号、实名信息',
      '后端用能力包的密钥（hex）解密：3DES-ECB、PKCS 填充、base64；16 字节的密钥按 K1 K2 K1 补成 24 字节。',
      'docs/zh/server.md#解密',
    ],
    en: [
      'Decrypting the mobile number',
      'On your server, with the key of the capability (hex): 3DES-ECB, PKCS padding, base64; a key of 16 bytes is used as K1 K2 K1.',
      'docs/server.md#decryption',
    ],
  },
  {
    words: ['backendToken', 'frontToken', 'secret', 'appSecret', '签名'],
    zh: [
      'backendToken / frontToken / 签名',
      '由后端取得，有效期 2 小时，重新取得会使前一个失效，取得太频繁会被限制：整个后端共用一个。`secret` 不能出现在前端代码里。',
      'docs/zh/server.md#令牌',
    ],
    en: [
      'backendToken, frontToken, signatures',
      'Your server gets them; they live 2 hours, a new one ends the former, and asking often gets a server blocked: one for the whole server. `secret` never stands in front-end code.',
      'docs/server.md#tokens',
    ],
  },
]

/** What is also typed for a section or a code, beyond the topics: the command line and the site's search find it by that. */
export const alsoTyped = {
  'CHANGELOG.md#changelog':
    '更新日志 更新记录 版本更新 更新内容 改了什么 升级 新版本 changelog release notes latest version new version what changed breaking changes upgrade',
  'docs/zh/outside-the-wallet.md#在云闪付之外打开': '判断环境 检测环境 判断是否在云闪付里 是不是云闪付 UA',
  'docs/outside-the-wallet.md#opened-outside-the-wallet':
    'detect the wallet check the environment is it inside the UnionPay app user agent',
  'docs/zh/error-handling.md#时限与中止':
    '超时 超时时间 设置超时 请求超时 一直等待 一直转圈 取消调用 timeout',
  'docs/error-handling.md#time-limits-and-giving-up':
    'timeout setting how long does a call take, takes forever, hangs, spinner, cancel a call',
  'docs/zh/messages-and-locales.md#使用哪种语言': '繁体 繁体中文 香港 英文 切换语言 多语言 国际化 i18n',
  'docs/messages-and-locales.md#which-language-is-used': 'i18n language switch traditional Chinese Hong Kong',
  'docs/zh/faq.md#电脑上如何调试': '没有手机 电脑上测试 浏览器里测试 Chrome 本地测试 本地调试',
  'docs/faq.md#how-to-debug-on-a-desktop':
    'test without a phone on a computer in desktop Chrome browser laptop locally',
  'docs/zh/error-handling.md#怎样算成功': 'code 1 code 20000 200 业务码 成功码 判断成功 接口返回成功却提示',
  'docs/error-handling.md#what-counts-as-a-success':
    'our API success code 1 20000 business code a success is shown as a failure',
  'docs/zh/faq.md#服务端渲染ssrnuxtnext-window-is-not-defined':
    '服务端渲染 SSR SSG Nuxt Next nextjs document is not defined',
  'docs/faq.md#server-rendering-ssr-nuxt-next--window-is-not-defined':
    'server side rendering SSR SSG nuxt next nextjs document is not defined',
  'docs/zh/options.md#体积': '包体积 多大 多少 kB 首屏 加载大小',
  'docs/options.md#sizes': 'bundle size how many kB does it add how large how big',
  'docs/zh/faq.md#深色模式': '夜间模式 暗黑模式 暗色 dark mode 弹窗颜色 白色弹窗',
  'docs/faq.md#dark-mode': 'dark theme night mode colours colors of toasts and dialogs',
  'docs/zh/faq.md#在-iframe-里调用-upsdk': '嵌套页面 内嵌 子页面 微前端 qiankun 跨域 frame',
  'docs/faq.md#inside-an-iframe': 'embedded in a frame nested page micro front end',
  'docs/zh/faq.md#支付成功后跳转到订单页': '支付完成 跳转页面 回调地址 returnUrl 返回商户 结果页',
  'docs/faq.md#after-a-payment-redirect-to-the-order-page':
    'navigate after success return url result page callback url',
  'docs/zh/faq.md#同一订单付了两次--退款': '退款 怎么退款 退钱 退回 重复支付 多付一笔 订单重复 两条订单',
  'docs/faq.md#an-order-was-paid-twice--a-refund':
    'refund money back duplicate order charged again for the same order',
  'docs/zh/faq.md#方法返回值的类型': 'ResultOf TypeScript 类型 类型定义 返回类型',
  'docs/faq.md#the-type-of-a-methods-result': 'ResultOf TypeScript return type type definitions typings',
  'docs/zh/faq.md#定位返回哪些字段': '经纬度 纬度 经度 位置信息 地址 城市 latitude longitude',
  'docs/faq.md#which-fields-a-location-has': 'coordinates latitude longitude address city of a position',
  'docs/zh/faq.md#需要哪个-node-版本': 'nodejs Node 版本要求 最低版本 nvm',
  'docs/faq.md#which-version-of-node-it-needs': 'nodejs minimum node version requirement nvm',
  'docs/zh/faq.md#微信浏览器里能用云闪付支付吗h5-支付':
    '微信支付 H5支付 网页支付 手机网页 支付宝 调起支付 公众号',
  'docs/faq.md#payments-in-wechat-or-in-a-browser-h5':
    'web payment H5 payment WeChat Alipay pay in a browser',
  'docs/zh/rollout.md#紧急关闭':
    '紧急关闭 降级 熔断 停用 下线 远程关闭 关掉 开关 线上故障 出问题 kill switch',
  'docs/rollout.md#turn-it-off-at-once-a-kill-switch':
    'kill switch disable remotely feature flag turn off in production emergency incident',
  'docs/zh/script-tag.md#从-cdn-引入': 'CDN unpkg jsdelivr 外链 线上地址 在线引入 script 引入 SRI integrity',
  'docs/script-tag.md#from-a-cdn': 'CDN unpkg jsdelivr script src hosted SRI integrity',
  'docs/zh/error-handling.md#axios-拦截器':
    'axios 拦截器 interceptor request.js 请求封装 统一错误处理 统一提示 fetch',
  'docs/error-handling.md#an-axios-interceptor':
    'axios interceptor request wrapper global error handling fetch toast',
  'docs/zh/rollout.md#回退': '回滚 怎么回滚 退回旧版',
  'docs/rollout.md#rolling-back': 'rollback a release go back to raw upsdk',
  'docs/zh/faq.md#提示与控制台': '两个toast 两个提示 提示两次 提示被挡住 弹窗挡住 提示被遮住 popup',
  'docs/faq.md#messages-and-the-console': 'two toasts double toast toast hidden behind a modal covered popup',
  'docs/zh/faq.md#其他问题': '许可证 商用 离线 内网 没有网络',
  'docs/faq.md#other-questions': 'license licence commercial use offline intranet',
  'docs/zh/privacy.md#读取': '收集哪些数据 采集 数据收集',
  'docs/privacy.md#what-it-reads': 'what data is collected data collection',
  'docs/zh/wallet.md#在模拟的云闪付里打开任意页面': 'wallet npx upsdk-kit wallet simulated wallet 模拟器',
  'docs/wallet.md#any-page-in-a-simulated-wallet': 'wallet npx upsdk-kit wallet',
  'docs/zh/testing.md#控制面板': '模拟支付失败 模拟失败 模拟取消',
  'docs/testing.md#the-control': 'mock a failed payment simulate a failure',
  'docs/faq.md#charged-but-shown-as-failed--charged-twice': 'money was taken money deducted payment failed',
  'docs/zh/faq.md#云闪付小程序-白屏':
    '页面白屏 空白页 空白 白页 打开空白 Uncaught SyntaxError Unexpected token 语法错误',
  'docs/zh/faq.md#调用没反应--收银台不弹出来--回调不执行':
    '没有反应 点了没反应 没有回调 pluginReady不执行 pluginReady 不触发 回调不触发 success不执行 fail不执行 没有执行 收银台不弹出来 收银台没有弹出 收银台打不开 支付没反应',
  'docs/zh/faq.md#cannot-read-properties-of-undefined-reading-pluginready--upsdkxxx-is-not-a-function':
    'upsdk.pay is not a function',
  'docs/zh/faq.md#ios-与-android-的差异':
    '安卓 苹果 返回不一样 不一致 appletAuth 返回的 code 是 undefined 扫码结果是 undefined iOS正常安卓不行 安卓正常iOS不行 JSON.parse 报错',
  'docs/zh/faq.md#连点两下第二下没有回调': '按钮点不了 按钮灰了 连点 双击 防抖',
  'docs/faq.md#a-second-tap-calls-neither-success-nor-fail': 'double tap button stays disabled',
  'docs/zh/messages-and-locales.md#改文案': '改提示文案 修改提示',
  'docs/zh/going-live.md#上线检查': '检查什么 提审前 上线前 上线 发布 审核 提审 检查 检查清单',
  'docs/going-live.md#going-live': 'go live checklist review release',
  'docs/zh/on-a-phone.md#转发到自己的电脑': '本地页面 局域网 内网穿透 开发中的页面',
  'docs/on-a-phone.md#forward-the-domain-to-your-computer': 'tunnel local page lan',
  'docs/zh/signed-pages.md#签名没有通过': '签名不对 签名错误 签名失败 签名无效 验签失败',
  'docs/signed-pages.md#when-it-is-refused': 'signature invalid wrong signature',
  'docs/server.md#signatures': 'sign signing signature config verification',
  'docs/faq.md#支付插件调用失败--pay-gives-no-code': 'payment failed without a code',
  'docs/faq.md#blank-page-in-the-unionpay-app-云闪付小程序-白屏':
    'white screen empty page wallet Uncaught SyntaxError Unexpected token old android webview syntax error',
  'docs/zh/error-handling.md#支付':
    '扣款 钱扣了 扣了钱 扣费 重复扣款 重复支付 付了两次 扣了两次 多扣 已扣款 用户取消支付怎么判断 显示失败 支付成功但是提示失败',
  'docs/error-handling.md#payments':
    'how to know that the user cancelled a payment charged twice double charge charged but failed payment failed but charged paid twice money gone duplicate payment',
  'docs/zh/outside-the-wallet.md#引导打开云闪付':
    '微信里打不开 打不开 微信打开 浏览器打开 跳云闪付 唤起 拉起 跳转',
  'docs/zh/privacy.md#先征得同意': '隐私政策 隐私协议 用户协议 个人信息 合规',
  'docs/privacy.md#ask-first': 'privacy policy consent personal data',
  'docs/zh/faq.md#支付插件调用失败--pay-没有错误码': '支付失败',
  'docs/faq.md#无权限访问此插件--illegal_access_exception--c02--非法请求':
    'permission denied no permission forbidden',
  'docs/zh/server.md#签名': '签名验证失败 验签失败 验签 签名错误',
  'docs/zh/server.md#解密': '手机号解密 解密手机号',
  'docs/server.md#decryption': 'decrypt the phone number decrypt mobile number',
  'docs/faq.md#ios-and-android-differ':
    'result is a string on android, undefined on android, works on ios but not on android',
  'docs/faq.md#nothing-happens--the-cashier-does-not-open--the-callback-is-not-called':
    'success fail callback never runs, never called, the cashier does not open, no cashier',
  'docs/zh/taro.md#taro': '接云闪付',
  'docs/faq.md#a31--a10--a20': 'login code expired authorization code expired token expired',
  'docs/zh/faq.md#a31--a10--a20':
    '授权码过期 授权码只能用一次 登录过期 token 过期 backendToken 过期 frontToken 过期 登录失效',
  'methods/pay': '支付 付款',
  'codes/BC0025': '签名验证失败 验签失败 signature verification failed',
  'codes/SG0025': '签名验证失败 验签失败 signature verification failed',
  'codes/N60025': '签名验证失败 验签失败 signature verification failed',
}
