/** A code with a meaning of its own in one method has that meaning there, and nowhere else. */

import { describe, expect, it } from 'vitest'
import { methodNames } from '../../scripts/methods.mjs'
import { methodCodes } from '../../src/failure/codes'
import { findOwnCode } from '../../src/failure/explain'
import { hintOf } from '../../src/failure/hints'
import { reasons } from '../../src/failure/reasons'
import { createUpsdk, explain } from '../../src/index'
import { en } from '../../src/locales/en'
import { serverCodes } from '../../src/server-codes'
import type { Reason } from '../../src/types/failure'

const ALBUM = ['chooseFileFromAlbum', 'readAlbumData']
const AUDIO = ['startAudioRecording', 'stopAudioRecording', 'readAudioRecordingData']
const VIDEO = ['startVideoRecording', 'readVideoRecordingData', 'readFaceVideoData', 'readFaceImageData']
const FILES = [...ALBUM, ...AUDIO, ...VIDEO]
/** Every method of the reference. */
const HCE = ['getHCEState', 'startHCE', 'onHCEMessage', 'sendHCEMessage', 'stopHCE']

/** [methods, code, reason, key of the message, if it is not the reason's] */
const expected: [string[], string, Reason, (keyof typeof en.messages)?][] = [
  [FILES, '00', 'invalid-params'],
  [FILES, '01', 'system'],
  [ALBUM, '02', 'permission', 'permission-album'],
  [AUDIO, '02', 'permission', 'permission-microphone'],
  [VIDEO, '02', 'permission', 'permission-camera'],
  [FILES, '03', 'invalid-params', 'file-too-large'],
  [FILES, '04', 'unknown'],
  [FILES, '07', 'invalid-params', 'file-not-found'],
  [['collectCurrentApplet'], '01', 'user-state', 'already-added'],
  [['collectCurrentApplet'], '02', 'unsupported', 'forbidden'],
  [['collectCurrentApplet'], '03', 'network'],
  [['collectCurrentApplet'], '04', 'cancelled'],
  [['collectCurrentApplet'], '05', 'unknown'],
  [['addCommonApp'], '02', 'cancelled'],
  [['addCommonApp'], '03', 'invalid-params'],
  [['addCommonApp'], '04', 'user-state', 'already-added'],
  [['addCommonApp'], '05', 'user-state', 'not-logged-in'],
  [['addCommonApp'], '99', 'invalid-params'],
  [['openApplet', 'prepareApplet'], '101', 'invalid-params'],
  [['openApplet', 'prepareApplet'], '102', 'invalid-params'],
  [['shareSinglePlugin', 'showShareMorePanel'], '01', 'unsupported', 'share-failed'],
  [['shareSinglePlugin', 'showShareMorePanel'], '02', 'invalid-params'],
  [['recentlyUsedAppletList'], '01', 'user-state', 'not-logged-in'],
  [['recentlyUsedAppletList'], '02', 'unknown'],
  [HCE, '1001', 'unsupported', 'no-nfc'],
  [HCE, '1002', 'permission', 'nfc-off'],
  [HCE, '1003', 'unsupported', 'no-hce'],
  [HCE, '1004', 'permission', 'nfc-off'],
  [HCE, '1101', 'system'],
  [HCE, '1102', 'invalid-params'],
  [HCE, '1103', 'invalid-params'],
  [HCE, '1301', 'system'],
  [HCE, '1401', 'invalid-params'],
  [HCE, '1402', 'system'],
]
const cases = expected.flatMap(([methods, code, reason, key]) =>
  methods.map((method) => [method, code, reason, key || (reason as keyof typeof en.messages)] as const),
)

