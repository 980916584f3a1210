// @ts-check
/**
 * The index of the guides, by what a developer wants to do: README, docs/README, the site's first page and its navigation,
 * and `npx upsdk-kit` without arguments are made of it. The first guide of a question answers it.
 */

/**
 * @typedef {readonly [title: string, when: string]} Words
 * @typedef {{ file: string, zh: Words, en: Words }} Guide the file in docs/, with a heading's anchor for a section
 * @typedef {{ zh: string, en: string, more?: { zh: string, en: string }, guides: readonly Guide[] }} Question
 */

/** @type {readonly Question[]} `more` stands in the READMEs and in the lists of guides, with links from docs/ or docs/zh/ */
export const questions = [
  {
    zh: '选不选它',
    en: 'Decide whether to use it',
    more: {
      zh: '测试版，`pay` 是实验性功能：还没有真机报告。`npm ci && npm run demo` 打开演示',
      en: 'Beta, and `pay` is experimental: no report from a real phone yet. `npm ci && npm run demo` opens the demo',
    },
    guides: [
      {
        file: 'wallets.md',
        zh: ['真机报告', '想知道是否稳定、支付能不能用：在哪些云闪付上验证过；或提交自己的报告'],
        en: [
          'Wallets tried',
          'want to know whether it is stable and fit for payments: on which wallets it was tried; or add yours',
        ],
      },
      {
        file: 'options.md',
        zh: ['选项与体积', '查全部选项、`UpsdkError` 的属性、各入口的大小'],
        en: ['Options and sizes', 'look up all options, what an `UpsdkError` has, what each entry weighs'],
      },
      {
        file: 'privacy.md',
        zh: ['隐私与合规', '要说明读取、保存、发送了什么，或配置 CSP'],
        en: ['Privacy', 'have to say what is collected, and what is in the logs'],
      },
    ],
  },
  {
    zh: '接入',
    en: 'Add it to a page',
    more: {
      zh: '旧页面[加两个标签](old-page.md#加两个标签)，GBK 也可以',
      en: 'An old page needs [two tags](old-page.md#add-two-tags), also in GBK',
    },
    guides: [
      {
        file: 'getting-started.md',
        zh: ['快速上手', '第一次使用：三分钟上手，安装，第一次调用，失败与提示'],
        en: ['Getting started', 'begin: in three minutes, install, the first call, failures'],
      },
      {
        file: 'vue.md',
        zh: ['Vue 3', '项目用 Vue 3：从空目录到第一笔模拟支付，组合式函数'],
        en: ['Vue 3', 'have a Vue 3 project: from an empty folder to a simulated payment, the composables'],
      },
      {
        file: 'vue-2.md',
        zh: ['Vue 2', '项目用 Vue 2.7 或更早，Vue CLI'],
        en: ['Vue 2', 'have a project with Vue 2.7 or older, Vue CLI'],
      },
      {
        file: 'react.md',
        zh: ['React', '项目用 React，包括 Create React App'],
        en: ['React', 'have a React project, Create React App included'],
      },
      {
        file: 'uni-app.md',
        zh: ['uni-app H5', '项目用 uni-app：`uni.scanCode` 等怎么办，怎样单独构建云闪付版'],
        en: ['uni-app H5', 'have a uni-app project: `uni.scanCode` and others, a build for the wallet alone'],
      },
      {
        file: 'taro.md',
        zh: ['Taro', '项目用 Taro：`Taro.requestPayment` 等怎么办'],
        en: ['Taro', 'have a Taro project: `Taro.requestPayment` and others'],
      },
      {
        file: 'script-tag.md',
        zh: ['script 标签', '不用打包工具，或不用框架'],
        en: ['A script tag', 'have no bundler, or no framework'],
      },
      {
        file: 'old-page.md',
        zh: ['修好旧页面', '旧页面（script 标签、jQuery、回调写法）不重写，只加两个标签'],
        en: [
          'Fix an old page',
          'have a page with script tags, jQuery or callbacks, and want to add two tags and rewrite nothing',
        ],
      },
      {
        file: 'migrating.md',
        zh: ['从 upsdk 迁移', '想把页面里的 `upsdk` 调用逐步改成 Promise'],
        en: [
          'Migrating from upsdk',
          'want to rewrite the calls of `upsdk` in a page to promises, step by step',
        ],
      },
      {
        file: 'signed-pages.md',
        zh: ['签名页面', '使用 `upsdk.config` 和签名，不用 `pluginReady`：页面的部分，签名由后端计算'],
        en: [
          'Signed pages',
          'use `upsdk.config` with a signature instead of `pluginReady`: the page’s part, your server makes the signature',
        ],
      },
      {
        file: 'title-bar.md',
        zh: ['标题栏与返回键', '改标题、颜色、右侧按钮，处理返回'],
        en: [
          'Title bar and back button',
          'change the title, colours or the right button, or handle going back',
        ],
      },
    ],
  },
  {
    zh: '登录、手机号、支付',
    en: 'Log in, get the mobile number, take a payment',
    more: {
      zh: "页面和后端对照，不用手机就能运行；只要手机号：[`upsdk.appletExplicitAuth({ scope: 'scope.mobile' })`](login-and-payment.md#手机号与实名信息)",
      en: "Page and server side by side, runs without a phone; the number alone: [`upsdk.appletExplicitAuth({ scope: 'scope.mobile' })`](login-and-payment.md#the-mobile-number-the-real-name)",
    },
    guides: [
      {
        file: 'login-and-payment.md',
        zh: ['登录、手机号、支付', '从打开页面到订单付清，页面和后端对照着做一遍'],
        en: ['Login, mobile number, payment', 'want a walkthrough, page and server side by side'],
      },
    ],
  },
  {
    zh: '失败处理',
    en: 'Handle failures',
    more: {
      zh: '支付失败或没有返回，`code` 是 `undefined`，钱可能已经付出：[支付](error-handling.md#支付)',
      en: 'A payment failed or gave no answer, its `code` is `undefined`, and the money may be gone: [payments](error-handling.md#payments)',
    },
    guides: [
      {
        file: 'error-handling.md',
        zh: ['错误处理', '决定调用失败时页面做什么；支付失败、没有返回，钱可能已经付出'],
        en: [
          'Error handling',
          'decide what your page does when a call fails, or when a payment may have been made',
        ],
      },
      {
        file: 'messages-and-locales.md',
        zh: ['文案与语言', '改文案，或增加语言'],
        en: ['Messages and locales', 'want other words, or another language'],
      },
      {
        file: 'your-own-ui.md',
        zh: ['自定义界面（Vant 等）', '用 Vant、antd-mobile、uni-app 或自己的轻提示和弹窗'],
        en: [
          'Your own UI (Vant and others)',
          'want failures in the toasts and dialogs of Vant, antd-mobile, uni-app or your own',
        ],
      },
    ],
  },
  {
    zh: '在电脑上试',
    en: 'Try it on a computer',
    more: {
      zh: "任何页面，不用改，安装后执行 `npx upsdk-kit wallet http://localhost:8080`。用打包工具：`import 'upsdk-kit/dev'`；用 Vite 时，插件还在 `/@upsdk-kit/` 提供模拟手机",
      en: "Any page, unchanged, once installed: `npx upsdk-kit wallet http://localhost:8080`. With a bundler: `import 'upsdk-kit/dev'`; with Vite, the plug-in also serves a simulated phone at `/@upsdk-kit/`",
    },
    guides: [
      {
        file: 'wallet.md',
        zh: ['在模拟的云闪付里打开任意页面', '从这里开始：一条命令，在电脑上把任意页面放进模拟的云闪付'],
        en: [
          'Any page in a simulated wallet',
          'begin: any page in a simulated wallet on your computer, by one command',
        ],
      },
      {
        file: 'testing.md',
        zh: ['本地调试与测试', '没有手机，手动调试：在入口加一行代码，亲眼看每一种结果'],
        en: [
          'Testing your page',
          'debug by hand without a phone: one line in the entry, and see every outcome',
        ],
      },
    ],
  },
  {
    zh: '在手机上试',
    en: 'Try it on a phone',
    more: {
      zh: '看日志：页面用了 upsdk-kit 的，[vConsole、eruda 里有每次调用和结果](on-a-phone.md#vconsole-与-eruda)；没有用的，[其他工具](on-a-phone.md#其他看日志的工具)',
      en: 'The log of a page with upsdk-kit: [a tab in vConsole or eruda shows each call and its result](on-a-phone.md#vconsole-and-eruda); of any page: [other tools](on-a-phone.md#other-tools-for-the-log)',
    },
    guides: [
      {
        file: 'on-a-phone.md',
        zh: ['在手机上试', '在手机浏览器或云闪付里打开开发中的页面，用 vConsole、eruda 看每次调用'],
        en: [
          'Try it on a phone',
          'want a page that you are developing in a phone’s browser or in the wallet, and each call in vConsole or eruda',
        ],
      },
    ],
  },
  {
    zh: '测试',
    en: 'Write tests',
    more: {
      zh: '`upsdk-kit/playwright`、`upsdk-kit/simulator`，CI 里也一样运行',
      en: '`upsdk-kit/playwright`, `upsdk-kit/simulator`; both run in CI',
    },
    guides: [
      {
        file: 'testing-playwright.md',
        zh: ['页面测试：Playwright', '在浏览器里测试整个页面，包括支付；在 CI 里运行'],
        en: [
          'Tests of the page: Playwright',
          'test the whole page in a browser, payments included; in CI too',
        ],
      },
      {
        file: 'testing-unit.md',
        zh: ['单元测试与组件测试', '在 vitest 或 Jest 里测试调用 `upsdk` 的代码'],
        en: ['Unit and component tests', 'test code that calls `upsdk` in Vitest or Jest'],
      },
    ],
  },
  {
    zh: '上线、灰度与回退',
    en: 'Go live, roll out, roll back',
    guides: [
      {
        file: 'going-live.md',
        zh: ['上线检查', '准备上线，逐项核对'],
        en: ['Going live', 'are about to go live: a list to check'],
      },
      {
        file: 'rollout.md',
        zh: ['灰度与回退', '分批放量，接监控（ARMS、Aegis、Sentry），要能随时回退'],
        en: [
          'Rollout and rollback',
          'roll out in steps, record calls (ARMS, Aegis, Sentry), and want to be able to go back',
        ],
      },
    ],
  },
  {
    zh: '云闪付外',
    en: 'Outside the wallet',
    guides: [
      {
        file: 'outside-the-wallet.md',
        zh: ['云闪付之外', '用户会在浏览器、微信或电脑上打开页面；分享的链接要能回到小程序'],
        en: [
          'Outside the wallet',
          'have users who open the page in a browser, in WeChat or on a desktop, or share links that lead back',
        ],
      },
    ],
  },
  {
    zh: '服务端',
    en: 'Build the server',
    more: {
      zh: 'Node 整个复制一个文件，`examples/server`；Java 等其他语言有请求与返回、核对签名的数据和模拟服务。`upsdk.config` 的签名怎么算：[签名](server.md#签名)',
      en: 'One file for Node to copy, `examples/server`; for Java and others, requests, answers, values to check your signature, and a mock. The signature for `upsdk.config`: [signatures](server.md#signatures)',
    },
    guides: [
      {
        file: 'server.md',
        zh: ['后端', '后端要换取用户信息、签名、下单、查询订单'],
        en: ['Your server', "exchange codes, sign, take orders: what UnionPay's servers want of yours"],
      },
    ],
  },
  {
    zh: '查错误码',
    en: 'Look up a code',
    more: {
      zh: '安装后也可用 `npx upsdk-kit explain c02`（终端是英文时加 `--locale zh-Hans`）',
      en: "Or, once installed, `npx upsdk-kit explain c02` (`--locale en` shows the user's message in English, and explains a Chinese text in English)",
    },
    guides: [
      {
        file: 'codes.md',
        zh: ['错误码表', '所有错误码、官方描述，以及用户看到的文案（中英对照）'],
        en: ['Codes', 'look up a code, its official text, and what the user sees'],
      },
      {
        file: 'upsdk-behaviour.md',
        zh: ['upsdk 的实际行为', '代码注释和指南里的“H16”“upsdk-behaviour §4”都指这一篇（英文）'],
        en: ['How upsdk really behaves', 'see “H16” or “upsdk-behaviour §4” in a comment or a guide'],
      },
    ],
  },
  {
    zh: '常见问题',
    en: 'See something odd',
    more: {
      zh: '白屏、[调用没反应、收银台不弹出来](faq.md#调用没反应--收银台不弹出来--回调不执行)，或控制台里的报错信息',
      en: 'A white screen, [calls without effect, a cashier that does not open](faq.md#nothing-happens--the-cashier-does-not-open--the-callback-is-not-called), an error message in the console',
    },
    guides: [
      {
        file: 'faq.md',
        zh: ['常见问题', '白屏、调用没反应、收银台不弹出来等现象，或要搜索报错信息'],
        en: [
          'FAQ',
          'see a white screen, calls without effect, a cashier that does not open, or search for an error message',
        ],
      },
    ],
  },
]

/** Guides that are written in one file for both languages, in docs/. */
export const SHARED = ['codes.md', 'upsdk-behaviour.md']

/**
 * The file of a guide, from the root of the package.
 *
 * @param {string} file
 * @param {'zh' | 'en'} language
 */
export const fileOf = (file, language) =>
  language === 'zh' && !SHARED.includes(file) ? `docs/zh/${file}` : `docs/${file}`
