// The hints of the server's codes in English; `inspector/hints.ts` has them in Chinese, by the same names.

// By the kind of a row.
export const authorization = 'Get a new code with appletAuth; it works once and not for long.'
export const token = "Your backend's own token is missing, wrong or expired: renew it on your server."
export const user = 'Only the user can fix this, in the wallet app.'
export const field = 'Check the fields that your backend sends.'
export const signature = 'Check what your backend signs, how, and with which key.'
export const permission = 'Check capabilities, domains and permissions on the open platform.'
export const failure = "UnionPay's server failed; if it stays, ask UnionPay with time and request."

// Of single rows.
export const several = 'It has several meanings.'
export const code =
  'The authorization code is wrong, used or expired, or has spaces in it: get a new one with appletAuth. Or the backendToken has expired (2 h).'
export const capability =
  'Check that the capability of this interface is enabled on the open platform, and its scope granted.'
export const domain = 'Register the domain on the open platform.'
export const timestamp = 'Check the timestamp first: seconds, Beijing time.'
export const scope = 'Check the scope, and that its capability is enabled.'
export const activity = 'The activity id, or the institution account, differs from what was applied for.'
export const noToken = "Your backend's own token is missing: send it."
export const plan = 'Check appId; for password-free payment also planId.'
export const unknownToken =
  'There is no such accessToken (authorize the user again) or backendToken (renew it on your server).'
export const app = 'The appId is wrong, not live, or of the other environment.'
export const signed = 'Already signed: nothing to fix, query the contract.'
export const mobile = 'Ask again with scope.mobile.'
export const password = 'Check transNo and bizType; let the user enter the password again.'
export const userGone = 'The user is gone: get openId anew.'
export const redPacket = 'The id of the red-packet activity is not configured.'
export const gateway =
  'The domain is not on the safe list, the file is not uploaded, too many calls (wait), older than 5 min, another secret, or a wrong transTp.'
export const access =
  'No permission for the interface, a timestamp older than 5 min, or a domain not on the safe list.'
export const bussCode = 'The bussCode is not configured for this appId: ask for it.'
export const publicKey = 'The public key is not configured on the open platform.'
