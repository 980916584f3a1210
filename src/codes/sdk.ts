import type { CodeCatalogue, CodeEntry } from './catalogue'
import type { Reason } from './reasons'

const code = (reason: Reason, more?: Partial<CodeEntry>): CodeEntry => ({ reason, source: 'sdk', ...more })

const update: Partial<CodeEntry> = { message: 'update-wallet', presentation: 'dialog' }

/** The codes that the SDK file itself makes (upsdk-behaviour §3); c02 stands with the front-end codes. */
export const sdkCodes: CodeCatalogue = {
  c00: code('bad-config'),
  c01: code('bad-signature'),
  c03: code('unsupported', update),
  c04: code('unsupported', update),
  c05: code('not-ready'),
  c99: code('invalid-params', { hint: '`pay` needs a tn.' }),
  c101: code('outside-wallet'),
  c102: code('unsupported', { ...update, hint: 'The wallet app is too old.' }),
  __ENV__10001: code('outside-wallet'),
  __ENV__10002: code('invalid-params', { hint: 'Illegal timeout of the authorization button.' }),
}

/** The texts of these codes in the SDK file, verbatim: for developers, kept apart so that `core` does not carry them. */
const texts: Record<string, string> = {
  c00: '参数错误',
  c01: '签名未通过, 不能访问插件',
  c02: 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！',
  c03: 'INVALID_ACTION_EXCEPTION: 插件里面没有此方法！',
  c04: 'CLASS_NOT_FOUND_EXCEPTION: 此插件没有实现！',
  c05: 'config执行成功以后才能调用插件方法',
  c99: '银联钱包支付必须先生成TN号',
  c101: 'upsdk.js必须被云闪付加载',
  c102: '您手机上云闪付版本太低,请安装新版本!',
  __ENV__10001: '检测到未在云闪付APP中运行或未成功加载upsdk.js',
  __ENV__10002: '检测到timeout值非法',
}

/** A catalogue that only adds the SDK file's texts. */
export const sdkTexts: CodeCatalogue = /* @__PURE__ */ Object.keys(texts).reduce<Record<string, CodeEntry>>(
  (catalogue, key) => {
    catalogue[key] = code('unknown', { description: texts[key] })
    return catalogue
  },
  {},
)
