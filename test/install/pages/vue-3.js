import { createUpsdk } from 'upsdk-kit'
import { upsdkPlugin, useUpsdk, useUpsdkCall } from 'upsdk-kit/vue'
import { createApp } from 'vue'

createApp({
  setup() {
    const scan = useUpsdkCall('scanQRCode')
    const face = useUpsdk().bioDetect()
    window.outcome = Promise.all([scan.execute(), face.catch(({ reason }) => reason)])
    return () => null
  },
})
  .use(upsdkPlugin(createUpsdk()))
  .mount(document.createElement('div'))
