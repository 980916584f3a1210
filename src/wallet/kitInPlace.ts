/** The classic script that makes upsdk-kit `window.upsdk` before the page's first script, with no change of the page. */
import { createUpsdk } from '../index'
import type { UpsdkWindow } from '../types/window'
import { readOptions } from './options'

const { simulator } = readOptions() || {}
const { kitOptions = {} } = typeof simulator === 'object' ? simulator : {}

// A raw page shows its own texts: with translateFail its `fail` gets the user's text in place of the wallet's.
const page: UpsdkWindow = window
page.upsdk = createUpsdk({ translateFail: true, ...kitOptions })
