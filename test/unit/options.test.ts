/** A malformed option is refused with a TypeError that names it, and nothing else happens. */
import { describe, expect, it, vi } from 'vitest'
import { createUpsdk as createCore } from '../../src/core'
import { fallbacks } from '../../src/fallbacks'
import { createUpsdk, type UpsdkError, type UpsdkOptions } from '../../src/index'
import { page } from '../support/page'
import { failureOf, kit, pass, recorder, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const noFunctions: unknown[] = ['x', 5, {}, true, null]
const noTimes: unknown[] = [-1, Number.NaN, '5', true, {}]
const noObjects: unknown[] = ['x', 5, true, null]
const noLists: unknown[] = [{}, 'x', null]

/** Every option with malformed values. */
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
  isSuccess: noFunctions,
  serverMessage: noFunctions,
  script: ['', 1, {}, null],
  openInApp: [{}, { encryptAppId: 'app' }, 'app', null, { open: true }],
  fallbacks: [...noObjects, { vibrate: () => undefined }],
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

  it('and so do options that are no object', () => {
    for (const options of ['x', 5, null, true])
      expect(() => createUpsdk(options as unknown as UpsdkOptions)).toThrow(TypeError)
  })

  it('and says what it has to be', () => {
    expect(() => createUpsdk({ callTimeout: -1 })).toThrow(
      'upsdk-kit: option "callTimeout" must be a time in ms, 0 or more',
    )
  })

  it.each([
    ['config', {}, 'signedMode'],
    ['script', true, 'scriptLoading'],
  ])('and so does %s of core without its part', (name, value, part) => {
    expect(() => createCore({ [name]: value })).toThrow(`option "${name}" needs the part \`${part}\``)
  })

  it.each([null, {}, 'events', [null], [5]])('and so do %j as parts of core', (parts) => {
    expect(() => createCore({ parts: parts as never })).toThrow('option "parts"')
  })
})

describe('a well-formed option', () => {
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
  ])('is accepted: %s: %j', (name, value) => {
    expect(() => createUpsdk({ [name]: value }).destroy()).not.toThrow()
  })

  it.each<[keyof UpsdkOptions, unknown]>([
    ['messages', { en: 'x', 'not a tag': {}, fr: null }],
    ['locales', [{ locale: 'ja' }, null, 5]],
    ['catalogues', [null, { X1: null }, 5]],
    ['actions', { 99: {}, 96: null }],
    ['fallbacks', fallbacks({ vibrate: 5 as never })],
    ['config', {}],
  ])('is not checked any deeper, and breaks nothing: %s: %j', (name, value) => {
    const upsdk = createUpsdk({ [name]: value })
    expect(upsdk.explain('99', { method: 'pay' })).toMatchObject({ retry: 'never' })
    expect(() => upsdk.destroy()).not.toThrow()
  })
})

describe('a malformed option of one call', () => {
  it.each(
    [{}, null, 'x', { aborted: false }].flatMap((value): [string, unknown][] => [
      ['signal', value],
      ['beforeSending', value],
    ]),
  )('makes a payment reject if the payment depends on it: %s: %j', async (name, value) => {
    const upsdk = createUpsdk()
    const outcome = await stateOf(upsdk.closeWebApp({}, { [name]: value }))
    expect(outcome).toMatchObject({ reason: 'invalid-params', sent: false })
    expect((outcome as UpsdkError).hint).toContain(name)
    upsdk.destroy()
  })

  it.each<[string, unknown]>([
    ...noTimes.map((value): [string, unknown] => ['timeout', value]),
    ...['yes', 1, null].map((value): [string, unknown] => ['notify', value]),
  ])(
    'makes the call reject with a TypeError that names it, and nothing else happens: %s: %j',
    async (name, value) => {
      const sim = wallet()
      const told = vi.fn()
      const upsdk = kit({ presenter: recorder(), onError: told, onCall: told })
      const callbacks = { success: told, fail: told, complete: told }
      const call = upsdk.pay({ tn: '1', ...callbacks }, { [name]: value })
      const outcome = await stateOf(call)
      await pass(1000)
      expect(outcome).toBeInstanceOf(TypeError)
      expect(String(outcome)).toContain(`option "${name}"`)
      expect(sim.calls).toEqual([])
      expect(told).not.toHaveBeenCalled()
    },
  )
})

describe('a malformed option that a payment depends on is refused:', () => {
  it.each([['signal'], ['beforeSending']])('a controller in place of its signal: %s', async (name) => {
    const sim = wallet()
    const options = { [name]: new AbortController() } as object
    const error = await failureOf(kit({ notify: false }).pay({ tn: '1' }, options))
    expect(error).toMatchObject({ reason: 'invalid-params', sent: false })
    expect(error.hint).toContain(name)
    expect(sim.calls).toHaveLength(0)
  })

  it.each([[5], ['wx'], [true]])(
    'config %j is bad-config, and no call is sent without a config',
    async (config) => {
      const sim = wallet()
      const upsdk = kit({ config: config as never, notify: false })
      expect(await failureOf(upsdk.ready())).toMatchObject({ reason: 'bad-config' })
      expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ sent: false })
      expect(sim.calls).toHaveLength(0)
    },
  )
})