describe('codes that mean something for one method only', () => {
  it.each(cases)('%s %s is %s', (method, code, reason, key) => {
    for (const failure of [{ code, msg: 'x' }, { errcode: code }, { code: Number(code) }, code]) {
      const { message, ...rest } = explain(failure, { method, locale: 'en', catalogues: [serverCodes] })
      expect(rest).toMatchObject({ reason, source: 'method', description: undefined })
      expect(message).toBe(en.messages[key])
    }
  })

  it('are all covered by this test’s table', () => {
    const tested = new Set([...cases.map(([method, code]) => `${method} ${code}`), 'pay 01', 'pay 02'])
    for (const [methods, codes] of methodCodes.ownCodes()) {
      const own = methodNames.filter((method) => methods.test(method))
      expect(own).not.toEqual([])
      for (const method of own)
        for (const code of Object.keys(codes)) expect(tested).toContain(`${method} ${code}`)
    }
  })

  it('have known reasons and messages, and most a hint that says more than the reason’s', () => {
    for (const [method, code] of cases) {
      const { reason = 'none', message = 'unknown' } = findOwnCode(methodCodes.ownCodes(), method, code) || {}
      expect(Object.keys(reasons())).toContain(reason)
      expect(Object.keys(en.messages)).toContain(message)
    }
    const hasOwnHint = ([method, code, reason]: (typeof cases)[number]) =>
      explain(code, { method }).hint !== hintOf({ reason })
    expect(cases.filter(hasOwnHint).length).toBeGreaterThan(cases.length / 2)
  })

  it.each([
    ['readAlbumData', '03', 'The file is larger than `maxSize`.'],
    ['startAudioRecording', '7', 'The file is gone: let the user choose again.'],
    ['collectCurrentApplet', '02', 'Not in a mini-program page.'],
    ['addCommonApp', '5', 'Not logged in to the wallet.'],
    ['openApplet', '102', 'No such app: check appId or url.'],
    ['showShareMorePanel', '02', 'Check shareType and shareId.'],
    ['recentlyUsedAppletList', '02', 'The wallet names no cause.'],
    ['sendHCEMessage', '1301', 'The message was not sent.'],
    ['pay', '02', 'The wallet says that it failed. Ask your backend for the order before another payment.'],
  ])('hint at what only the method means: %s %s', (method, code, hint) => {
    expect(explain({ code }, { method }).hint).toBe(hint)
  })

  it('mean nothing for other methods, nor without a method', () => {
    for (const method of ['bioDetect', 'collectApplet', 'openAppletX', 'constructor', undefined]) {
      expect(explain('102', { method }).reason).toBe('unknown')
      expect(explain('02', { method }).source).toBe('unknown')
      expect(explain('99', { method }).reason).toBe('identity')
    }
  })

  it('mean nothing for a method whose name merely contains one of theirs', () => {
    // All methods of HCE share their codes.
    for (const [name, code] of cases.filter(([method]) => !/HCE/.test(method))) {
      for (const method of [`x${name}`, `${name}X`, `x${name}X`])
        expect(explain(code, { method }).source, `${method} ${code}`).not.toBe('method')
    }
  })

  it('do not change the common codes', () => {
    expect(explain('c02', { method: 'addCommonApp' }).source).toBe('frontend')
    expect(explain('98', { method: 'addCommonApp' }).reason).toBe('identity')
    expect(explain('constructor', { method: 'addCommonApp' }).source).toBe('unknown')
  })

  it('never say that a sent payment has failed', () => {
    for (const failure of [{ code: '02' }, { msg: '{"code":"02"}' }, '02', { msg: '02' }]) {
      expect(explain(failure, { method: 'pay', locale: 'en' })).toMatchObject({
        retry: 'never',
        message: en.messages['payment-unconfirmed'],
      })
    }
  })

  it('are not searched for in the text of a payment’s failure', () => {
    const sourceOf = (failure: unknown) => explain(failure, { method: 'pay' }).source
    expect([{ code: '02' }, { msg: '{"code":"02"}' }].map(sourceOf)).toEqual(['method', 'method'])
    expect(['02', { msg: '02' }, { msg: '处理中[01]' }].map(sourceOf)).toEqual(Array(3).fill('unknown'))
  })

  it('do not get a page’s message for the bare code', () => {
    const upsdk = createUpsdk({
      locale: 'en',
      messages: { en: { 99: 'No name!', 'file-too-large': 'Too big!', 101: 'No!' } },
    })
    const { messages } = en
    expect(upsdk.explain('99').message).toBe('No name!')
    expect(upsdk.explain('99', { method: 'addCommonApp' }).message).toBe(messages['invalid-params'])
    expect(upsdk.explain(101, { method: 'openApplet' }).message).toBe(messages['invalid-params'])
    expect(upsdk.explain('03', { method: 'readAlbumData' }).message).toBe('Too big!')
    upsdk.destroy()
  })
})
