import type { Chunk, ChunkRequest, Flag, Method, NumericString, Undocumented } from './method'

/** Methods for camera, album, recordings and QR codes. */
export interface MediaMethods {
  /**
   * Scans a QR code or a bar code.
   *
   * Resolves to the scanned text, as text even if it looks like JSON (H12). Rejects with `cancelled`, `busy`.
   *
   * @param scanType the kinds of code to look for (upsdk-behaviour §4)
   * @param needResult '0' or '1'
   */
  scanQRCode: Method<{ scanType?: readonly ('qrCode' | 'barCode')[]; needResult?: Flag } | undefined, string>

  /**
   * Opens the app's own scan page (upsdk-behaviour §4). Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `busy`.
   */
  scanQRCodeNew: Method<undefined, unknown>

  /**
   * Lets the user take or choose a picture.
   *
   * Resolves to `{ base64, type }`: the picture, and its file name's ending, 'jpg' (upsdk-behaviour §4). Rejects with
   * `cancelled`, `busy`, and `invalid-params` or `system` if the SDK file cannot read native's answer
   * (H22).
   *
   * @param maxWidth px, default 500; the SDK file takes it only together with `maxHeight`
   * @param maxHeight px, default 1000
   * @param sourceType '1' camera, '2' album, '3' both, which is the default; real pages write '1|2|3' for both
   */
  chooseImage: Method<
    | { maxWidth?: NumericString; maxHeight?: NumericString; sourceType?: '1' | '2' | '3' | '1|2|3' }
    | undefined,
    { base64: string; type: string }
  >

  /**
   * Saves a picture to the album.
   *
   * Rejects with `busy`, and `unsupported` in older wallets (H16).
   */
  saveImage: Undocumented

  /**
   * Lets the user choose a file from the album; `readAlbumData` reads it.
   *
   * Resolves to `{ url, size, filename }`, `size` in bytes (upsdk-behaviour §4). Rejects with `cancelled`,
   * `invalid-params` (00; 03 too large; 07 not found), `system` (01), `permission` (02), `unknown` (04), `busy`.
   *
   * @param maxSize bytes
   * @param sourceType '00' video, '01' image, '02' both
   */
  chooseFileFromAlbum: Method<
    { maxSize: NumericString; sourceType: '00' | '01' | '02' },
    { url: string; size: number | string; filename: string }
  >

  /**
   * Reads a chunk of a file from the album; `readChunks` reads it to the end.
   *
   * Resolves to `{ data, isFinished }`: base64, and '1' with the last chunk (upsdk-behaviour §4). Rejects with
   * `invalid-params` (00; 03 too large; 07 not found), `system` (01), `permission` (02), `unknown` (04).
   *
   * @param url what `chooseFileFromAlbum` gave
   * @param bufferSize bytes, 524288 at the most
   * @param fromOffset bytes from the beginning
   */
  readAlbumData: Method<ChunkRequest & { url: string }, Chunk>

  /**
   * Starts recording sound.
   *
   * Resolves to nothing. Rejects with `permission` (02), `invalid-params` (00), `system` (01).
   *
   * @param maxTime seconds (upsdk-behaviour §4)
   */
  startAudioRecording: Method<{ maxTime: NumericString }, void>

  /**
   * Stops recording sound; `readAudioRecordingData` reads it.
   *
   * Resolves to nothing. Rejects with `system` (01), `permission` (02), `unknown` (04) (upsdk-behaviour §3).
   */
  stopAudioRecording: Undocumented<void>

  /**
   * Reads a chunk of the recorded sound; `readChunks` reads it to the end.
   *
   * Resolves and rejects as `readAlbumData` does.
   *
   * @param bufferSize bytes, 524288 at the most
   * @param fromOffset bytes from the beginning
   */
  readAudioRecordingData: Method<ChunkRequest & { url?: string }, Chunk>

  /**
   * Lets the user record a video; `readVideoRecordingData` reads it.
   *
   * Resolves to nothing. Rejects with `cancelled`, `permission` (02), `invalid-params` (00), `system` (01), `busy`.
   *
   * @param maxTime seconds (upsdk-behaviour §4)
   */
  startVideoRecording: Method<{ maxTime: NumericString }, void>

  /**
   * Reads a chunk of the recorded video; `readChunks` reads it to the end.
   *
   * Resolves and rejects as `readAlbumData` does.
   *
   * @param bufferSize bytes, 524288 at the most
   * @param fromOffset bytes from the beginning
   */
  readVideoRecordingData: Method<ChunkRequest & { url?: string }, Chunk>
}
