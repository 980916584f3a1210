/** Inspectors get the reason why a message was shown or not, and never a parameter, a result or a raw text. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Inspector } from '../../src/index'
import { consoleInspector } from '../../src/inspector'
import { fail, succeed } from '../../wallet/simulator'
import { consoleLines, stepRecorder } from '../support/steps'
import { failureOf, give, ignore, kit, pass, rawUpsdk, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

describe('a step says why a failure is not shown:', () => {
  const why = (inspector: ReturnType<typeof stepRecorder>) =>
    inspector.steps.flatMap((step) => (step.type === 'quiet' ? [step.why] : []))

  async function afterFailing(options: Parameters<typeof kit>[0], params = {}, callOptions = {}) {
    wallet({ answers: { bioDetect: fail('95') } })
    const inspector = stepRecorder()
    const upsdk = kit({ inspector, presenter: recorder(), ...options })
    await failureOf(upsdk.bioDetect(params, callOptions))
    await pass(1000)
    return why(inspector)
  }

  it.each<[string, object, object?, object?]>([
    ['notify is off', { notify: false }],
    ['notify is off', { notify: () => false }],
    ['notify is off', {}, {}, { notify: false }],
    ['fail given', {}, { fail() {} }],
    ['fail given', {}, { cancel() {} }],
  ])('%s: %j %j %j', async (expected, options, params, callOptions) => {
    expect(await afterFailing(options, params, callOptions)).toEqual([expected])
  })

  it('a failure is not shown after preventDefault', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const inspector = stepRecorder()
    await kit({ inspector, presenter: recorder() })
      .bioDetect()
      .catch((error) => error.preventDefault())
    await pass(1000)
    expect(why(inspector)).toEqual(['prevented'])
  })

  it('a failure of a quiet method is not shown', async () => {
    wallet({ answers: { getSystemInfo: fail('c02') } })
    const inspector = stepRecorder()
    await failureOf(kit({ inspector, presenter: recorder() }).getSystemInfo())
    await pass(1000)
    expect(why(inspector)).toEqual(['quiet method'])
  })

  it('a failure is not shown if nobody has tapped', async () => {
    wallet({ insideWallet: false })
    give(navigator, 'userActivation', { hasBeenActive: false, isActive: false })
    const inspector = stepRecorder()
    const upsdk = kit({ inspector, presenter: recorder() })
    await failureOf(upsdk.bioDetect())
    await failureOf(upsdk.appletAuth())
    await pass(1000)
    expect(why(inspector)).toEqual(['nobody tapped', 'nobody tapped'])
  })

  it('a failure whose message is already on screen is not shown again', async () => {
    // Three calls were open together, and are answered 100 ms apart; the dialog of the first is closed before the
    // third is shown.
    const answers: ((raw: unknown) => void)[] = []
    const method = ({ fail }: { fail(raw: unknown): void }) => answers.push(fail)
    rawUpsdk({ scanQRCode: method, chooseImage: method, login: method })
    const inspector = stepRecorder()
    const presenter = recorder()
    const upsdk = kit({ inspector, presenter })
    for (const call of [upsdk.scanQRCode(), upsdk.chooseImage(), upsdk.login()]) ignore(call)
    for (const answer of answers) {
      answer({ errcode: 'c03' })
      await pass(100)
    }
    await pass(240)
    presenter.answer(false)
    await pass(500)
    expect(why(inspector)).toEqual(['on screen already'])
    expect(inspector.steps.filter(({ type }) => type === 'shown')).toHaveLength(2)
  })

  it('notify() of a shown error emits quiet, with an empty method', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const inspector = stepRecorder()
    const upsdk = kit({ inspector, presenter: recorder() })
    const error = await failureOf(upsdk.bioDetect())
    await pass(5000)
    upsdk.notify(error)
    upsdk.notify('94')
    await pass(10)
    expect(inspector.of('')).toEqual(['quiet shown before', 'shown dialog'])
  })

  it('toast() has no step', async () => {
    wallet()
    const inspector = stepRecorder()
    kit({ inspector, presenter: recorder() }).toast('hello')
    await pass(10)
    expect(inspector.steps).toEqual([])
  })
})

describe('inspectors', () => {
  it('several inspectors each get every step, and the kit’s context', async () => {
    const sim = wallet({ platform: 'ios' })
    const [one, other] = [stepRecorder(), stepRecorder()]
    const options = { inspector: [one, other] as const, locale: 'en' }
    const upsdk = kit(options)
    await upsdk.getLocationGps()
    expect(one.steps.length).toBeGreaterThan(3)
    expect(other.steps).toEqual(one.steps)
    expect(one.contexts).toHaveLength(1)
    const [context] = one.contexts
    expect(context?.options).toBe(options)
    expect(context?.environment).toMatchObject({ insideWallet: true, platform: 'ios' })
    expect(context?.methods()).toEqual(expect.arrayContaining(['pay', 'scanQRCode']))
    expect(context?.jsApiList()).toEqual(upsdk.jsApiList)
    expect(sim.calls).toHaveLength(1)
  })

  it('an inspector may be an instance of a class that keeps steps', () => {
    wallet()
    class Keeper implements Inspector {
      version = ''
      step() {}
      created({ version }: { version: string }) {
        this.version = version
      }
    }
    const keeper = new Keeper()
    kit({ inspector: keeper })
    expect(keeper.version).toMatch(/^\d/)
  })

  it('inspectors that throw break nothing, and the page gets their errors', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const broken: Inspector = {
      step() {
        throw new Error('of the inspector')
      },
      created() {
        throw new Error('of the inspector')
      },
    }
    const presenter = recorder()
    const last = stepRecorder()
    const upsdk = kit({ inspector: [broken, last], presenter, locale: 'en' })
    const call = failureOf(upsdk.bioDetect())
    const errors: unknown[] = []
    for (let turn = 0; turn < 20; turn++) {
      try {
        await pass(50)
      } catch (error) {
        errors.push(error)
      }
    }
    expect(await call).toMatchObject({ reason: 'identity' })
    expect(presenter.toasts).toHaveLength(1)
    expect(last.of('bioDetect')).toEqual(['called', 'sent', 'answered', 'settled identity', 'shown toast'])
    expect(errors.length).toBeGreaterThan(0)
  })

  it('inspectors never get a parameter, a result or a raw text', async () => {
    const failure = { errcode: '95', errmsg: 'SECRET', msg: 'SECRET' }
    wallet({
      answers: {
        bioDetect: fail(failure),
        scanQRCode: succeed('SECRET'),
        pay: fail({ msg: 'SECRET' }),
        noSuch: fail('SECRET'),
      },
    })
    const inspector = stepRecorder()
    const written = consoleLines()
    const upsdk = kit({ inspector: [inspector, consoleInspector()], presenter: recorder() })
    await failureOf(upsdk.bioDetect({ secret: 'SECRET' }))
    await upsdk.scanQRCode({ scanType: 'SECRET' } as never)
    await failureOf(upsdk.pay({ tn: 'SECRET' }))
    upsdk.notify({ resp: 'a31', msg: 'SECRET' })
    upsdk.notify(new Error('SECRET'))
    await pass(20_000)
    expect(written.length).toBeGreaterThan(5)
    expect(JSON.stringify([inspector.steps, written])).not.toContain('SECRET')
  })
})

describe('a payment that native has answered', () => {
  it('an answered payment keeps no timer, even with an inspector', async () => {
    wallet({ latency: 100 })
    const types: string[] = []
    const upsdk = kit({ inspector: { step: ({ type }) => void types.push(type) } })
    const call = upsdk.pay({ tn: '1' })
    await pass(1500)
    await call
    expect(types).toEqual(['called', 'sent', 'answered', 'settled'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('several inspectors get the same step with the same time', async () => {
  wallet()
  const [first, second] = [stepRecorder(), stepRecorder()]
  await kit({ inspector: [first, second] }).getSystemInfo()
  expect(first.steps.length).toBeGreaterThan(0)
  first.steps.forEach((step, index) => {
    expect(second.steps[index]).toBe(step)
  })
})
