import { hasOwn } from '../lib/values'
import type { CodeEntry } from './catalogue'
import type { Reason } from './reasons'

/** A reason, and after a blank the key of its own message, where it has one. */
type Meaning = Reason | `${Reason} ${string}`

/**
 * Codes that only mean something for their own methods (upsdk-behaviour §3), and win there over the common
 * tables: a pattern of method names, and what each code means.
 */
export const methodCodes: readonly (readonly [methods: RegExp, codes: Readonly<Record<string, Meaning>>])[] =
  [
    [
      /^(chooseFileFromAlbum|readAlbumData|(start|stop|read)(Audio|Video)Recording(Data)?|readFace(Video|Image)Data)$/,
      {
        '00': 'invalid-params',
        '01': 'system',
        '02': 'permission',
        '03': 'invalid-params file-too-large',
        '04': 'unknown',
        '07': 'invalid-params',
      },
    ],
    // The native payment plug-in's own; upsdk drops them, unless native sent JSON inside the text (H13).
    [/^pay$/, { '01': 'cancelled', '02': 'unknown' }],
    [
      /^collectCurrentApplet$/,
      {
        '01': 'user-state already-added',
        // The page is not that of a mini-program; the phone and the browser are all right.
        '02': 'unsupported forbidden',
        '03': 'network',
        '04': 'cancelled',
        '05': 'unknown',
      },
    ],
    [
      /^addCommonApp$/,
      {
        '02': 'cancelled',
        '03': 'invalid-params',
        '04': 'user-state already-added',
        '05': 'unauthorized',
        99: 'invalid-params',
      },
    ],
    [/^(open|prepare)Applet$/, { 101: 'invalid-params', 102: 'invalid-params' }],
    // 01: the app of that channel is not installed.
    [
      /^(shareSinglePlugin|showShareMorePanel)$/,
      { '01': 'unsupported share-failed', '02': 'invalid-params' },
    ],
    [/^recentlyUsedAppletList$/, { '01': 'unauthorized', '02': 'unknown' }],
    [
      /HCE/,
      {
        1001: 'unsupported',
        // NFC is switched off, or another app is the one for payments.
        1002: 'permission nfc-off',
        1003: 'unsupported',
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

/** What a code means for one method, where it has a meaning of its own. */
export function methodCode(method: string, code: string): CodeEntry | undefined {
  for (const [methods, codes] of methodCodes) {
    // A number has lost its leading zero.
    const key = [code, `0${code}`].filter((name) => hasOwn(codes, name))[0]
    const meaning = key && methods.test(method) ? codes[key] : undefined
    if (meaning) {
      const [reason, message] = meaning.split(' ')
      return { reason: reason as Reason, source: 'method', message }
    }
  }
  return undefined
}
