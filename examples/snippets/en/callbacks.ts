import { createUpsdk } from 'upsdk-kit'

// The button of the dialog for a payment that may have gone through.
const upsdk = createUpsdk({ actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } } })

export function pay(tn: string, button: HTMLButtonElement) {
  let isPaid = false
  const enable = () => {
    button.disabled = isPaid // Paid is paid: one more tap would pay again.
  }
  const success = () => {
    isPaid = true
    location.assign('/order') // Only the order on your server is final.
  }
  button.disabled = true
  upsdk.pay({ tn, success, complete: enable }, { onHoldEnd: enable })
}
