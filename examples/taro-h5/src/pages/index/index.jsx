import { Button, Text, View } from '@tarojs/components'
import Taro, { scanCode } from '@tarojs/taro'
import { useState } from 'react'
import { upsdk } from '../../wallet'

/** All but `pay` were written for Taro alone, and know nothing of upsdk. */
const calls = {
  pay: async () => {
    await upsdk.pay({ tn: '201811290000001' }) // The order's own, from the shop's server.
    return 'paid'
  },
  requestPayment: (more) => Taro.requestPayment({ timeStamp: '1', package: 'prepay_id=1', ...more }),
  login: (more) => Taro.login(more),
  scanCode: (more) => scanCode({ scanType: ['barCode', 'datamatrix'], ...more }),
  getWeRunData: (more) => Taro.getWeRunData(more),
}

export default function Index() {
  const [results, setResults] = useState({})
  const note = (name, what) => (result) =>
    setResults((all) => ({ ...all, [name]: [...(all[name] || []), `${what} ${JSON.stringify(result)}`] }))

  function withPromise(name, call) {
    setResults((all) => ({ ...all, [name]: [] }))
    call({}).then(note(name, 'resolved'), ({ reason, errMsg }) =>
      note(name, 'rejected')(reason ? { reason } : { errMsg }),
    )
  }

  function withCallbacks(name, call) {
    setResults((all) => ({ ...all, [name]: [] }))
    const ignored = call({
      success: note(name, 'success'),
      fail: note(name, 'fail'),
      complete: note(name, 'complete'),
    })
    // Taro's own reject beside the callbacks too.
    ignored.then(note(name, 'resolved'), note(name, 'rejected'))
  }

  return (
    <View>
      {Object.entries(calls).map(([name, call]) => (
        <View key={name} className="call">
          <Text>{name}</Text>
          <Button size="mini" onClick={() => withCallbacks(name, call)}>
            回调
          </Button>
          <Button size="mini" onClick={() => withPromise(name, call)}>
            Promise
          </Button>
          {(results[name] || []).map((line) => (
            <View key={line} className="line">
              {line}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
