import { version } from '../../package.json'
import { scenarioOf } from '../scenarios'

/** Installs the file that `npm pack` writes. In development, the kit's own version ends in -dev. */
export const installLine = `npm install ./vendor/upsdk-kit-${version}.tgz`

/** The code that the phone with the kit runs. */
export const threeLines = ["import { createUpsdk } from 'upsdk-kit'", ...scenarioOf('unconfirmed').kitCode]
