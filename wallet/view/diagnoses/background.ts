/** What stands behind each diagnosis: how upsdk or the wallet works there. Said on the page that “why” opens. */
import type { DiagnosisId } from './table'

interface Background {
  readonly zh: string
  readonly en: string
}

export const BACKGROUND: Readonly<Record<DiagnosisId, Background>> = {
  'before-ready': {
    zh: 'upsdk.js 加载后，每个方法先是一个空函数，桥接就绪（deviceready）之后才换成真的。在这之前的调用不会排队，也没有返回。桥接就绪之后，还要用过 pluginReady，或 config 通过，upsdk 才会把调用交给云闪付，否则一律以 c05 失败。',
    en: 'Once upsdk.js has loaded, each method is an empty function until the bridge is up (deviceready). A call before that is not queued, and nothing answers it. With the bridge up, upsdk hands calls to the wallet only after pluginReady was used or a config was accepted; all others fail with c05.',
  },
  'ready-without-config': {
    zh: 'upsdk.ready 属于需要签名的 H5 页面：config 通过之后才执行回调。没有 config 时，它在云闪付里一直不执行，也不报错；只有在页面自己的 pluginReady 回调执行之后才注册的，会立即执行。小程序页面用 pluginReady，不需要签名。',
    en: 'upsdk.ready belongs to signed H5 pages: its callbacks run once a config was accepted. Without a config they never run in the wallet, and nothing says so; only one that is registered after a pluginReady callback of the page has run does, at once. A page of a mini-program uses pluginReady, which needs no signature.',
  },
  'kept-placeholder': {
    zh: '桥接就绪时，upsdk 替换的是对象上的方法。之前取出来的 const { pay } = upsdk 仍是原来的空函数，之后一直如此。',
    en: 'When the bridge comes up, upsdk replaces the methods on its object. What was taken off it before, as by const { pay } = upsdk, stays the empty function.',
  },
  outside: {
    zh: '在云闪付外，2021 年以后的 upsdk.js 会立即执行 pluginReady 的回调，但每个方法都是空函数，所以调用没有任何返回；2020 年的文件连 pluginReady 的回调也不执行。',
    en: 'Outside the wallet, the upsdk.js of 2021 and later runs pluginReady callbacks at once, but each method is an empty function, so that no call is ever answered. That of 2020 does not run those callbacks either.',
  },
  'unknown-method': {
    zh: 'upsdk 只有它自己的方法。旧版本没有后来的方法；有几个方法（getSelfAppletCollectStatus、offGyroscopeChange、openTicketDetails 等）在桥接就绪之前是 undefined，就绪后才出现。',
    en: 'upsdk has its own methods alone. Older versions lack later ones, and a few (getSelfAppletCollectStatus, offGyroscopeChange, openTicketDetails) are undefined until the bridge is up.',
  },
  'missing-parameter': {
    zh: '没有 tn 的 pay 由 upsdk 自己拒绝，不会发给云闪付；没有 shareId 的 shareSinglePlugin、不带参数对象的 chooseImage 会直接抛出异常。',
    en: 'upsdk itself refuses a pay without tn and sends nothing to the wallet. shareSinglePlugin without shareId, and chooseImage without an object, throw.',
  },
  'lost-parameters': {
    zh: 'upsdk 只转发原型是本页面 Object.prototype 的对象。类的实例、Object.create(null)、来自其他 iframe 的对象，以及 length 是数字的对象，云闪付收到的都是空的参数。',
    en: 'upsdk forwards only objects whose prototype is Object.prototype of its own window. Of an instance of a class, of Object.create(null), of an object of another frame, or of one with a number as its length, the wallet gets no field.',
  },
  'async-callback': {
    zh: 'upsdk 用 Object.prototype.toString 判断函数，只认 [object Function]；async 函数是 [object AsyncFunction]，所以不会执行。编译到 ES2017 以下的代码没有这个问题，因此开发时和上线后可能不同。',
    en: 'upsdk recognises a function by Object.prototype.toString, as [object Function]. An async one is [object AsyncFunction], so it never runs. Code that is compiled for engines without async functions does not have this problem, so that development and production may differ.',
  },
  'never-answers': {
    zh: 'setNavigationBarTitle、showFlashInfo、createWebView、showSharePopup、openTicketDetails 等方法交给云闪付后就结束了，从不执行 success 或 fail。等待它们的 Promise 永远没有结果。',
    en: 'setNavigationBarTitle, showFlashInfo, createWebView, showSharePopup, openTicketDetails and others are handed to the wallet, and that is all: neither success nor fail ever runs. A promise that waits for them never settles.',
  },
  'no-fail': {
    zh: 'upsdk 不会自己提示失败。没有 fail 时，失败不会显示、不会抛出，也不会出现在控制台。',
    en: 'upsdk shows no failure itself. Without fail, a failure is not shown, not thrown, and not on the console.',
  },
  'callback-threw': {
    zh: 'upsdk 依次执行 pluginReady 的回调，其中一个抛出异常，后面的就不再执行。在 fail 里抛出异常时，cordova 上一次的状态没有清除，下一次失败会变成 c02。同一个返回在 Android 上常是 JSON 文本，在 iOS 上是对象，只在一个平台上试过的代码因此会抛出异常。',
    en: 'upsdk runs its pluginReady callbacks one after another; if one throws, those behind it do not run. If a fail throws, cordova’s last status is not cleared, and the next failure becomes c02. The same answer is often JSON text on Android and an object on iOS, so that code which was tried on one of them throws on the other.',
  },
  'replaced-callback': {
    zh: '桥接就绪之前，appletAuth、appletConfig 和 config 各只有一个位置：后一次调用覆盖前一次，前一次的回调永远不会执行。',
    en: 'Before the bridge is up, appletAuth, appletConfig and config have one place each: a later call replaces the earlier one, whose callbacks never run.',
  },
  'reused-options': {
    zh: 'upsdk 会改动传入的对象：appletAuth、appletConfig 删除其中的 success 和 fail，分享的方法每次都在 shareUrl 后面追加内容。',
    en: 'upsdk changes the object that it gets: appletAuth and appletConfig delete its success and fail, and the methods of sharing append to its shareUrl each time.',
  },
  'two-payments': {
    zh: 'upsdk 不拦截重复的调用：连点两次就是两次支付，云闪付会依次显示两个收银台。',
    en: 'upsdk does not hold back a second call: a double tap is two payments, and the wallet shows two cashiers, one after the other.',
  },
  'copied-sdk': {
    zh: '银联会更新 open.95516.com 上的 upsdk.js，以适应新版本的云闪付。复制到自己服务器上的文件不会跟着更新。',
    en: 'UnionPay updates the upsdk.js at open.95516.com as the app changes. A copy on a server of your own stays as it is.',
  },
  'text-on-android': {
    zh: '同一个方法的返回，在 Android 上常是 JSON 文本，在 iOS 上是对象。但也不能一律解析：scanQRCode、getSharedData 等返回的本来就是文本，内容可能碰巧像 JSON。',
    en: 'The answer of the same method is often JSON text on Android and an object on iOS. To parse everything would be wrong too: scanQRCode and getSharedData give text, which may look like JSON by chance.',
  },
  'sent-told-failed': {
    zh: '支付失败时，upsdk 只给出一段文字，错误码被丢弃。这段文字不能说明钱有没有付出：网络中断、应用被切到后台时，银行可能已经扣款。是否付款只有后端的订单知道。',
    en: 'Of a failed payment, upsdk gives a text alone and drops its code. That text does not tell whether money was taken: after a lost network, or with the app in the background, the bank may have charged it. Only your server’s order knows.',
  },
  'debug-left-on': {
    zh: 'config({ debug: true }) 让 upsdk 显示“config error”等给开发者的信息，用户也会看到：用浏览器的 alert，config 通过之后用云闪付的提示。',
    en: 'With config({ debug: true }), upsdk shows messages for developers, such as “config error”, and users see them too: in the browser’s alert, and once a config was accepted in a toast of the wallet.',
  },
  'redirect-not-encoded': {
    zh: '授权页从自己的地址里读取 redirectUri。没有编码时，其中的 & 之后成为授权页的参数，# 之后成为授权页的片段，都不会带回你的页面。',
    en: 'The consent page reads redirectUri out of its own address. If it is not encoded, what follows an & in it is a parameter of the consent page, and what follows a # its fragment: neither comes back to your page.',
  },
  'redirect-not-https': {
    zh: '授权码跟在 redirectUri 后面传回页面。http 的地址在途中可以被看到，银联的联登文档要求 https。本机和内网的地址不在此列。',
    en: 'The code comes back in the address of redirectUri. An http address can be read on its way, and UnionPay’s document of the joint login asks for https. Addresses of this machine and of a private network are not meant.',
  },
  'contract-without-plan': {
    zh: 'upapi_contract 是免密支付签约，签的是一个计划（planId），计划由银联分配给商户。',
    en: 'upapi_contract asks the user to agree to payments without a password, under a plan (planId) that UnionPay gives to the merchant.',
  },
  'share-to-browser': {
    zh: '分享出去的是 shareUrl。收到的人点开时，只有云闪付的链接（如 upwallet://applet、usl.95516.com/applet）会打开小程序，其他网址在浏览器里打开，那里没有 upsdk 的功能。',
    en: 'What is shared is shareUrl. For the one who gets it, only links of the wallet (upwallet://applet, usl.95516.com/applet) open the mini-program; other addresses open in a browser, where upsdk does nothing.',
  },
  'bundled-sdk': {
    zh: '桥接的脚本是页面自己的代码加载的，不是由 upsdk.js 的标签：upsdk 打包在里面（如 js-upsdk），或者页面直接使用桥接。模拟的云闪付接住发给桥接的调用，页面传给 upsdk 的参数在这里看不到。',
    en: 'The bridge’s script was loaded by the page’s own code, not by a tag of upsdk.js: upsdk is inside that (js-upsdk, for one), or the page uses the bridge itself. The simulated wallet takes the calls at the bridge; what the page gave to upsdk cannot be seen there.',
  },
  'missed-sdk': {
    zh: 'window.upsdk 由 upsdk.js 建立，这个文件执行之前它是 undefined：使用它的代码抛出异常，upsdk-kit 则等到时限后以 sdk-missing 失败。带 async 的标签何时执行取决于网络，带 defer 的标签和模块在页面解析完之后执行，由脚本加入的标签在加载完之后执行。',
    en: 'upsdk.js makes window.upsdk. Until that file runs it is undefined: code that uses it throws, and upsdk-kit fails with sdk-missing at its deadline. An async tag runs when the network has brought it, a deferred one and a module once the page is parsed, one that a script adds once it has loaded.',
  },
  'no-sdk': {
    zh: 'upsdk.js 由页面自己加载，云闪付不会提供。没有加载时，window.upsdk 是 undefined，使用它的代码会抛出异常。',
    en: 'The page loads upsdk.js itself; the wallet does not provide it. Without it window.upsdk is undefined, and code that uses it throws.',
  },
  'wallet-link': {
    zh: 'upwallet: 开头的链接由云闪付处理：打开小程序、原生页面或 RN 页面。浏览器里没有云闪付，所以这里只画出要打开的页面和参数。',
    en: 'A link that begins with upwallet: is the app’s: it opens a mini-program, a native page or an RN page. There is no app in this browser, so the page that would open is drawn, with its parameters.',
  },
}
