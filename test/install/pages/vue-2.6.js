import { createUpsdk } from 'upsdk-kit'
import { upsdkPlugin, useUpsdk, useUpsdkCall } from 'upsdk-kit/vue'
import Vue from 'vue'

const textOf = (run) => {
  try {
    run()
  } catch ({ message }) {
    return message
  }
}

Vue.use(upsdkPlugin(createUpsdk()))

// Exports that need no composition API work; the others say what they need.
new Vue({
  created() {
    const face = this.$upsdk.bioDetect().catch(({ reason }) => reason)
    const composed = [() => useUpsdk(), () => useUpsdkCall('pay')].map(textOf)
    window.outcome = Promise.all([this.$upsdk.scanQRCode(), face, ...composed])
  },
  render: (h) => h('p'),
}).$mount()
