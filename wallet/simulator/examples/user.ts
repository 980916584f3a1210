import type { AccountMethods } from '../../../src/types/account'
import type { AppletMethods } from '../../../src/types/applet'
import type { IdentityMethods } from '../../../src/types/identity'
import type { PaymentMethods } from '../../../src/types/payment'
import type { StorageMethods } from '../../../src/types/storage'
import { done, type Examples, invented, PICTURE, RECORDING } from './example'

let codes = 0
/**
 * Makes a new code for each call, since a code works once. Codes are counted, so that a page gets the same ones at each
 * load.
 */
const nextCode = () => ({ code: `example-code-${++codes}` })

const APPLETS = { appletList: [{ encryptAppId: '0000000000000000', appletName: '示例小程序' }] }

/** Examples for the user: account, cards, mini-programs and data. */
export const userExamples: Examples<
  AccountMethods & AppletMethods & IdentityMethods & PaymentMethods & StorageMethods
> = {
  ...done(
    'addBankCardWithSn',
    'addSelfAppletToLauncher',
    'appletConfig',
    'bioDetect',
    'cancelCollectSelfAppletToHome',
    'cancelFollowSelfApplet',
    'collectSelfAppletToHome',
    'configApplePay',
    'configZheLiBanAuthorizeInfo',
    'deleteAllKeys',
    'deleteData',
    'deleteRecentlyUsedApplet',
    'followSelfApplet',
    'goSelfAppletAppDetail',
    'login',
    'noteInfoChange',
    'openApplet',
    'openBankShareView',
    'openPageVerifyFree',
    'openVoiceBroadcast',
    'openZheLiBanPage',
    'prepareApplet',
    'qrCodePay',
    'qrPay',
    'reenterSelfApplet',
    'setSharedData',
    'uPlanQrPay',
    'uploadStepData',
  ),
  addCommonApp: { value: { code: '00', msg: '添加成功' } },
  appletAuth: { value: nextCode },
  appletExplicitAuth: { value: nextCode },
  cancelCollectApplet: { value: { code: '00' } },
  checkStepPermissions: invented({ permission: '1' }),
  collectApplet: { value: { code: '00' } },
  collectCurrentApplet: { value: { code: '00' } },
  getAllKeys: invented({ code: '00', keys: ['example'] }),
  getAppletCollectionList: invented(APPLETS),
  getBankIsSupportShare: invented({ isSupport: '1' }),
  getContactsData: invented({ name: '联系人', mobile: '13000000000' }),
  getSelfAppletCollectStatus: invented({ status: '1' }),
  getSelfAppletFollowStatus: invented({ status: '1' }),
  getSharedData: { value: 'example' },
  getUserLogoutDate: { value: { userLogoutDate: '1735660800000' } },
  getUserStatus: invented({ status: '1' }),
  getVoiceBroadcastState: invented({ state: '1' }),
  getZheLiBanPublicKey: invented({ publicKey: 'example-key' }),
  idCardRecognition: invented({ name: '持证人', idNumber: '000000000000000000' }),
  queryData: {
    value: ({ key }) => ({ code: '00', msg: '查询成功', key: String(key || ''), value: 'example' }),
  },
  readFaceImageData: { value: { data: PICTURE, isFinished: '1' } },
  readFaceVideoData: { value: { data: RECORDING, isFinished: '1' } },
  readHeadImage: invented({ base64: PICTURE }),
  recentlyUsedAppletList: invented(APPLETS),
  saveData: { value: { code: '00' } },
}
