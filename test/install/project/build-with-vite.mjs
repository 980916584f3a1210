import { build } from 'vite'

// As its command line finds it.
const mode = process.env.MODE || 'production'
process.env.NODE_ENV = mode
await build({ mode })
