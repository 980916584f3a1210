/** The log of a page: which steps make one call, who called, what was chosen, and how the page's kit is found. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk } from '../../../src/index'
import { noop } from '../../../src/internalsWithoutDom'
import type { Step } from '../../../src/types/inspector'
import { createLog } from '../../../wallet/page/log'
import { followKit } from '../../../wallet/page/pageKit'
import { WHOLE } from '../../../wallet/shared/portable'
import type { RawStep } from '../../../wallet/simulator/steps'

type Called = Extract<RawStep, { type: 'called' }>
const called = (id: number, method: string, more: Partial<Called> = {}): RawStep =>
  ({ id, method, at: id, type: 'called', params: {}, through: 'method', ...more }) as RawStep
const reached = (id: number, method: string, params: unknown = {}): RawStep =>
  ({ id, method, at: id, type: 'reached', params }) as RawStep
const step = (id: number, method: string, type: 'called' | 'sent' | 'settled'): Step =>
  ({ id, method, at: id, type }) as Step
/** Each entry as its method, who called, and the types of its steps. */
const shapeOf = (log: ReturnType<typeof createLog>) =>
  log.entries.map(({ method, by, steps }) => [
    method,
    by,
    steps.map(({ from, type }) => `${from} ${type}`).join(', '),
  ])

afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(window, 'upsdk')
  Reflect.deleteProperty(window, Symbol.for('upsdk-kit.shared.1'))
})

