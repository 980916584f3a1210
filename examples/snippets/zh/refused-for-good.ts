import { createUpsdk, isUpsdkError } from 'upsdk-kit'

const upsdk = createUpsdk({ actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } } })

// 收单机构书面确认过“没有付款”的原文，逐字一致才算。这里的文字是假设的。
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
    if (!error.sent || !reason) return // 该提示的由 upsdk-kit 提示，例如“支付结果待确认”。
    error.preventDefault() // 代替“支付结果待确认”，所以写在任何 await 之前。
    showMyToast(`未付款：${reason}`)
  }
}
