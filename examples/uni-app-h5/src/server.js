import { upsdk } from './wallet'

/**
 * Asks the shop's own server. The kit tells the user where that fails, in the words and the looks of all other
 * failures: who asks shows nothing.
 */
export async function ask(path, data) {
  try {
    const { statusCode, data: answer } = await uni.request({ url: path, method: data ? 'POST' : 'GET', data })
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`)
    return answer
  } catch (error) {
    // What uni.request itself fails with says no more than that there was no answer.
    upsdk.notify(error.errMsg ? { code: 'ERR_NETWORK' } : error)
    throw error
  }
}
