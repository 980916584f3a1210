import { createUpsdk } from 'upsdk-kit'

export const upsdk = createUpsdk({ script: true })
