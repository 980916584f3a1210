import { lazy } from '../lib/run'
import type { Reason } from '../types/failure'

/** A reason, followed by a space and the key of its own message if there is one. */
type Meaning = Reason | `${Reason} ${string}`
type Meanings = Readonly<Record<string, Meaning>>

/** Patterns of method names, each with the meanings of codes for these methods. The first row with a code counts. */
export type OwnCodes = readonly (readonly [methods: RegExp, codes: Meanings])[]

/**
 * Makes the codes that methods use in their own way, as far as every kit knows them: those of `pay`, those of a
 * cancellation, and one that would be mistaken for a common code. The part `methodCodes` has the others.
 */
export const ownCodes = /* @__PURE__ */ lazy(
  (): OwnCodes => [
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
const codesOfMethods = (): OwnCodes => [
  [/^(chooseFileFromAlbum|readAlbumData)$/, filesWith('permission permission-album')],
  [
    /^((start|read)VideoRecording(Data)?|readFace(Video|Image)Data)$/,
    filesWith('permission permission-camera'),
  ],
  [/^(start|stop|read)AudioRecording(Data)?$/, files],
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

export const methodCodes: { readonly ownCodes: () => OwnCodes } = {
  ownCodes: /* @__PURE__ */ lazy(() => codesOfMethods().concat(ownCodes())),
}
