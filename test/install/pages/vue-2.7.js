import { createUpsdk } from 'upsdk-kit'
import { upsdkPlugin, useUpsdk, useUpsdkCall } from 'upsdk-kit/vue'
import Vue from 'vue'

Vue.use(upsdkPlugin(createUpsdk()))

new Vue({
  setup() {
    const scan = useUpsdkCall('scanQRCode')
    const face = useUpsdk().bioDetect()
    window.outcome = Promise.all([scan.execute(), face.catch(({ reason }) => reason)])
  },
  render: (h) => h('p'),
}).$mount()
