/** The Vite plug-in is one of each Vite's, though it has the types of none. */
import type { Plugin } from 'vite'
import upsdkKit from '../../src/vite'
import type { Plugin as Plugin5 } from '../frameworks/vite-5/node_modules/vite'

export const ofVite8: Plugin = upsdkKit()
export const ofVite5: Plugin5 = upsdkKit({ simulator: false })
