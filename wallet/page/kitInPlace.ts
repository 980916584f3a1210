/** The second classic script of a page whose developer tries the kit: it makes upsdk-kit `window.upsdk`, unasked by the page. */
import { readClientOptions } from '../view/clientOptions'
import { putKitInPlace } from './putKitInPlace'

const { simulator } = readClientOptions() || {}
putKitInPlace(typeof simulator === 'object' ? simulator : {})
