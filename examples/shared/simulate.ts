import { fail, installSimulator, succeed } from 'upsdk-kit/simulator'

/** A stand-in for the wallet, for a browser in which the page is developed. No build has it: see main.ts. */
export function simulate(): void {
  const wallet = installSimulator({
    latency: 500,
    answers: {
      appletAuth: succeed({ code: 'a-code-for-development' }),
      scanQRCode: succeed('https://example.com/table/7'),
      getLocationGps: succeed({ latitude: '31.2304', longitude: '121.4737' }),
      bioDetect: succeed({}),
      pay: (params) => {
        // When a user has paid, UnionPay tells the shop's server.
        void fetch('api/paid', { method: 'POST', body: JSON.stringify(params) })
        return succeed()
      },
    },
  })
  // What goes wrong is asked for in the address: ?bioDetect=94&pay=01
  for (const [method, code] of new URLSearchParams(location.search)) wallet.answer(method, fail(code))
}
