import { createUpsdk } from 'upsdk-kit'

// 支付结果待确认时，弹窗带用户去看订单。
const upsdk = createUpsdk({ actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } } })

export function pay(tn: string, button: HTMLButtonElement) {
  let isPaid = false
  const enable = () => {
    button.disabled = isPaid // 已经付过款，不能再付一次。
  }
  const success = () => {
    isPaid = true
    location.assign('/order') // 是否付款以后端的订单为准。
  }
  button.disabled = true
  upsdk.pay({ tn, success, complete: enable }, { onHoldEnd: enable })
}
