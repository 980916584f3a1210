/**
 * `upsdk-kit/helpers`: what people write by hand otherwise.
 *
 * @module upsdk-kit/helpers
 */
export { type ChunkMethod, type ReadChunksOptions, readChunks } from './helpers/chunks'
export { type NfcAdapter, type NfcDiscovery, type NfcMethod, nfcAdapter } from './helpers/nfc'
