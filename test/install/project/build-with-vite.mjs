import { build } from 'vite'

// Vite's command line finds this value.
const mode = process.env.MODE || 'production'
process.env.NODE_ENV = mode
await build({ mode })
