import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'vite'

/** What the simulated wallet has in the place of upsdk. */
interface Wallet {
  pluginReady(callback: () => void): void
  pay(params: { tn: string; success?(result: unknown): void }): void
}

/** An order as the shop's server has it. `tn` is what the wallet is given to pay it. */
interface Order {
  id: string
  tn: string
  state: 'waiting' | 'paid'
}

/**
 * Runs in the page before its own scripts: when a user has paid, UnionPay tells the shop's server before the page knows.
 * It has to be the first that registers with upsdk, or a payment that waits for the bridge is sent before.
 */
function tellOfPayments() {
  let followed: Wallet | undefined
  const follow = () => {
    const { upsdk: wallet } = window as unknown as { upsdk?: Wallet }
    if (!wallet || wallet === followed) return
    followed = wallet
    // Before that, its methods do nothing.
    wallet.pluginReady(() => {
      const { pay } = wallet
      wallet.pay = (params) => {
        const paid = { method: 'POST', body: JSON.stringify(params) }
        const success = (result: unknown) => {
          void fetch('api/paid', paid).then(() => params.success?.(result))
        }
        pay.call(wallet, { ...params, success })
      }
    })
  }
  follow()
  // Right after upsdk.js has run, before the page's scripts below it.
  document.addEventListener('load', follow, true)
}

/**
 * Stands for the shop's server while a page is developed. A real one exchanges the code of a login with UnionPay,
 * orders the `tn` there, and believes only what UnionPay itself tells it of a payment.
 */
export const shopServer = (): Plugin => ({
  name: 'shop-server',
  apply: 'serve',
  transformIndexHtml: () => [{ tag: 'script', children: `(${tellOfPayments})()`, injectTo: 'head-prepend' }],
  configureServer({ middlewares }) {
    const orders = new Map<string, Order>()
    middlewares.use('/api', async (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
      const answer = (body: unknown, status = 200) => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
      }
      if (pathname === '/login') return answer({ member: '8826' })
      if (pathname === '/orders') {
        const number = String(1001 + orders.size)
        const order: Order = { id: `HS${number}`, tn: `20260101000${number}`, state: 'waiting' }
        orders.set(order.id, order)
        return answer(order)
      }
      // What UnionPay's server would tell: here the simulated wallet does.
      if (pathname === '/paid') {
        const { tn } = JSON.parse(await bodyOf(request))
        for (const order of orders.values()) if (order.tn === tn) order.state = 'paid'
        return answer({})
      }
      // One of yesterday, from before this server was started, is as good as paid.
      const id = searchParams.get('id') ?? ''
      if (pathname === '/order') return answer(orders.get(id) ?? { id, tn: '', state: 'paid' })
      answer({}, 404)
    })
  },
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
