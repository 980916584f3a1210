import { describe, expect, it } from 'vitest'
import { createUpsdk as createCore } from '../../src/core'
import { createUpsdk, type UpsdkError, type UpsdkOptions } from '../../src/index'
import { page } from '../support/page'
import { stateOf } from '../support/wallet'

const noFunctions: unknown[] = ['x', 5, {}, true, null]
const noTimes: unknown[] = [-1, Number.NaN, '5', true, {}]
const noObjects: unknown[] = ['x', 5, true, null]
const noLists: unknown[] = [{}, 'x', null]

/** Every option, and what it is not. */
const malformed: { readonly [Name in Exclude<keyof UpsdkOptions, 'config'>]-?: readonly unknown[] } = {
  locale: ['zh_CN', 5, 'en-u', 'en-US-US', '', null, 'Auto!'],
  messages: noObjects,
  locales: noLists,
  catalogues: noLists,
  readyTimeout: noTimes,
  callTimeout: noTimes,
  notify: ['yes', 1, null, {}],
  presenter: [{}, { toast() {} }, { dialog() {} }, { toast: 'x', dialog() {} }, null, 'toast', () => {}],
  actions: noObjects,
  isCancelled: noFunctions,
  toastDuration: [...noFunctions, 3000],
  serverMessage: noFunctions,
  script: ['', 1, {}, null],
  openInApp: [{}, { encryptAppId: 'app' }, 'app', null, { open: true }],
  fallbacks: noObjects,
  onError: noFunctions,
  onCall: noFunctions,
  inspector: [{}, 'console', true, null, [{}], [null], [{ step() {} }, {}]],
  translateFail: ['yes', 1, null],
  userAgent: [5, {}, null],
  window: noObjects,
}
const cases = Object.entries(malformed).flatMap(([name, values]) =>
  values.map((value) => [name, value] as const),
)

describe('a malformed option throws a TypeError that names it', () => {
  it.each(cases)('%s: %j', (name, value) => {
    for (const create of [createUpsdk, createCore]) {
      const made = () => create({ [name]: value })
      expect(made).toThrow(TypeError)
      expect(made).toThrow(`upsdk-kit: option "${name}"`)
    }
  })

  it('options that are no object throw too', () => {
    for (const options of ['x', 5, null, true])
      expect(() => createUpsdk(options as unknown as UpsdkOptions)).toThrow(TypeError)
  })

  it('says what it has to be', () => {
    expect(() => createUpsdk({ callTimeout: -1 })).toThrow(
      'upsdk-kit: option "callTimeout" must be a time in ms, 0 or more',
    )
  })

  it.each(['config', 'script'])('of core, %s needs its part', (name) => {
    const value = name === 'config' ? {} : true
    expect(() => createCore({ [name]: value })).toThrow(`option "${name}" needs the part`)
  })

  it.each([null, {}, 'events', [null], [5]])('of core, %j are no parts', (parts) => {
    expect(() => createCore({ parts: parts as never })).toThrow('option "parts"')
  })
})

describe('what is well-formed', () => {
  it.each(Object.keys(malformed))('may be undefined: %s', (name) => {
    expect(() => createUpsdk({ [name]: undefined }).destroy()).not.toThrow()
  })

  it.each<[keyof UpsdkOptions, unknown]>([
    ['readyTimeout', null],
    ['readyTimeout', 0],
    ['callTimeout', null],
    ['callTimeout', Infinity],
    ['notify', () => false],
    [
      'presenter',
      new (class {
        toast() {}
        dialog() {}
      })(),
    ],
    ['inspector', []],
    ['inspector', [{ step() {} }, { step() {}, created() {} }]],
    ['openInApp', { open() {} }],
    ['script', false],
    ['config', () => ({})],
    ['window', page().window],
  ])('%s: %j', (name, value) => {
    expect(() => createUpsdk({ [name]: value }).destroy()).not.toThrow()
  })

  it.each<[keyof UpsdkOptions, unknown]>([
    ['messages', { en: 'x', 'not a tag': {}, fr: null }],
    ['locales', [{ locale: 'ja' }, null, 5]],
    ['catalogues', [null, { X1: null }, 5]],
    ['actions', { 99: {}, 96: null }],
    ['fallbacks', { vibrate: 5 }],
    ['config', {}],
  ])('%s is not looked at any deeper, and breaks nothing: %j', (name, value) => {
    const upsdk = createUpsdk({ [name]: value })
    expect(upsdk.explain('99', { method: 'pay' })).toMatchObject({ retry: 'never' })
    expect(() => upsdk.destroy()).not.toThrow()
  })
})

describe('a malformed option of one call', () => {
  it.each<[string, unknown]>([
    ...noTimes.map((value): [string, unknown] => ['timeout', value]),
    ...['yes', 1, null].map((value): [string, unknown] => ['notify', value]),
  ])('rejects with a TypeError that names it: %s: %j', async (name, value) => {
    const upsdk = createUpsdk()
    const outcome = await stateOf(upsdk.closeWebApp({}, { [name]: value }))
    expect(outcome).toBeInstanceOf(TypeError)
    expect(String(outcome)).toContain(`option "${name}"`)
    upsdk.destroy()
  })

  it.each(
    [{}, null, 'x', { aborted: false }].flatMap((value): [string, unknown][] => [
      ['signal', value],
      ['beforeSending', value],
    ]),
  )('on which a payment hangs refuses the call: %s: %j', async (name, value) => {
    const upsdk = createUpsdk()
    const outcome = await stateOf(upsdk.closeWebApp({}, { [name]: value }))
    expect(outcome).toMatchObject({ reason: 'invalid-params', sent: false })
    expect((outcome as UpsdkError).hint).toContain(name)
    upsdk.destroy()
  })
})
