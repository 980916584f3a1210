import { ask } from './server'

export const STATES = { waiting: '待确认', paid: '已支付', closed: '已关闭' }

/** Where the number of the order is kept that has no final state yet. */
const KEY = 'half-sugar-order'

/** What the server says of an order: only it knows what was paid. */
export async function stateOf(id) {
  const order = await ask(`api/order?id=${encodeURIComponent(id)}`)
  if (order.state !== 'waiting' && uni.getStorageSync(KEY) === id) uni.removeStorageSync(KEY)
  return order
}

/** The order that was kept, as the server has it now. */
export async function lookUp() {
  const id = uni.getStorageSync(KEY)
  return id ? stateOf(id) : undefined
}

/**
 * The order that is to be paid: the one that is open, since two `tn` may both be paid, or else a new one. Its number is
 * kept before the payment: the system may end the WebView while the user pays.
 */
export async function openOrder() {
  const kept = await lookUp()
  if (kept) return kept
  const order = await ask('api/orders', { item: 'oat-latte', count: 1 })
  uni.setStorageSync(KEY, order.id)
  return order
}
