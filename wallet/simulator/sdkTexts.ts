import { misreadIn } from '../../src/internalsWithoutDom'
import type { Generation } from '../methods/generations'

/** The texts of the SDK file's own. Not the kit's tables: a mistake in those must show against the simulator. */
export interface SdkTexts {
  /** Makes a failure of the file itself. */
  errorOf(code: string): { readonly errcode: string; readonly errmsg: string | undefined }
  missingParameter(method: string, name: string): string
  /** A config was signed for another address. */
  wrongAddress(right: string): string
  /** A payment failed without a text of native's. */
  paymentFailed(): string
}

const ERRORS: Readonly<Record<string, string>> = {
  c02: 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！',
  c03: 'INVALID_ACTION_EXCEPTION: 插件里面没有此方法！',
  c04: 'CLASS_NOT_FOUND_EXCEPTION: 此插件没有实现！',
  c05: 'config执行成功以后才能调用插件方法',
}

/** The text about a missing parameter. The file of 2020 itself has it garbled. */
const MISSING = '调用方法缺少参数'
const MISSING_IN_2020 = '璋冪敤鏂规硶缂哄皯鍙傛暟'

/** @param encoding the encoding in which the page decodes the file, which is in UTF-8 */
export function createSdkTexts(generation: Generation, encoding: () => string): SdkTexts {
  const say = (text: string): string => misreadIn({ characterSet: encoding() })(text)
  return {
    errorOf(code) {
      const text = ERRORS[code]
      return { errcode: code, errmsg: text && say(text) }
    },
    missingParameter: (method, name) =>
      `${method}${say(generation === '2020' ? MISSING_IN_2020 : MISSING)}${name}`,
    wrongAddress: (right) => `${say('签名因子url取值不正确, 正确的应该是')}${right}`,
    paymentFailed: () => say('支付插件调用失败'),
  }
}
