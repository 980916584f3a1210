import { createUpsdk, isUpsdkError } from 'upsdk-kit'

const upsdk = createUpsdk({ actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } } })

// The whole texts after which nothing was paid, by your acquirer's word. This one is made up.
const UNPAID = ['余额不足']

export async function pay(tn: string, button: HTMLButtonElement): Promise<void> {
  const enable = () => void (button.disabled = false)
  button.disabled = true
  try {
    await upsdk.pay({ tn }, { onHoldEnd: enable })
    location.assign('/order')
  } catch (error) {
    enable()
    if (!isUpsdkError(error)) throw error
    const { desc, msg } = Object(error.raw) as { desc?: string; msg?: string }
    const reason = UNPAID.find((text) => text === desc || text === msg)
    if (!error.sent || !reason) return // The kit has its message: perhaps “Payment not confirmed yet”.
    error.preventDefault() // In place of that message, so before any `await`.
    showMyToast(`Not paid: ${reason}`)
  }
}
