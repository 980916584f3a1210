/** Script tags of the pages in tests. */
import { SDK_URL } from './harness'

export const SDK = `<script src="${SDK_URL}"></script>`
export const KIT = '<script src="/kit.js"></script>'