describe('the log of a page', () => {
  it('says once what the page is like, and each time what happened', () => {
    const log = createLog()
    for (let time = 0; time < 2; time++) {
      log.addNote('sdk', 'https://cdn.example/upsdk.js')
      log.addNote('server', 'no policy')
      log.addNote('no-sdk', '')
      log.addNote('error', 'boom')
    }
    log.addNote('sdk', 'https://cdn.example/upsdk.min.js')
    expect(log.notes.map(({ kind }) => kind)).toEqual(['sdk', 'server', 'no-sdk', 'error', 'error', 'sdk'])
  })

  it('has the steps of a call in one entry, and says whether upsdk or the bridge was called', () => {
    const log = createLog()
    log.addRaw(called(1, 'pay'))
    log.addRaw(reached(1, 'pay'))
    log.addRaw(reached(2, 'appletExplicitAuth'))
    expect(shapeOf(log)).toEqual([
      ['pay', 'page', 'upsdk called, upsdk reached'],
      ['appletExplicitAuth', 'bridge', 'upsdk reached'],
    ])
    expect(log.entries.map(({ id, at }) => [id, at])).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  it('gives the raw call that a kit hands over to the kit’s call, and later ones to the page', () => {
    const log = createLog()
    log.addKit(step(1, 'pay', 'called'))
    log.addKit(step(1, 'pay', 'sent'))
    log.addRaw(called(5, 'pay'))
    log.addRaw(reached(5, 'pay'))
    log.addKit(step(1, 'pay', 'settled'))
    log.addRaw(called(6, 'pay'))
    expect(shapeOf(log)).toEqual([
      ['pay', 'kit', 'kit called, kit sent, upsdk called, upsdk reached, kit settled'],
      ['pay', 'page', 'upsdk called'],
    ])
  })

  it('gives a raw call of another method than the kit hands over to the page', () => {
    const log = createLog()
    log.addKit(step(1, 'pay', 'sent'))
    log.addRaw(called(5, 'scanQRCode'))
    log.addRaw(called(6, 'pay'))
    expect(shapeOf(log).map(([method, by]) => [method, by])).toEqual([
      ['pay', 'kit'],
      ['scanQRCode', 'page'],
      ['pay', 'page'],
    ])
  })

  it('has a notice of a kit as an entry of its own each time', () => {
    const log = createLog()
    const notice = { id: 0, at: 3, type: 'shown' } as unknown as Step
    log.addKit(notice)
    log.addKit(notice)
    expect(shapeOf(log)).toEqual([
      ['notify', 'kit', 'kit shown'],
      ['notify', 'kit', 'kit shown'],
    ])
  })

  it('leaves out how a kit opens upsdk for itself, but not an error of the page in it', () => {
    const log = createLog()
    log.addRaw(called(1, 'pluginReady'))
    for (const [id, method] of ['pluginReady', 'ready', 'error', 'config'].entries())
      log.addRaw(called(id + 2, method), true)
    log.addRaw(called(7, 'pluginReady'))
    log.addRaw({ id: 2, method: 'pluginReady', at: 8, type: 'told' } as RawStep)
    log.addRaw({ id: 3, method: 'ready', at: 9, type: 'threw' } as RawStep)
    expect(shapeOf(log)).toEqual([
      ['pluginReady', 'page', 'upsdk called'],
      ['config', 'kit', 'upsdk called'],
      ['pluginReady', 'page', 'upsdk called'],
      ['ready', 'bridge', 'upsdk threw'],
    ])
  })

  it('marks the newest waiting call of a method that another has replaced', () => {
    const log = createLog()
    log.addRaw(called(1, 'pay', { through: 'slot' }))
    log.addRaw(called(2, 'scanQRCode', { through: 'slot' }))
    log.addRaw(called(3, 'pay', { through: 'slot', replaces: true } as Partial<Called>))
    expect(log.entries.map(({ replaced }) => !!replaced)).toEqual([true, false, false])
    log.addRaw(called(4, 'pay', { through: 'slot' }))
    expect(log.entries[2]?.replaced).toBe(undefined)
    log.addRaw(called(5, 'pay', { through: 'slot', replaces: true } as Partial<Called>))
    expect(log.entries.map(({ replaced }) => !!replaced)).toEqual([true, false, false, true, false])
  })

  it('marks no call as replaced that native has, or that did not wait', () => {
    const log = createLog()
    log.addRaw(called(1, 'pay', { through: 'slot' }))
    log.addRaw(reached(1, 'pay'))
    log.addRaw(called(2, 'pay'))
    log.addRaw(called(3, 'pay', { replaces: true } as Partial<Called>))
    expect(log.entries.some(({ replaced }) => replaced)).toBe(false)
  })

  it('notes a choice for the first call that native has and has not answered', () => {
    const log = createLog()
    log.addRaw(called(1, 'pay'))
    for (const id of [2, 3, 4]) log.addRaw(reached(id, 'pay'))
    log.addRaw({ id: 2, method: 'pay', at: 9, type: 'answered' } as RawStep)
    log.markOutcome('pay', 'silent')
    log.markOutcome('pay', 'c02')
    log.markOutcome('pay', 'too many')
    log.markOutcome('scanQRCode', 'none')
    expect(log.entries.map(({ chosen }) => chosen?.outcome)).toEqual([undefined, undefined, 'silent', 'c02'])
  })

  it('marks the call whose text was not used, if it is still there', () => {
    const log = createLog()
    log.addRaw(reached(1, 'pay'))
    log.addRaw(reached(2, 'pay'))
    log.markUnusedText(2)
    log.markUnusedText(3)
    expect(log.entries.map(({ unusedText }) => !!unusedText)).toEqual([false, true])
  })

  it('tells who listens what has changed: the entry of a step or a mark, or a note', () => {
    const log = createLog()
    const changes: unknown[] = []
    log.addRaw(called(1, 'pay', { through: 'slot' }))
    log.subscribe(
      (changed) => void changes.push(changed?.map((one) => ('method' in one ? one.id : one.kind))),
    )
    log.addRaw(called(2, 'pay', { through: 'slot', replaces: true } as Partial<Called>))
    log.addRaw(reached(2, 'pay'))
    log.markOutcome('pay', 'silent')
    log.markUnusedText(2)
    log.addNote('error', 'text')
    expect(changes).toEqual([[2], [1], [2], [2], [2], ['error']])
    expect(log.notes).toEqual([
      { at: expect.any(Number), page: expect.any(String), kind: 'error', text: 'text' },
    ])
  })

  it('has short copies of values for people, and whole ones for a test', () => {
    const params = { text: 'x'.repeat(3000) }
    const [short, whole] = [createLog(), createLog(WHOLE)]
    for (const log of [short, whole]) log.addRaw(reached(1, 'pay', params))
    expect(JSON.stringify(short.entries[0]?.reached).length).toBeLessThan(2200)
    expect(whole.entries[0]?.reached?.params).toEqual(params)
  })

  it('does not bring back a call that a full log has dropped', () => {
    const log = createLog()
    for (let id = 1; id <= 1001; id++) log.addRaw(reached(id, 'logEvent'))
    for (let id = 1; id <= 1001; id++) log.addKit(step(id, 'logEvent', 'called'))
    const { length } = log.entries
    log.addRaw({ id: 1, method: 'logEvent', at: 9, type: 'answered' } as RawStep)
    log.addKit(step(1, 'logEvent', 'settled'))
    expect(length).toBe(1000)
    expect(log.entries).toHaveLength(1000)
    expect(log.entries.every(({ steps }) => steps.length === 1)).toBe(true)
  })
})

describe('the kit of a page', () => {
  const created = { options: {} } as never

  it('is found when it is made, and tells who listens, before and after', () => {
    const log = createLog()
    const kit = followKit(log, false)
    let told = 0
    kit.subscribe(() => void told++)
    expect([kit.isThere(), kit.loadsSdk(), told]).toEqual([false, false, 0])
    kit.inspector().created?.(created)
    expect([kit.isThere(), kit.loadsSdk(), told]).toEqual([true, false, 1])
    kit.subscribe(() => void told++)
    expect(told).toBe(2)
  })

  it('says which calls of upsdk it makes for itself, each once', async () => {
    const kit = followKit(createLog(), false)
    const owned: string[] = []
    const raw: Record<string, unknown> = { isInsideWallet: true }
    for (const name of ['pluginReady', 'ready', 'error', 'config'])
      raw[name] = () => {
        // The second is a call of the page inside the kit's own.
        for (const id of [1, 2]) if (kit.owns(called(id, name))) owned.push(name)
      }
    Object.assign(window, { upsdk: raw })
    const made = createUpsdk({ notify: false })
    made.pluginReady(() => undefined)
    made.config({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }).catch(noop)
    await vi.waitFor(() => expect(owned).toEqual(['ready', 'pluginReady', 'error', 'config']))
    made.destroy()
  })

  it('that loads upsdk itself is known', () => {
    const kit = followKit(createLog(), false)
    kit.inspector().created?.({ options: { script: true } } as never)
    expect(kit.loadsSdk()).toBe(true)
  })

  it('writes its steps into the log, and to the console if that is asked for', () => {
    const info = vi.spyOn(console, 'groupCollapsed').mockImplementation(() => undefined)
    const lines = ['log', 'info', 'warn', 'debug'] as const
    const spies = [info, ...lines.map((name) => vi.spyOn(console, name).mockImplementation(() => undefined))]
    const written = () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
    for (const [writes, isWritten] of [
      [false, false],
      [true, true],
    ] as const) {
      const log = createLog()
      const inspector = followKit(log, writes).inspector()
      inspector.step({ ...step(1, 'pay', 'called'), params: {} } as unknown as Step)
      inspector.step({ ...step(1, 'pay', 'settled'), took: 1, ok: true } as unknown as Step)
      expect(shapeOf(log)).toEqual([['pay', 'kit', 'kit called, kit settled']])
      expect(written() > 0).toBe(isWritten)
    }
  })

  it('of a production build is found once it is made', () => {
    const kit = followKit(createLog(), false)
    let told = 0
    kit.subscribe(() => void told++)
    kit.look()
    expect(told).toBe(0)
    const made = createUpsdk({ notify: false })
    kit.look()
    kit.look()
    expect([told, kit.isThere()]).toEqual([1, true])
    made.destroy()
  })
})
