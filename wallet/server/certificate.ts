const PRIVATE = [
  /^(.+\.)?localhost$/,
  /\.(test|local)$/,
  /^(127|10)\.\d+\.\d+\.\d+$/,
  /^192\.168\.\d+\.\d+$/,
  /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/,
  /^169\.254\.\d+\.\d+$/,
  /^\[(::1|f[cd][\da-f]{2}:.*|fe80:.*)\]$/,
]

/** Is this a private host, such as a test server, whose certificate needs no trusted signature? */
export const isPrivateHost = (hostname: string): boolean =>
  PRIVATE.some((pattern) => pattern.test(hostname.toLowerCase()))

/** Is this one of Node's codes for a refused certificate? */
export const isCertificateError = (code = ''): boolean =>
  /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_|ERR_TLS_CERT/.test(code)
