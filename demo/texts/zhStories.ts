import type { Texts } from './texts'

const inNoTable = {
  name: '官方未列出',
  raw: '实际会返回，但官方文档没有列出，`errmsg` 为空。',
  kit: '按 `identity` 识别，并标明 `documented: false`。',
}

export const zhStories: Texts['stories'] = {
  early: {
    name: '未就绪时点击',
    raw: '桥接就绪前，`pay` 是空函数：点了没有反应，也没有任何回调。',
    kit: '调用自动排队，就绪后在 `pluginReady` 内发送一次，付款成功。',
  },
  late: {
    name: '3 秒后就绪',
    raw: '等待时的每次点击都会排队：桥接一就绪，扫一扫就打开两次。',
    kit: '第一次点击等待就绪；第二次是同一个未结束的调用，返回 `busy`，不会发送。',
  },
  after: {
    name: '超过时限',
    raw: '六秒没有反应，然后自动打开一笔用户早已放弃的付款。',
    kit: '到时限就告诉用户付款未发起；桥接之后再就绪，也不会补发这笔付款。',
  },
  never: {
    name: '始终未就绪',
    raw: '`pluginReady` 一直不触发，也没有任何报错，页面只能一直等。',
    kit: '到时限调用即失败，用户知道接下来怎么办。',
  },
  outside: {
    name: '在云闪付外打开',
    raw: '在浏览器里 `pluginReady` 立即触发，但所有方法仍是空函数，点哪个按钮都没有反应。',
    kit: '付款时引导用户打开云闪付；浏览器能做的由浏览器完成，做不到的返回 `unsupported`。付款、授权和身份验证不会由浏览器代替。',
  },
  c02: {
    name: '无权限',
    raw: '直接显示写给开发者的 `ILLEGAL_ACCESS_EXCEPTION`。',
    kit: '用户知道该功能用不了，开发者知道该到开放平台检查什么。',
  },
  c03: {
    name: '版本过低',
    raw: '`INVALID_ACTION_EXCEPTION`：这个版本的云闪付没有该方法，用户看不懂。',
    kit: '弹窗提示更新云闪付；此后 `supports(method)` 返回 false。',
  },
  c05: {
    name: '未就绪',
    raw: '桥接已就绪，但页面没有使用 `pluginReady`，每次调用都返回 c05。',
    kit: '始终在 `pluginReady` 内发送；即使返回 c05，用户看到的也是明白的提示。',
  },
  94: {
    name: '次日再试',
    raw: 'iOS 返回对象，Android 返回 JSON 文本，页面取不到 `errcode`。',
    kit: '两端得到同样的错误：`reason` 为 `identity`，`retry` 为 `later`，并提示用户明天再试。',
  },
  95: {
    name: '未通过',
    raw: '只说没有通过，不说怎么办；用户用什么语言，看到的都是中文。',
    kit: '轻提示告诉用户怎样更容易通过。`retry` 为 `now`：可以让用户再试一次。',
  },
  96: {
    name: '未开通',
    raw: '只说到哪里开通，用户得自己找过去。',
    kit: '弹窗上有页面定义的按钮，通过 `actions` 直接带用户过去。',
  },
  97: inNoTable,
  98: inNoTable,
  99: {
    name: '未实名',
    raw: '只说“用户身份未实名”，没有下一步。',
    kit: '弹窗上有页面定义的按钮。只有 99 表示未实名时才这样：其他方法的 99 另有含义。',
  },
  mobile: {
    name: '同意授权',
    raw: 'upsdk 没有这个方法。银联的授权按钮组件直接调用原生接口，自己等待桥接，最多 2 秒。',
    kit: '与其他方法用法一致：未就绪时自动排队，得到 `code` 后由后端换取手机号。',
  },
  'mobile-refused': {
    name: '用户拒绝',
    raw: '拒绝和失败进入同一个回调，页面常把它当错误显示出来。',
    kit: '返回 `cancelled`，不显示提示：用户知道自己点了拒绝。',
  },
  'mobile-c02': {
    name: '未开通该权限',
    raw: '组件只把错误码 c02 交给页面，文案和排查都要自己来。',
    kit: '用户看到明白的提示，开发者知道该到开放平台检查什么。',
  },
  paid: {
    name: '支付成功',
    raw: '能用，但要记得 `pluginReady`，还要自己封装回调。',
    kit: 'Promise 正常返回，不显示多余的提示。',
  },
  cancelled: {
    name: '用户取消',
    raw: '`pay` 不返回错误码，取消还是失败只能从文字判断。',
    kit: '返回 `cancelled`，不显示提示：用户知道自己取消了。',
  },
  unconfirmed: {
    name: '结果待确认',
    raw: '页面提示“支付插件调用失败”，用户再付一次，可能就付了两次。',
    kit: '不误报付款结果，先请用户查看订单；按钮“查看订单”由 `actions` 带到页面的订单。`retry` 为 `never`。',
  },
  lost: {
    name: '结果未返回',
    raw: '没有回调。页面要等回调才恢复按钮，按钮从此点不动。',
    kit: '紧接着再点返回 `busy`；5 秒后再点也不发送，而是弹窗提示先查看订单；之后再点，才会用同一个 `tn` 再发送一次。按钮始终可用。',
  },
  double: {
    name: '连点两下',
    raw: '发送了两次，收银台打开两层。',
    kit: '第二次返回 `busy`，不会发送，也不显示提示。',
  },
  own: {
    name: '页面自行提示',
    raw: '每个错误码、每种语言的文案都要自己写。',
    kit: '调用 `preventDefault()` 后不会重复提示，`message` 仍是给用户看的文案。',
  },
  'wallet-toast': {
    name: '云闪付轻提示',
    raw: '`showFlashInfo` 原样显示传入的文字：只有中文的原始报错，而且没有回调。',
    kit: '通过自定义 `presenter` 显示，文案仍来自 upsdk-kit，语言与用户一致。',
  },
  network: {
    name: '后端请求失败',
    raw: '用户看到“Failed to fetch”。',
    kit: '`notify` 能识别 fetch、axios 的错误，以及后端返回的银联错误码。',
  },
}
