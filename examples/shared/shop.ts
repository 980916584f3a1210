import type { Upsdk } from 'upsdk-kit'

export interface Order {
  id: string
  /** What the wallet is given to pay it. */
  tn: string
  state: 'waiting' | 'paid' | 'closed'
}

export const STATES = { waiting: '待确认', paid: '已支付', closed: '已关闭' } as const

/** Where the number of the order is kept that has no final state yet. */
const KEY = 'half-sugar-order'

/** What the page asks of the shop's own server, and the order that it keeps. */
export function openShop(upsdk: Pick<Upsdk, 'notify'>) {
  /**
   * Asks the shop's server. The kit tells the user where that fails, in the words and the looks of all other failures:
   * who asks shows nothing.
   */
  async function ask<Answer>(path: string, body?: object): Promise<Answer> {
    try {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(path, body && { method: 'POST', headers, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      return await response.json()
    } catch (error) {
      upsdk.notify(error)
      throw error
    }
  }

  /** The order that was kept, as the server has it now: only the server knows what was paid. */
  async function lookUp(): Promise<Order | undefined> {
    const id = localStorage.getItem(KEY)
    if (!id) return undefined
    const order = await ask<Order>(`api/order?id=${encodeURIComponent(id)}`)
    if (order.state !== 'waiting') localStorage.removeItem(KEY)
    return order
  }

  /**
   * The order that is to be paid: the one that is open, since two `tn` may both be paid, or else a new one. Its number
   * is kept before the payment: the system may end the WebView while the user pays.
   */
  async function openOrder(): Promise<Order> {
    const kept = await lookUp()
    if (kept) return kept
    const order = await ask<Order>('api/orders', { item: 'oat-latte', count: 1 })
    localStorage.setItem(KEY, order.id)
    return order
  }

  return { ask, lookUp, openOrder }
}
