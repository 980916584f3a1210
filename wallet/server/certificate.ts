import { isPrivateHost } from '../shared/privateHosts'

/** Is this the host of a test server, whose certificate needs no trusted signature? */
export const isTestHost = (hostname: string): boolean => isPrivateHost(hostname) || /\.test$/i.test(hostname)

/** Is this one of Node's codes for a refused certificate? */
export const isCertificateError = (code = ''): boolean =>
  /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_|ERR_TLS_CERT/.test(code)
