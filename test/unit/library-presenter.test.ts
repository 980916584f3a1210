/** `libraryPresenter` uses the toasts and dialogs of any UI library, and the kit's own if that shows nothing. */
import { describe, expect, it, vi } from 'vitest'
import { type LibraryFunctions, libraryPresenter } from '../../src/presenters'
import { fail } from '../../wallet/simulator'
import { failureOf, kit, pass, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const NEVER = new Promise<never>(() => {})
const ownOnScreen = (kind: 'toast' | 'dialog') => !!document.querySelector(`[data-upsdk-kit=${kind}]`)

async function failingPage(functions: Partial<LibraryFunctions>, code = 'x') {
  const library = { toast: vi.fn(), dialog: vi.fn(() => NEVER), ...functions }
  wallet({ answers: { bioDetect: fail(code) } })
  const run = vi.fn()
  const upsdk = kit({ locale: 'en', presenter: libraryPresenter(library), actions: { 99: { run } } })
  const { message } = await failureOf(upsdk.bioDetect())
  await pass(500)
  return { library, message, run }
}

describe('a toast of a UI library', () => {
  it('gets its time in ms', async () => {
    const { library, message } = await failingPage({})
    expect(library.toast).toHaveBeenCalledExactlyOnceWith(message, { duration: expect.any(Number) })
    await pass(1000)
    expect(ownOnScreen('toast')).toBe(false)
  })

  it.each<[string, Partial<LibraryFunctions>]>([
    [
      'throws',
      {
        toast: () => {
          throw new Error('library')
        },
      },
    ],
    ['rejects', { toast: () => Promise.reject(new Error('library')) }],
    ['shows nothing', { isOnScreen: () => false }],
    ['shows nothing and rejects', { toast: () => Promise.reject(new Error('x')), isOnScreen: () => false }],
  ])('that %s is replaced by the kit’s own', async (_what, functions) => {
    await failingPage(functions)
    await pass(700)
    expect(ownOnScreen('toast')).toBe(true)
  })

  it('that comes with the third frame is kept, however long frames take', async () => {
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation(
      (run) => setTimeout(() => run(0), 1000) as unknown as number,
    )
    let frames = 0
    const nextFrame = () => requestAnimationFrame(() => ++frames < 3 && nextFrame())
    const toast = () => void nextFrame()
    await failingPage({ toast, isOnScreen: () => frames >= 3 })
    const own = []
    for (let second = 0; second < 5; second++) {
      await pass(1000)
      own.push(ownOnScreen('toast'))
    }
    vi.restoreAllMocks()
    expect(own).toEqual(Array(5).fill(false))
    expect(frames).toBe(3)
  })

  it('that comes late, but within 0.6 s, is kept', async () => {
    let asked = 0
    await failingPage({ isOnScreen: () => ++asked > 3 })
    await pass(1000)
    expect(asked).toBe(4)
    expect(ownOnScreen('toast')).toBe(false)
  })
})

describe('a dialog of a UI library', () => {
  it('gets its texts, and confirms by `true` only', async () => {
    const answers: unknown[] = [true, false, undefined]
    for (const answer of answers) {
      const dialog = vi.fn(() => Promise.resolve(answer as boolean))
      const { message, run } = await failingPage({ dialog }, '99')
      expect(dialog).toHaveBeenCalledExactlyOnceWith({
        title: undefined,
        message,
        confirm: 'Verify',
        cancel: 'Cancel',
      })
      expect(run).toHaveBeenCalledTimes(answer === true ? 1 : 0)
    }
  })

  it('that shows nothing is replaced by the kit’s own after 0.6 s', async () => {
    await failingPage({ isOnScreen: () => false }, '99')
    expect(ownOnScreen('dialog')).toBe(false)
    await pass(700)
    expect(ownOnScreen('dialog')).toBe(true)
  })

  it('whose place another one has taken ends without an answer, and the next one comes', async () => {
    let isThere = true
    const dialog = vi.fn(() => NEVER)
    const presenter = libraryPresenter({ toast: vi.fn(), dialog, isOnScreen: () => isThere })
    const answer = presenter.dialog({ message: 'm', confirm: 'OK', lang: 'en' })
    await pass(400)
    expect(await stateOf(answer)).toBe('pending')
    isThere = false
    await pass(200)
    expect(await stateOf(answer)).toBeUndefined()
  })

  it('is closed when its answer is no longer needed, and not if it has answered', async () => {
    for (const [dialog, times] of [
      [() => NEVER, 1],
      [() => Promise.resolve(true), 0],
    ] as const) {
      const close = vi.fn()
      await failingPage({ dialog, close, isOnScreen: () => true }, '99')
      window.dispatchEvent(new Event('hashchange'))
      await pass(1000)
      expect(close).toHaveBeenCalledTimes(times)
    }
  })

  it('is not closed if it is no longer on screen', async () => {
    let isThere = true
    const close = vi.fn()
    await failingPage({ close, isOnScreen: () => isThere }, '99')
    isThere = false
    window.dispatchEvent(new Event('hashchange'))
    await pass(1000)
    expect(close).not.toHaveBeenCalled()
  })

  it('stays alone on screen if it is read for two minutes', async () => {
    await failingPage({ isOnScreen: () => true }, '99')
    const other = vi.fn(() => NEVER)
    kit({ presenter: { toast() {}, dialog: other } }).notify('94')
    await pass(120_000)
    expect(other).not.toHaveBeenCalled()
  })
})
