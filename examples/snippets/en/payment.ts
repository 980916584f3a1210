import { createUpsdk, isUpsdkError } from 'upsdk-kit'

// The page's one instance. The action is “View order”, in the dialog of a payment that may have been made.
const upsdk = createUpsdk({ actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } } })

// In a tap. The order comes from your server: each tap pays the same `tn`.
export async function pay(order: { id: string; tn: string }, button: HTMLButtonElement): Promise<void> {
  const enable = () => void (button.disabled = false)
  button.disabled = true
  localStorage.setItem('pending-order', order.id) // The system may end the page while the user pays.
  try {
    await upsdk.pay({ tn: order.tn }, { onHoldEnd: enable }) // Without an answer, the button works again after 5 s.
  } catch (error) {
    enable()
    if (!isUpsdkError(error)) throw error
    if (error.reason === 'cancelled' || !error.sent) return // Cancelled, a second tap, not sent: the user has been told.
    if (!(await isPaid(order.id))) return // Perhaps paid: the kit's dialog says so. Leave only if your server knows.
  }
  location.assign(`/order?id=${order.id}`)
}

// Ask at each start of the page too. If the request fails, the user is asked to look at the order, not to try again.
export async function isPaid(id: string): Promise<boolean> {
  const answer = await post('/order', { id }).catch((error) => void upsdk.notify(error, { payment: true }))
  return (answer as { state?: string } | undefined)?.state === 'paid'
}
