/** `libraryPresenter`: the toasts and dialogs of any UI library, and the kit's own where it shows nothing. */
import { describe, expect, it, vi } from 'vitest'
import { type LibraryFunctions, libraryPresenter } from '../../src/presenters'
import { fail } from '../../src/simulator'
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

describe('a toast', () => {
  it('is the library’s, with its time in ms', async () => {
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
  ])('of a library that %s is the kit’s own', async (_what, functions) => {
    await failingPage(functions)
    await pass(700)
    expect(ownOnScreen('toast')).toBe(true)
  })

  it('that comes late, but within 0.6 s, is the library’s', async () => {
    let asked = 0
    await failingPage({ isOnScreen: () => ++asked > 3 })
    await pass(1000)
    expect(asked).toBe(4)
    expect(ownOnScreen('toast')).toBe(false)
  })
})

describe('a dialog', () => {
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

  it('that shows nothing is the kit’s own after 0.6 s', async () => {
    await failingPage({ isOnScreen: () => false }, '99')
    expect(ownOnScreen('dialog')).toBe(false)
    await pass(700)
    expect(ownOnScreen('dialog')).toBe(true)
  })

  it('that another one has taken the place of counts as cancelled, and the next one comes', async () => {
    let isThere = true
    const dialog = vi.fn(() => NEVER)
    const presenter = libraryPresenter({ toast: vi.fn(), dialog, isOnScreen: () => isThere })
    const answer = presenter.dialog({ message: 'm', confirm: 'OK', lang: 'en' })
    await pass(400)
    expect(await stateOf(answer)).toBe('pending')
    isThere = false
    await pass(200)
    expect(await stateOf(answer)).toBe(false)
  })
})
