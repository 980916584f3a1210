import { Button, List, Popup, SafeArea } from 'antd-mobile'
import { EnvironmentOutline, GiftOutline, ScanCodeOutline, SendOutline, UserOutline } from 'antd-mobile-icons'
import { useEffect, useState } from 'react'
import { useUpsdkCall, useUpsdkEvent } from 'upsdk-kit/react'
import { type Order, STATES } from '../shared/shop'
import { ActionRow } from './ActionRow'
import { ask, lookUp, openOrder } from './wallet'

/** The user has been told what is to be told: there is nothing left to do. */
const told = () => {}

const placeOf = ({ latitude, longitude }: { latitude: string | number; longitude: string | number }) =>
  `北纬 ${Number(latitude).toFixed(2)}，东经 ${Number(longitude).toFixed(2)}`

export function App() {
  const login = useUpsdkCall('appletAuth')
  const [member, setMember] = useState('')
  async function logIn() {
    const { code } = await login.execute()
    setMember((await ask<{ member: string }>('api/login', { code })).member)
  }

  const scan = useUpsdkCall('scanQRCode')

  // Failures of a method that only reads are shown where the call says so: here the user has tapped for it.
  const locate = useUpsdkCall('getLocationGps', { notify: true })

  const share = useUpsdkCall('showSharePopup')
  const [shared, setShared] = useState(false)
  async function shareShop() {
    await share.execute({ title: '半糖咖啡', desc: '桂花燕麦拿铁，今日 18 元' })
    setShared(true)
  }
  // The button in the wallet's own title bar.
  useUpsdkEvent('rightbtnclick', () => void shareShop().catch(told), { title: '分享' })

  const face = useUpsdkCall('bioDetect')
  const [verified, setVerified] = useState(false)
  async function verify() {
    await face.execute()
    setVerified(true)
  }

  const [order, setOrder] = useState<Order>()
  const [ordering, setOrdering] = useState(false)
  const [orderShown, setOrderShown] = useState(false)
  async function ordered() {
    setOrdering(true)
    try {
      const open = await openOrder()
      setOrder(open)
      return open
    } finally {
      setOrdering(false)
    }
  }
  async function showOrder() {
    setOrderShown(true)
    const kept = await lookUp()
    if (kept) setOrder(kept)
  }

  const payment = useUpsdkCall('pay', {
    // A payment that may have been made: the button of its dialog.
    actions: { 'payment-unconfirmed': { run: () => void showOrder().catch(told) } },
  })
  async function pay() {
    const open = await ordered()
    if (open.state === 'waiting') await payment.execute({ tn: open.tn })
    // Only where nothing failed: what failed has left this function.
    await showOrder()
  }

  /** What is paid is not paid again. */
  const isPaid = order?.state === 'paid'

  // On each start: a payment may have been made while the page was gone.
  useEffect(() => void lookUp().then(setOrder, told), [])

  /** What the server says; and where it is waiting, what this page knows of the payment. */
  function stateOf({ state }: Order): string {
    if (state !== 'waiting') return STATES[state]
    if (payment.pending) return '支付中'
    const { error } = payment
    return error && (error.reason === 'cancelled' || !error.sent) ? '未支付' : STATES.waiting
  }

  return (
    <>
      <header className="shop">
        <span className="logo" aria-hidden="true" />
        <h1>半糖咖啡</h1>
        <span className="branch">创意园店</span>
      </header>

      <section className="item">
        <span className="cup" aria-hidden="true" />
        <div>
          <h2>桂花燕麦拿铁</h2>
          <p>热 · 半糖 · 1 杯</p>
        </div>
        <b>¥18.00</b>
      </section>

      <List mode="card">
        <ActionRow
          title="会员登录"
          hint="用云闪付账号登录"
          button="授权"
          icon={<UserOutline />}
          call={login}
          done={member && `已登录，会员 ${member}`}
          onTap={() => logIn().catch(told)}
        />
        <ActionRow
          title="扫码点单"
          hint="扫桌上的二维码"
          button="扫一扫"
          icon={<ScanCodeOutline />}
          call={scan}
          done={scan.data && `已选 ${scan.data.split('/').pop()} 号桌`}
          onTap={() => scan.run()}
        />
        <ActionRow
          title="附近门店"
          hint="看看哪家店最近"
          button="定位"
          icon={<EnvironmentOutline />}
          call={locate}
          done={locate.data && placeOf(locate.data)}
          onTap={() => locate.run()}
        />
        <ActionRow
          title="分享好友"
          hint="好友下单，各得一杯"
          button="分享"
          icon={<SendOutline />}
          call={share}
          done={shared ? '已打开分享面板' : ''}
          onTap={() => shareShop().catch(told)}
        />
        <ActionRow
          title="新人礼"
          hint="领取前需要本人核验"
          button="核验"
          icon={<GiftOutline />}
          call={face}
          done={verified ? '核验通过，券已到账' : ''}
          onTap={() => verify().catch(told)}
        />
      </List>

      <footer className="bar">
        {order && (
          <button type="button" className="order" onClick={() => showOrder().catch(told)}>
            订单 {order.id}：{stateOf(order)}
          </button>
        )}
        <div className="total">
          <span>
            合计 <b>¥18.00</b>
          </span>
          <Button
            color="primary"
            shape="rounded"
            loading={ordering || payment.pending}
            disabled={isPaid}
            onClick={() => pay().catch(told)}
          >
            {isPaid ? '已支付' : '立即支付'}
          </Button>
        </div>
        <SafeArea position="bottom" />
      </footer>

      <Popup
        visible={orderShown}
        onClose={() => setOrderShown(false)}
        showCloseButton
        closeOnMaskClick
        bodyClassName="sheet"
      >
        <h2>我的订单</h2>
        <p className="state">{order && stateOf(order)}</p>
        <p>{order?.id} · 桂花燕麦拿铁 · ¥18.00</p>
        <Button block shape="rounded" onClick={() => showOrder().catch(told)}>
          刷新
        </Button>
        <SafeArea position="bottom" />
      </Popup>
    </>
  )
}
