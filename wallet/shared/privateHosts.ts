/** Hosts of this computer or of a private network. */
const PRIVATE = [
  /^(.+\.)?localhost$/,
  /\.local$/,
  /^(127|10)\.\d+\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^169\.254\.\d+\.\d+$/,
  /^\[(::1|f[cd][\da-f]{2}:.*|fe80:.*)\]$/,
]

/** Is it a host that only this computer or its own network reaches? @param hostname as `URL` and `location` spell it */
export const isPrivateHost = (hostname: string): boolean =>
  PRIVATE.some((pattern) => pattern.test(hostname.toLowerCase()))
