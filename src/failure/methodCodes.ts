import { hasOwn } from '../lib/values'
import type { CodeEntry } from '../types/codes'
import type { Reason } from '../types/failure'

/** A reason; after a blank the key of its own message, and after a colon its own hint, where it has them. */
type Meaning = Reason | `${Reason} ${string}` | `${Reason}: ${string}`
type Meanings = Readonly<Record<string, Meaning>>

const files: Meanings = {
  '00': 'invalid-params',
  '01': 'system',
  '02': 'permission',
  '03': 'invalid-params file-too-large: The file is larger than `maxSize`.',
  '04': 'unknown: The wallet names no cause.',
  '07': 'invalid-params file-not-found: The file is gone: let the user choose again.',
}
const noSuchApp = 'invalid-params: No such app: check appId or url.'
const notLoggedIn = 'user-state not-logged-in: Not logged in to the wallet.'

/**
 * Codes that only mean something for their own methods (upsdk-behaviour §3), and win there over the common
 * tables: a pattern of method names, and what each code means.
 */
export const methodCodes: readonly (readonly [methods: RegExp, codes: Meanings])[] = [
  [/^(chooseFileFromAlbum|readAlbumData)$/, { ...files, '02': 'permission permission-album' }],
  [
    /^((start|read)VideoRecording(Data)?|readFace(Video|Image)Data)$/,
    { ...files, '02': 'permission permission-camera' },
  ],
  [/^(start|stop|read)AudioRecording(Data)?$/, files],
  // The native payment plug-in's own; upsdk drops them, unless native sent JSON inside the text (H13).
  [/^pay$/, { '01': 'cancelled', '02': 'unknown: The wallet says that it failed.' }],
  [
    /^collectCurrentApplet$/,
    {
      '01': 'user-state already-added: Already followed.',
      // The phone and the browser are all right.
      '02': 'unsupported forbidden: Not in a mini-program page.',
      '03': 'network',
      '04': 'cancelled',
      '05': 'unknown: The wallet names no cause.',
    },
  ],
  [
    /^addCommonApp$/,
    {
      '02': 'cancelled',
      '03': noSuchApp,
      '04': 'user-state already-added: Already there.',
      '05': notLoggedIn,
      99: 'invalid-params',
    },
  ],
  [/^(open|prepare)Applet$/, { 101: 'invalid-params: appId is empty.', 102: noSuchApp }],
  [
    /^(shareSinglePlugin|showShareMorePanel)$/,
    {
      '01': "unsupported share-failed: The channel's app is not installed, or the call failed.",
      '02': 'invalid-params: Check shareType and shareId.',
    },
  ],
  [/^recentlyUsedAppletList$/, { '01': notLoggedIn, '02': 'unknown: The wallet names no cause.' }],
  [
    /HCE/,
    {
      1001: 'unsupported no-nfc: This phone has no NFC.',
      1002: 'permission nfc-off: NFC is off.',
      1003: 'unsupported no-nfc: This phone has no HCE.',
      1004: 'permission nfc-off: The wallet is not the default app for NFC.',
      1101: 'system: Registration failed.',
      1102: 'invalid-params: Check the list of AIDs.',
      1103: 'invalid-params',
      1301: 'system: The message was not sent.',
      1401: 'invalid-params',
      1402: 'system: Registration could not be taken back.',
    },
  ],
]

/**
 * What a code means for one method, where it has a meaning of its own.
 *
 * @param exactly as its table spells it; otherwise a number may have lost its leading zero
 */
export function methodCode(method: string, code: string, exactly?: boolean): CodeEntry | undefined {
  for (const [methods, codes] of methodCodes) {
    const key = exactly || hasOwn(codes, code) ? code : `0${code}`
    const meaning = hasOwn(codes, key) && methods.test(method) && codes[key]
    if (meaning) {
      const [, reason, message, hint] = /^(\S+?)(?: (\S+?))?(?:: (.+))?$/.exec(meaning) || []
      return { reason: reason as Reason, source: 'method', message, hint }
    }
  }
  return undefined
}
