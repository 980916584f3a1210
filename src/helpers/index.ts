/**
 * `upsdk-kit/helpers`: code that pages would otherwise write by hand.
 *
 * @module upsdk-kit/helpers
 */
export { type ChunkMethod, type ReadChunksOptions, readChunks } from './chunks'
export { type NfcAdapter, type NfcDiscovery, type NfcMethod, nfcAdapter } from './nfc'
