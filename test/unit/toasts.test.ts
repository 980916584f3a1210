/** A toast stays as long as the page says, and is not repeated while it is on screen. */
import { describe, expect, it } from 'vitest'
import { kit, pass, useWallets } from '../support/wallet'

useWallets()

describe('a toast', () => {
  it('may stay as long as the page says, Infinity included', async () => {
    kit({ toastDuration: () => Infinity }).toast('text')
    await pass(60_000)
    expect(document.querySelectorAll('[data-upsdk-kit=toast]')).toHaveLength(1)
  })

  it('that the page took away is not on screen: its message is shown again', async () => {
    const upsdk = kit()
    upsdk.notify('95')
    document.querySelector('[data-upsdk-kit=toast]')?.remove()
    upsdk.notify('95')
    expect(document.querySelectorAll('[data-upsdk-kit=toast]')).toHaveLength(1)
  })
})
