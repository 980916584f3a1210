/** The second classic script of a page whose developer tries the kit: it makes upsdk-kit `window.upsdk`, unasked by the page. */
import { createUpsdk } from '../../src/internals'
import type { UpsdkWindow } from '../../src/types/window'
import { CLIENT, type ClientOfKit } from '../shared/client'
import { readClientOptions } from '../view/clientOptions'

const { simulator } = readClientOptions() || {}
const { kitOptions = {} } = typeof simulator === 'object' ? simulator : {}

// A page of raw upsdk shows its own texts. With `translateFail`, its `fail` gets the text for the user in place of the
// wallet's.
const page: UpsdkWindow = window
const kit = createUpsdk({ translateFail: true, ...kitOptions })
const { [CLIENT]: client } = window as { [CLIENT]?: ClientOfKit }
page.upsdk = client ? (client.followKit(kit) as typeof kit) : kit
