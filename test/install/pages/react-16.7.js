import { Component, createElement } from 'react'
import { render } from 'react-dom'
import { createUpsdk } from 'upsdk-kit'
import { UpsdkProvider, useUpsdk, useUpsdkCall } from 'upsdk-kit/react'

const textOf = (run) => {
  try {
    run()
  } catch ({ message }) {
    return message
  }
}
const upsdk = createUpsdk()

// Exports that need no hooks work; the others say what they need.
class App extends Component {
  componentDidMount() {
    const face = upsdk.bioDetect().catch(({ reason }) => reason)
    const hooks = [() => useUpsdk(), () => useUpsdkCall('pay')].map(textOf)
    window.outcome = Promise.all([upsdk.scanQRCode(), face, ...hooks])
  }
  render() {
    return null
  }
}

const root = document.body.appendChild(document.createElement('div'))
render(createElement(UpsdkProvider, { upsdk }, createElement(App)), root)
