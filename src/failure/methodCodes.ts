import { hasOwn } from '../lib/values'
import type { CodeEntry } from '../types/codes'
import type { Reason } from '../types/failure'

/** A reason; after a blank the key of its own message, where it has one. */
type Meaning = Reason | `${Reason} ${string}`
type Meanings = Readonly<Record<string, Meaning>>

const files: Meanings = {
  '00': 'invalid-params',
  '01': 'system',
  '02': 'permission',
  '03': 'invalid-params file-too-large',
  '04': 'unknown',
  '07': 'invalid-params file-not-found',
}

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
  [/^pay$/, { '01': 'cancelled', '02': 'unknown' }],
  [
    /^collectCurrentApplet$/,
    {
      '01': 'user-state already-added',
      // The phone and the browser are all right.
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
      1003: 'unsupported no-nfc',
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
      const [reason, message] = meaning.split(' ')
      return { reason: reason as Reason, source: 'method', message }
    }
  }
  return undefined
}
