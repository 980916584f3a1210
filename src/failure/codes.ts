import { lazy } from '../lib/run'
import type { CodeCatalogue, CodeEntry } from '../types/codes'
import type { Reason, Source } from '../types/failure'

type More = Omit<CodeEntry, 'reason' | 'source'>
const of =
  (source: Source) =>
  (reason: Reason, more?: More): CodeEntry => ({ reason, source, ...more })

const frontend = /* @__PURE__ */ of('frontend')
const sdk = /* @__PURE__ */ of('sdk')
const server = /* @__PURE__ */ of('server')

const updateWallet = { message: 'update-wallet', presentation: 'dialog' } as const
const noPhone = { message: 'no-phone', presentation: 'dialog' } as const

/**
 * The codes that every kit knows: the official front-end codes, those that the SDK file itself makes, with its own
 * texts (upsdk-behaviour §3), and the server codes that pages meet most. `upsdk-kit/server-codes` adds the official
 * texts and all other server codes. What a code says to developers stands in `hints.ts`, since production has nothing of it.
 *
 * 97 and 98 are in use but in no table; the published text of 96 has that of N62132 run into it.
 */
const makeCodes = () =>
  ({
    94: frontend('identity', { message: '94', presentation: 'dialog' }),
    95: frontend('identity', { message: '95', retry: 'now' }),
    96: frontend('identity', { message: '96', retry: 'never', presentation: 'dialog' }),
    97: frontend('identity', { documented: false }),
    98: frontend('identity', { documented: false }),
    99: frontend('identity', { message: '99', retry: 'never', presentation: 'dialog' }),
    // No description: native uses these texts for other failures too.
    c00: sdk('bad-config'),
    c01: sdk('bad-signature'),
    c02: frontend('forbidden', {
      refused: 'bridge',
      description: 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！',
    }),
    c03: sdk('unsupported', {
      ...updateWallet,
      description: 'INVALID_ACTION_EXCEPTION: 插件里面没有此方法！',
    }),
    c04: sdk('unsupported', {
      ...updateWallet,
      refused: 'bridge',
      description: 'CLASS_NOT_FOUND_EXCEPTION: 此插件没有实现！',
    }),
    c05: sdk('not-ready', { refused: 'file', description: 'config执行成功以后才能调用插件方法' }),
    c99: sdk('invalid-params', {
      refused: 'file',
      description: '银联钱包支付必须先生成TN号',
    }),
    c101: sdk('outside-wallet', { refused: 'file', description: 'upsdk.js必须被云闪付加载' }),
    c102: sdk('unsupported', {
      ...updateWallet,
      description: '您手机上云闪付版本太低,请安装新版本!',
    }),
    __ENV__10001: sdk('outside-wallet', {
      description: '检测到未在云闪付APP中运行或未成功加载upsdk.js',
    }),
    __ENV__10002: sdk('invalid-params', {
      description: '检测到timeout值非法',
    }),
    a31: server('unauthorized'),
    // The server's own tokens: entering again does not help.
    a20: server('system'),
    a10: server('system'),
    a40: server('user-state', { message: 'already-signed' }),
    3023: server('user-state', { message: 'not-registered', presentation: 'dialog' }),
    S52136: server('user-state', noPhone),
    N62136: server('user-state', noPhone),
    N62135: server('user-state', { message: 'phone-not-granted' }),
    N62131: server('forbidden'),
    S52131: server('forbidden'),
    N62132: server('forbidden'),
    BC2132: server('forbidden'),
    SG99: server('system'),
    NG4000: server('system'),
  }) satisfies CodeCatalogue

/** The codes of the table: a hint for any other does not compile. */
export type CommonCode = keyof ReturnType<typeof makeCodes>

/** The table is made at the first failure. */
export const commonCodes: () => CodeCatalogue = /* @__PURE__ */ lazy(makeCodes)

/** A reason, followed by a space and the key of its own message if there is one. */
type Meaning = Reason | `${Reason} ${string}`
type Meanings = Readonly<Record<string, Meaning>>

/** Patterns of method names, each with the meanings of codes for these methods. The first row with a code counts. */
export type MethodCodes = readonly (readonly [methods: RegExp, codes: Meanings])[]

/**
 * Makes the codes that methods use in their own way, as far as every kit knows them: those of `pay`, those of a
 * cancellation, and one that would be mistaken for a common code. The part `methodCodes` has the others.
 */
export const builtInMethodCodes = /* @__PURE__ */ lazy(
  (): MethodCodes => [
    // Codes of the native payment plug-in. upsdk drops them unless native sent JSON inside the text (H13).
    [/^pay$/, { '01': 'cancelled', '02': 'unknown' }],
    [/^collectCurrentApplet$/, { '04': 'cancelled' }],
    [/^addCommonApp$/, { '02': 'cancelled', 99: 'unknown' }],
  ],
)

const files: Meanings = {
  '00': 'invalid-params',
  '01': 'system',
  '02': 'permission',
  '03': 'invalid-params file-too-large',
  '04': 'unknown',
  '07': 'invalid-params file-not-found',
}

const filesWith = (permission: `permission ${string}`): Meanings => ({ ...files, '02': permission })

/** Makes the codes that methods use in their own way (upsdk-behaviour §3), where they override the common tables. */
const moreMethodCodes = (): MethodCodes => [
  [/^(chooseFileFromAlbum|readAlbumData)$/, filesWith('permission permission-album')],
  [
    /^((start|read)VideoRecording(Data)?|readFace(Video|Image)Data)$/,
    filesWith('permission permission-camera'),
  ],
  [/^(start|stop|read)AudioRecording(Data)?$/, filesWith('permission permission-microphone')],
  [
    /^collectCurrentApplet$/,
    {
      '01': 'user-state already-added',
      // The usual message would blame the phone or the browser.
      '02': 'unsupported forbidden',
      '03': 'network',
      '05': 'unknown',
    },
  ],
  [
    /^addCommonApp$/,
    {
      '03': 'invalid-params',
      '04': 'user-state already-added',
      '05': 'user-state not-logged-in',
      99: 'invalid-params',
    },
  ],
  [/^(open|prepare)Applet$/, { 101: 'invalid-params', 102: 'invalid-params' }],
  [
    /^(shareSinglePlugin|showShareMorePanel)$/,
    {
      '01': 'unsupported share-failed',
      '02': 'invalid-params',
    },
  ],
  [/^recentlyUsedAppletList$/, { '01': 'user-state not-logged-in', '02': 'unknown' }],
  [
    /HCE/,
    {
      1001: 'unsupported no-nfc',
      1002: 'permission nfc-off',
      1003: 'unsupported no-hce',
      1004: 'permission nfc-off',
      1101: 'system',
      1102: 'invalid-params',
      1103: 'invalid-params',
      1301: 'system',
      1401: 'invalid-params',
      1402: 'system',
    },
  ],
]

export const methodCodes: { readonly ownCodes: () => MethodCodes } = {
  ownCodes: /* @__PURE__ */ lazy(() => moreMethodCodes().concat(builtInMethodCodes())),
}
