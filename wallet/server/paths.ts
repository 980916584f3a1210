/** The paths of our own that a server has beside those of the page. */

/** The phone's document. The other paths begin with it. */
export const PHONE_PATH = '/@upsdk-kit/'
export const PHONE_SCRIPT_PATH = `${PHONE_PATH}phone.js`
export const CLIENT_PATH = `${PHONE_PATH}client.js`
/** The stand-in for upsdk.js. The address that it replaces stands behind `?`. */
export const SDK_PATH = `${PHONE_PATH}upsdk.js`
/** The kit in upsdk's place. */
export const KIT_PATH = `${PHONE_PATH}kit.js`
export const RECORDER_PATH = `${PHONE_PATH}recorder.js`
/** The chosen settings, as JSON. */
export const SETTINGS_PATH = `${PHONE_PATH}state`
/** The faults of the target's responses, as JSON. */
export const FAULTS_PATH = `${PHONE_PATH}faults`
/** The entrance for `--lan`. It turns the key behind `?` into a cookie and redirects to the page. */
export const ENTER_PATH = `${PHONE_PATH}enter?`
