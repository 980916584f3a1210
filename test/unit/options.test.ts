import { describe, expect, it } from 'vitest'
import { createUpsdk, type UpsdkOptions } from '../../src/index'

describe('a malformed option throws a TypeError that names it', () => {
  it.each<[keyof UpsdkOptions, unknown]>([
    ['locale', 'zh_CN'],
    ['locale', 5],
    ['locale', 'en-u'],
    ['locale', 'en-US-US'],
    ['messages', 'x'],
    ['messages', { en: 'x' }],
    ['messages', { 'not a tag': {} }],
    ['locales', {}],
    ['locales', [{ locale: 'ja' }]],
    ['catalogues', [null]],
    ['readyTimeout', -1],
    ['readyTimeout', Number.NaN],
    ['callTimeout', '5'],
    ['notify', 'yes'],
    ['presenter', { toast() {} }],
    ['presenter', { toast() {}, dialog() {}, destroy: 5 }],
    ['actions', { 99: {} }],
    ['serverMessage', 'x'],
    ['script', ''],
    ['config', 'x'],
    ['onError', {}],
    ['onCall', 1],
    ['debug', 'yes'],
    ['window', 'x'],
  ])('%s: %j', (name, value) => {
    expect(() => createUpsdk({ [name]: value })).toThrow(new RegExp(`"${name}"`))
    expect(() => createUpsdk({ [name]: value })).toThrow(TypeError)
  })

  it('options that are no object throw too', () => {
    expect(() => createUpsdk('x' as UpsdkOptions)).toThrow(TypeError)
    expect(() => createUpsdk(null as unknown as UpsdkOptions)).toThrow(TypeError)
  })

  it('undefined is as good as left out', () => {
    expect(() => createUpsdk({ locale: undefined, readyTimeout: undefined }).destroy()).not.toThrow()
  })
})
