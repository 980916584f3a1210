/** A call that the page makes before uniCalls.js has run: uni-app answers it by itself. */
export const early = uni.scanCode().then(
  () => 'success',
  ({ errMsg }) => errMsg,
)
