import { createUpsdk, isUpsdkError } from 'upsdk-kit'

// 整个页面的同一个实例。支付结果待确认时，弹窗上的“查看订单”执行 run。
const upsdk = createUpsdk({ actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } } })

// 写在点击事件里。订单由后端下好：每次点击付的都是同一个 `tn`。
export async function pay(order: { id: string; tn: string }, button: HTMLButtonElement): Promise<void> {
  const enable = () => void (button.disabled = false)
  button.disabled = true
  localStorage.setItem('pending-order', order.id) // 付款时系统可能关闭页面，所以先保存。
  try {
    await upsdk.pay({ tn: order.tn }, { onHoldEnd: enable }) // 一直没有返回时，5 秒后按钮恢复。
  } catch (error) {
    enable()
    if (!isUpsdkError(error)) throw error
    if (error.reason === 'cancelled' || !error.sent) return // 用户取消、重复点击、没有发出：该提示的已经提示过。
    if (!(await isPaid(order.id))) return // 可能已付款，弹窗已请用户查看订单；后端确认已付款，才离开页面。
  }
  location.assign(`/order?id=${order.id}`)
}

// 每次打开页面也要查。查询失败时，提示用户先查看订单，而不是“请重试”。
export async function isPaid(id: string): Promise<boolean> {
  const answer = await post('/order', { id }).catch((error) => void upsdk.notify(error, { payment: true }))
  return (answer as { state?: string } | undefined)?.state === 'paid'
}
